"""A person's corrections of speakers and of who is who, laid over what the machine found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, Self

from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.identities import identify, in_order
from fabula.document import Claim, Document, Draft
from fabula.layers import (
    PERSON,
    Alias,
    Attribution,
    Entity,
    GivenCast,
    GivenSpeaker,
    Identity,
    Passage,
    Quotation,
    Role,
)
from fabula.text import Source, Span
from fabula.text.anchor import Anchors, Match, clearly_best, normal_words

ARTICLES = frozenset({"the", "a", "an"})
MARKS = 4
"""Code points that may stand between a quotation's beginning and its first word: marks, dots, a dash."""
BEGINS = 1.0
"""How much better a place is where the words begin a quotation than one inside it."""


class Misfit(NamedTuple):
    """A correction that does not fit the story, in the words of the file, and why."""

    correction: str
    reason: str


class Places:
    """Which quotation each correction of a speaker means, in the text read so far."""

    def __init__(self, speakers: Sequence[GivenSpeaker]) -> None:
        self._anchors = Anchors([given.anchor for given in speakers])
        self._found: dict[int, dict[str, tuple[Match, Quotation]]] = {}
        self.unspoken: set[int] = set()

    @classmethod
    def of(cls, document: Document, speakers: Sequence[GivenSpeaker]) -> Self:
        """Those in a story that was read."""
        places, layer = cls(speakers), document.layer(Quotation)
        for passage in document.layer(Passage):
            places.read(document.source.text, passage.span, layer.covered_by(passage.span))
        return places

    def read(self, text: str, span: Span, quotations: Sequence[Quotation]) -> list[int]:
        """Looks into one passage; gives the numbers of the corrections that may stand there."""
        touched: dict[int, None] = {}
        for match in self._anchors.matches(text, span) if quotations else ():
            quotation = max(quotations, key=lambda quotation: _fit(quotation, match.span))
            begins, letters, _ = _fit(quotation, match.span)
            if not letters:
                self.unspoken.add(match.anchor)
                continue
            match = match._replace(share=match.share + BEGINS * begins)
            found = self._found.setdefault(match.anchor, {})
            if quotation.id not in found or found[quotation.id][0].share < match.share:
                found[quotation.id] = match, quotation
            touched[match.anchor] = None
        return list(touched)

    def meant(self, correction: int) -> Quotation | None:
        """The quotation that a correction means; `None` if there is none yet, or several may be meant."""
        found = dict(self._found.get(correction, {}).values())
        best = clearly_best(found)
        return found[best] if best else None

    def candidates(self, correction: int) -> list[Quotation]:
        """All quotations that a correction may mean."""
        return [quotation for _, quotation in self._found.get(correction, {}).values()]


