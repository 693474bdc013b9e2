"""The entities that tell the story: those without a name, and those whom a heading names."""

from dataclasses import dataclass

from fabula.annotators import lexicon
from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.identities import identify
from fabula.annotators.naming.personal_titles import CLASHES
from fabula.document import Draft
from fabula.layers import Alias, AliasKind, Entity, Identity
from fabula.text import Span


@dataclass(frozen=True, slots=True)
class Form:
    """A name form taken apart: its titles, the other words, and the gender that it states."""

    titles: frozenset[str]
    words: tuple[str, ...]
    gender: str | None

    def fits(self, other: "Form") -> bool:
        """Whether two forms can name one person."""
        if self.gender and other.gender and self.gender != other.gender:
            return False
        titles = self.titles | other.titles
        if any(clash <= titles for clash in CLASHES):
            return False
        if not self.words or not other.words:
            return bool(self.titles & other.titles)
        if len(self.words) > 1 and len(other.words) > 1:
            return self.words[-1] == other.words[-1] and self.words[0][0] == other.words[0][0]
        short, full = sorted((self, other), key=lambda form: len(form.words))
        return short.words[-1] == full.words[-1] or (not short.titles and short.words[0] == full.words[0])


def taken_apart(form: str) -> Form:
    """A name form taken apart."""
    words = [word.strip(".").lower() for word in form.split()]
    words = words[1:] if words[0] == "the" else words
    titles = [word for word in words if word in lexicon.titles()]
    names = tuple(word for word in words if word not in titles)
    genders = [lexicon.titles()[title] for title in titles] + [lexicon.given_names().get(word) for word in names[:1]]
    return Form(frozenset(titles), names, next((gender for gender in genders if gender), None))


class Tellers:
    """Finds or makes the entity that a heading names, and keeps up with the other names that it turns out to bear."""

    def __init__(self, made_by: str) -> None:
        self._made_by = made_by
        self._new = NewClaims()
        self._merges = Merges()
        self._forms: dict[str, list[Form]] = {}
        self._told: dict[str, list[Form]] = {}

    def follow(self, draft: Draft) -> None:
        """Takes note of new names; one that a teller named by a heading bears makes its bearer that teller."""
        for identity in self._new.of(draft, Identity):
            if merged := self._merges.merge(identity.entity, identity.same_as):
                early, late = merged
                self._join_forms(early, late)
                if late in self._told:
                    self._told.setdefault(early, []).extend(self._told.pop(late))
        for alias in self._new.of(draft, Alias):
            entity, form = self._merges.resolve(alias.entity), taken_apart(alias.form)
            self._forms.setdefault(entity, []).append(form)
            if entity in self._told or not form.words:
                continue
            for teller, names in self._told.items():
                if self._clash(teller, entity):
                    continue
                if all(mine.fits(one) for mine in names for one in self._forms[entity]):
                    self._unite(draft, teller, entity, alias.span, alias.known_at)
                    break

    def _clash(self, one: str, other: str) -> bool:
        """Whether two entities bear titles that one person does not: "Miss Ada Roe" is not "Mrs. Roe", her mother."""
        ones, others = ({t for form in self._forms.get(id, ()) for t in form.titles} for id in (one, other))
        return any(pair & ones and pair & others and pair <= ones | others for pair in CLASHES)

    def resolve(self, entity: str) -> str:
        """The id that stands for an entity after the merges so far."""
        return self._merges.resolve(entity)

    def unnamed(self, draft: Draft, span: Span, known_at: int) -> str:
        """A new teller without a name."""
        return self._make(draft, "the narrator", span, known_at)

    def named(self, draft: Draft, form: str, span: Span, known_at: int) -> str:
        """The teller whom a heading names."""
        wanted = taken_apart(form)
        entity = self._known(draft, wanted, span, known_at)
        if entity is None:
            entity = self._make(draft, form, span, known_at)
            alias = Alias(
                id=draft.new_id(Alias),
                evidence=(span,),
                known_at=known_at,
                made_by=self._made_by,
                entity=entity,
                form=form,
                kind=_kind(wanted),
            )
            draft.add(alias)
            self._new.of(draft, Alias)
            self._forms[entity] = [wanted]
        told = self._told.setdefault(entity, [])
        if wanted not in told:
            told.append(wanted)
        return entity

    def _known(self, draft: Draft, wanted: Form, span: Span, known_at: int) -> str | None:
        """A former teller, else anybody, of this very form; else one whose forms all fit; `None` if there is none."""
        married = next((entity for entity, forms in self._told.items() if _married(wanted, forms)), None)
        for pool in (self._told, self._forms):
            for exact in (True, False):
                for entity, forms in pool.items():
                    if (wanted in forms) if exact else all(wanted.fits(form) for form in forms):
                        if married and married != entity:
                            return self._unite(draft, married, entity, span, known_at)
                        return entity
        return married

    def _make(self, draft: Draft, name: str, span: Span, known_at: int) -> str:
        entity = Entity(id=draft.new_id(Entity), evidence=(span,), known_at=known_at, made_by=self._made_by, name=name)
        return draft.add(entity).id

    def _unite(self, draft: Draft, teller: str, entity: str, span: Span, known_at: int) -> str:
        early, late = identify(draft, teller, entity, (span,), known_at=known_at, made_by=self._made_by)
        self._new.of(draft, Identity)
        self._merges.merge(late, early)
        self._join_forms(early, late)
        if late in self._told:
            self._told[early] = [*self._told.get(early, ()), *self._told.pop(late)]
        return early

    def _join_forms(self, early: str, late: str) -> None:
        # Somebody without a name stays without an entry: any name would fit them.
        if forms := self._forms.pop(late, None):
            self._forms.setdefault(early, []).extend(forms)


def _married(form: Form, known: list[Form]) -> bool:
    """Whether a woman already known may bear another surname here.

    A teller keeps her given name; a bare "Mrs." before the later of her surnames names her, too.
    """
    full = [one for one in known if len(one.words) > 1]
    surnames = {one.words[-1] for one in full}
    if len(form.words) == 1 and "mrs" in form.titles:
        return len(surnames) > 1 and form.words[0] in surnames
    return (
        len(form.words) > 1
        and form.gender == "she"
        and bool(full)
        and all(one.words[0] == form.words[0] for one in full)
    )


def _kind(form: Form) -> AliasKind:
    if form.titles:
        return "titled"
    if len(form.words) > 1:
        return "full"
    return "given" if form.words[0] in lexicon.given_names() else "surname"
