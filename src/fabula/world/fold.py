"""The cast in the making: claims go in as the text is read, characters come out at any time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import attrgetter

from fabula.document import Claim
from fabula.layers import GIVEN, PEOPLE, Alias, AliasKind, Entity, Gender, Identity, Mention, Narrator, Role
from fabula.world.character import Character

FOLDED: tuple[type[Claim], ...] = (Entity, Identity, Alias, Mention, Gender, Role, Narrator)
"""The record types that make a cast, in the order in which claims known at the same position go in."""

FULLER: dict[AliasKind, int] = {"full": 12, "titled": 3}
"""Kinds of alias that are better to call somebody by than the usual one, and how much rarer they may be."""


class _Member:
    """What was claimed about one entity, those merged into it included."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.stated = entity.name if entity.made_by == GIVEN else None
        self.kind = entity.kind
        self.aliases: list[Alias] = []
        self.genders: list[Gender] = []
        self.forms: Counter[str] = Counter()
        self.mentions = 0
        self.named = 0
        self.acts = False

    def absorb(self, other: "_Member") -> None:
        self.stated = self.stated or other.stated
        self.kind = other.kind if other.kind in PEOPLE and self.kind not in PEOPLE else self.kind
        self.aliases += other.aliases
        self.genders += other.genders
        self.forms += other.forms
        self.mentions += other.mentions
        self.named += other.named
        self.acts = self.acts or other.acts


class Fold:
    """Everyone in the text read so far. Each claim costs the same, however long the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: dict[str, str] = {}
        self._members: dict[str, _Member] = {}
        self._narrators: list[Narrator] = []
        self._mentions: dict[str, Mention] = {}
        self._replaced: set[str] = set()

    def resolve(self, entity: str) -> str:
        """The id under which an entity goes after all merges: the earliest of them."""
        root = self._root[entity]
        while root != self._root[root]:
            root = self._root[root]
        self._root[entity] = root
        return root

    def earlier(self, one: str, other: str) -> str:
        """The one of two entities that the text introduced first."""
        return min(one, other, key=lambda entity: int(entity[1:]))

    def add(self, claim: Claim) -> None:
        """Takes in a claim; one that it replaces is forgotten."""
        if claim.replaces:
            self._replaced.add(claim.replaces)
        match claim:
            case Entity():
                self._root[claim.id] = claim.id
                self._members[claim.id] = _Member(claim)
            case Identity():
                self._merge(claim)
            case Alias():
                self._member(claim.entity).aliases.append(claim)
            case Gender():
                self._member(claim.entity).genders.append(claim)
            case Mention():
                self._mentions[claim.id] = claim
                if claim.id not in self._replaced:
                    self._count(claim, 1)
                if claim.replaces in self._mentions:
                    self._count(self._mentions[claim.replaces], -1)
            case Role():
                self._member(claim.entity).acts = True
            case Narrator():
                self._narrators.append(claim)

    def members(self, entities: Iterable[str] | None = None) -> dict[str, Character]:
        """The characters with these ids, or everyone in the order of appearance, by the id that they go under."""
        narrators = {self.resolve(claim.entity) for claim in self._narrators if claim.entity and self._holds(claim)}
        ids = self._members if entities is None else dict.fromkeys(self.resolve(entity) for entity in entities)
        return {id: self._character(id, id in narrators) for id in ids}

    def _member(self, entity: str) -> _Member:
        return self._members[self.resolve(entity)]

    def _holds(self, claim: Claim) -> bool:
        return claim.id not in self._replaced

    def _merge(self, claim: Identity) -> None:
        one, other = self.resolve(claim.entity), self.resolve(claim.same_as)
        if one != other:
            early = self.earlier(one, other)
            late = other if early == one else one
            self._root[late] = early
            self._members[early].absorb(self._members.pop(late))

    def _count(self, mention: Mention, by: int) -> None:
        member = self._member(mention.entity)
        member.mentions += by
        if mention.kind != "pronominal":
            member.forms[" ".join(mention.span.of(self._text).split())] += by
        if mention.kind == "proper":
            member.named += by

    def _character(self, id: str, narrator: bool) -> Character:
        member = self._members[id]
        kinds: dict[str, AliasKind] = {}
        for alias in sorted(filter(self._holds, member.aliases), key=attrgetter("span")):
            kinds.setdefault(alias.form, alias.kind)
        genders = sorted(filter(self._holds, member.genders), key=attrgetter("span"))
        return Character(
            id=id,
            name=member.stated or _name(kinds, _within(member.forms, kinds)) or _described(member.entity.name),
            aliases=tuple(sorted(kinds, key=lambda form: (-member.forms[form], form))),
            kind=member.kind,
            pronouns=genders[-1].pronouns if genders else None,
            narrator=narrator,
            acts=member.acts,
            mentions=member.mentions,
            named=member.named,
            first=member.entity.span,
        )


def _name(kinds: Mapping[str, AliasKind], counts: Mapping[str, int]) -> str | None:
    """The form to call somebody by: the fullest kind that is not rare beside the most frequent form."""
    if not kinds:
        return None
    most = max(counts.get(form, 0) for form in kinds)
    fit = [form for form in kinds if counts.get(form, 0) * FULLER.get(kinds[form], 1) >= most]
    return min(fit, key=lambda form: (-FULLER.get(kinds[form], 1), -counts.get(form, 0), form))


def _within(counts: Counter[str], names: Iterable[str]) -> Counter[str]:
    """How often each name was used, by itself or in a longer form: "Ada Vane" in "the famous Ada Vane"."""
    out = Counter(counts)
    for name in names:
        if " " in name:
            out[name] += sum(count for form, count in counts.items() if form != name and f" {name} " in f" {form} ")
    return out


def _described(words: str) -> str:
    """A description by which somebody goes, as it would stand inside a sentence: "the doctor", not "The doctor"."""
    article, _, rest = words.partition(" ")
    return f"{article.lower()} {rest}" if article in ("The", "A", "An") and rest else words
