"""Who is in the story, folded from the claims about entities."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from fabula.document import Document
from fabula.layers import Alias, AliasKind, Entity, EntityKind, Gender, Identity, Mention, Narrator, Role
from fabula.text import Span

NAMING: tuple[AliasKind, ...] = ("full", "titled", "given", "surname", "nickname", "initials", "epithet")
"""Kinds of alias, the best to call somebody by first."""


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody in the story, as known from the text read so far.

    `aliases` are name forms, the most frequent first. `pronouns` is the name of a pronoun set, `None` if the text has
    not shown one. `mentions` counts all words that refer to them; `named` those that are proper names. `acts` says
    whether they speak, are addressed, or act: if not, they are only talked about. `first` is the first mention.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    pronouns: str | None
    narrator: bool
    acts: bool
    mentions: int
    named: int
    first: Span

    def to_json(self) -> dict[str, Any]:
        """The character as JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "aliases": self.aliases,
            "kind": self.kind,
            "pronouns": self.pronouns,
            "narrator": self.narrator,
            "mentions": self.mentions,
            "named": self.named,
            "first": self.first,
        }


class Cast:
    """Every entity of a document with its identities resolved."""

    def __init__(self, document: Document) -> None:
        self._root: dict[str, str] = {entity.id: entity.id for entity in document.layer(Entity)}
        for identity in sorted(document.layer(Identity), key=lambda claim: claim.known_at):
            one, other = self.resolve(identity.entity), self.resolve(identity.same_as)
            if one != other:
                early, late = sorted((one, other), key=lambda entity: int(entity[1:]))
                self._root[late] = early
        self._members = self._fold(document)

    def resolve(self, entity: str) -> str:
        """The id under which an entity goes after all merges: the earliest of them."""
        root = self._root[entity]
        while root != self._root[root]:
            root = self._root[root]
        self._root[entity] = root
        return root

    def __getitem__(self, entity: str) -> Character:
        return self._members[self.resolve(entity)]

    @property
    def everyone(self) -> tuple[Character, ...]:
        """All entities, those only talked about too, the most mentioned first."""
        return tuple(sorted(self._members.values(), key=lambda member: (-member.mentions, member.first.start)))

    @property
    def characters(self) -> tuple[Character, ...]:
        """Those who speak, are addressed, or act, the most mentioned first."""
        return tuple(member for member in self.everyone if member.acts)

    def _fold(self, document: Document) -> dict[str, Character]:
        text = document.source.text
        kinds: dict[str, dict[str, AliasKind]] = {}
        for alias in document.layer(Alias).current():
            kinds.setdefault(self.resolve(alias.entity), {}).setdefault(alias.form, alias.kind)
        forms: dict[str, Counter[str]] = {}
        mentions: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for mention in document.layer(Mention).current():
            root = self.resolve(mention.entity)
            mentions[root] += 1
            if mention.kind != "pronominal":
                form = " ".join(mention.span.of(text).split())
                forms.setdefault(root, Counter())[form] += 1
            if mention.kind == "proper":
                named[root] += 1
        pronouns = {self.resolve(claim.entity): claim.pronouns for claim in document.layer(Gender).current()}
        acting = {self.resolve(claim.entity) for claim in document.layer(Role)}
        narrators = {self.resolve(claim.entity) for claim in document.layer(Narrator).current() if claim.entity}
        members = {}
        for entity in document.layer(Entity):
            if self.resolve(entity.id) != entity.id:
                continue
            own, counts = kinds.get(entity.id, {}), forms.get(entity.id, Counter())
            aliases = tuple(sorted(own, key=lambda form: (-counts[form], form)))
            members[entity.id] = Character(
                id=entity.id,
                name=_name(own, counts) or entity.name,
                aliases=aliases,
                kind=entity.kind,
                pronouns=pronouns.get(entity.id),
                narrator=entity.id in narrators,
                acts=entity.id in acting,
                mentions=mentions[entity.id],
                named=named[entity.id],
                first=entity.span,
            )
        return members


def _name(kinds: dict[str, AliasKind], counts: Counter[str]) -> str | None:
    """The form to call somebody by: the fullest kind that is not rare beside the most frequent form."""
    if not kinds:
        return None
    most = max(counts[form] for form in kinds)
    usual = [form for form in kinds if counts[form] * 12 >= most]
    return min(usual, key=lambda form: (NAMING.index(kinds[form]), -counts[form], form))