class Corrections:
    """Replaces attributions by those that a person states, and makes one of entities that they say are one."""

    name: ClassVar[str] = "corrections"
    needs: ClassVar[tuple[type[Claim], ...]] = (Quotation, Entity, Alias, Identity, Role, Attribution)
    makes: ClassVar[tuple[type[Claim], ...]] = (Entity, Identity, Role, Attribution)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._given = given
        self._places = Places(given.speakers)
        self._meant: dict[int, Quotation | None] = {}
        self._stated: dict[str, tuple[int, ...]] = {}
        self._machine: dict[str, Attribution] = {}
        self._latest: dict[str, Attribution] = {}
        self._new = NewClaims()
        self._merges = Merges()
        self._bearers: dict[str, str] = {}
        self._invented: dict[str, str] = {}
        self._roles: set[tuple[str, str]] = set()
        groups = (*given.same, *(character.forms for character in given.characters))
        self._groups = [tuple(dict.fromkeys(map(name_key, names))) for names in groups]

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the person's corrections say of one passage, or take back of an earlier one."""
        if not self._given.speakers and not self._given.same:
            return
        self._meet(draft, passage)
        for claim in self._new.of(draft, Attribution):
            self._machine[claim.quotation] = self._latest[claim.quotation] = claim
        for role in self._new.of(draft, Role):
            self._roles.add((self._merges.resolve(role.entity), role.kind))
        quotations = draft.since(Quotation, passage.span.start)
        changed: dict[str, Quotation] = {}
        for correction in self._places.read(draft.text, passage.span, quotations):
            old, new = self._meant.get(correction), self._places.meant(correction)
            self._meant[correction] = new
            for quotation in (old, new) if old != new else ():
                if quotation:
                    changed[quotation.id] = quotation
        for quotation in changed.values():
            self._settle(draft, passage, quotation)
        self._new.of(draft, Attribution)

    # -- who is who ------------------------------------------------------------------------------------------------

    def _meet(self, draft: Draft, passage: Passage) -> None:
        """Takes note of new names and merges, and claims the identities that follow from what the person states."""
        for identity in self._new.of(draft, Identity):
            self._merges.merge(identity.entity, identity.same_as)
        met = [(entity.id, entity.name, True) for entity in self._new.of(draft, Entity)]
        met += [(alias.entity, alias.form, False) for alias in self._new.of(draft, Alias)]
        for id, form, own in met:
            key = name_key(form)
            if self._invented.get(key, id) != id:
                self._unite(draft, passage, id, self._invented.pop(key))
            if own or key not in self._bearers:
                first = self._bearers.setdefault(key, id)
                for group in self._groups:
                    if key in group:
                        others = [self._bearers[name] for name in group if name in self._bearers]
                        for other in (first, *others):
                            self._unite(draft, passage, id, other)
        self._new.of(draft, Identity)

    def _unite(self, draft: Draft, passage: Passage, one: str, other: str) -> None:
        early, late = in_order(self._merges.resolve(one), self._merges.resolve(other))
        if early == late:
            return
        self._merges.merge(late, early)
        evidence = tuple(draft.claims(Entity)[int(id[1:]) - 1].span for id in (late, early))
        identify(draft, early, late, evidence, known_at=passage.known_at, made_by=PERSON)

    def _entity(self, draft: Draft, passage: Passage, name: str, quotation: Quotation, role: str) -> str:
        """Who bears a name, made with the quotation as evidence if nobody does so far; takes part from here on."""
        key = name_key(name)
        if key not in self._bearers:
            entity = Entity(
                id=draft.new_id(Entity),
                evidence=quotation.evidence,
                known_at=passage.known_at,
                made_by=PERSON,
                name=name,
            )
            self._invented[key] = draft.add(entity).id
            self._meet(draft, passage)
        id = self._merges.resolve(self._bearers[key])
        if (id, role) not in self._roles:
            self._roles.add((id, role))
            draft.add(
                Role(
                    id=draft.new_id(Role),
                    evidence=quotation.evidence,
                    known_at=passage.known_at,
                    made_by=PERSON,
                    entity=id,
                    kind="speaks" if role == "speaks" else "addressed",
                )
            )
        return id

    # -- who speaks ------------------------------------------------------------------------------------------------

    def _settle(self, draft: Draft, passage: Passage, quotation: Quotation) -> None:
        """Claims for one quotation what the last correction that means it says, or again what the machine said."""
        latest, machine = self._latest.get(quotation.id), self._machine.get(quotation.id)
        meaning = [number for number, meant in self._meant.items() if meant and meant.id == quotation.id]
        blank = Attribution(
            id="",
            evidence=quotation.evidence,
            known_at=passage.known_at,
            made_by=self.name,
            quotation=quotation.id,
            speaker=None,
            addressees=(),
            type="implicit",
        )
        claim = machine or blank
        if meaning:
            given = self._given.speakers[max(meaning)]
            claim = replace(claim, evidence=quotation.evidence, made_by=PERSON)
            speaker = self._entity(draft, passage, given.speaker, quotation, "speaks") if given.speaker else None
            addressees = tuple(entity for entity in claim.addressees if self._merges.resolve(entity) != speaker)
            if given.addressee:
                addressees = (self._entity(draft, passage, given.addressee, quotation, "addressed"),)
            sure = 1.0 if speaker else None
            claim = replace(claim, speaker=speaker, addressees=addressees, confidence=sure)
        claim = replace(
            claim,
            id=draft.new_id(Attribution),
            known_at=passage.known_at,
            replaces=latest.id if latest else None,
        )
        self._latest[quotation.id] = draft.add(claim)


def misfits(document: Document, given: GivenCast) -> tuple[Misfit, ...]:
    """The corrections that fit nothing in a story that was read, in the order in which they were given."""
    places = Places.of(document, given.speakers)
    out = [
        Misfit(speaker.anchor.exact, _reason(places, number))
        for number, speaker in enumerate(given.speakers)
        if places.meant(number) is None
    ]
    names = {name_key(entity.name) for entity in document.layer(Entity) if entity.made_by != PERSON}
    names |= {name_key(alias.form) for alias in document.layer(Alias)}
    return (*out, *_unnamed(given, names))


def name_key(name: str) -> str:
    """A name as it is compared: without capitals, punctuation and a leading article."""
    words = normal_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _unnamed(given: GivenCast, names: set[str]) -> Iterator[Misfit]:
    for group in given.same:
        missing = [name for name in group if name_key(name) not in names]
        if missing:
            yield Misfit(" = ".join(group), f"nobody is called {' or '.join(missing)}")


def _reason(places: Places, correction: int) -> str:
    if places.candidates(correction):
        return "several quotations fit"
    return "the words stand in no quotation" if correction in places.unspoken else "the words are gone"


def _fit(quotation: Quotation, span: Span) -> tuple[bool, int, int]:
    """How well words fit a quotation: whether they begin one of its pieces, the letters shared, and its shortness."""
    begins = any(0 <= span.start - piece.start <= MARKS and piece.overlaps(span) for piece in quotation.evidence)
    shared = sum(max(0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in quotation.evidence)
    return begins, shared, -sum(piece.end - piece.start for piece in quotation.evidence)
