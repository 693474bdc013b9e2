"""The cast: names and the people who bear them."""

from bisect import bisect_right
from dataclasses import replace
from itertools import islice, takewhile
from operator import attrgetter
from typing import ClassVar

from fabula.annotators import lexicon
from fabula.annotators.identities import identify
from fabula.annotators.naming.given_names import GivenNames
from fabula.annotators.naming.handing_over import hand_over
from fabula.annotators.naming.name import Name
from fabula.annotators.naming.name_parts import Parsed, parse
from fabula.annotators.naming.names import NameFinder
from fabula.annotators.naming.namesakes import Clash, Namesakes
from fabula.annotators.naming.people import People
from fabula.annotators.naming.person import Person
from fabula.annotators.naming.referential_gender import first_acts, pronoun_votes, suffix_votes
from fabula.annotators.words import words_of
from fabula.document import Claim, Draft
from fabula.layers import GIVEN, Alias, Entity, Gender, GivenCast, Identity, Mention, Passage, Quotation, Role
from fabula.text import Source, Span

PLURAL = frozenset({"miss", "misses", "messrs", "mesdames"})
"""Titles that may stand before a surname in the plural."""


class Names:
    """Makes entities from proper names, with their mentions, aliases, merges and referential gender."""

    name: ClassVar[str] = "names"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage, Quotation)
    makes: ClassVar[tuple[type[Claim], ...]] = (Entity, Mention, Alias, Identity, Gender, Role)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._finder = NameFinder()
        self._people = People()
        self._namesakes = Namesakes()
        self._given = given
        self._given_names = GivenNames(given)
        self._given_ids: dict[int, str] = {}
        self._genders: dict[str, Gender] = {}
        self._groups: dict[tuple[str, ...], str] = {}
        self._acting: set[str] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the claims about the names of one passage."""
        words = words_of(draft, passage)
        known = passage.known_at
        bearers: dict[int, str] = {}
        covered: list[Span] = []
        names: list[Name] = []
        for hit in self._given_names.find(words):
            entity = self._given_entity(draft, hit.character, hit.name, known)
            proper = any(word[0].isupper() for word in hit.name.form.split())
            self._mention(draft, hit.name.span, entity, known, proper=proper)
            bearers[hit.name.last] = entity
            covered.append(hit.name.span)
            names.append(hit.name)
        for name in self._finder.find(words):
            if any(span.overlaps(name.span) for span in covered):
                continue
            bearer = self._part_bearer(draft, name, known) if self._given.closed else self._entity(draft, name, known)
            if bearer is None:
                continue
            self._mention(draft, name.span, bearer, known)
            if name.first >= 0:
                bearers[name.last] = bearer
                names.append(name)
        for clash in self._namesakes.clashes(
            words, [(name, self._people.persons[bearers[name.last]]) for name in names]
        ):
            bearers |= self._part(draft, clash, names, known)
        for name in first_acts(words, names):
            self._act(draft, bearers[name.last], name.span, known)
        for entity, pronouns, weight, i in (*suffix_votes(words, bearers), *pronoun_votes(words, bearers)):
            person = self._people.persons[entity]
            setattr(person, pronouns, getattr(person, pronouns) + weight)
            self._gender(draft, person, words.span(i, i), known)

    def _mention(self, draft: Draft, span: Span, entity: str, known: int, *, proper: bool = True) -> None:
        draft.add(
            Mention(
                id=draft.new_id(Mention),
                evidence=(span,),
                known_at=known,
                made_by=self.name,
                replaces=_taken_up(draft, span, known),
                kind="proper" if proper else "nominal",
                entity=entity,
            )
        )

    def _entity(self, draft: Draft, name: Name, known: int) -> str:
        """The entity that bears this name, made if it is new."""
        if family := self._family(name):
            return self._group(draft, name, family, known)
        parsed = parse(name)
        person = self._people.find(name, parsed, name.span.start)
        if person is None:
            person = self._introduce(draft, name, known, made_by=self.name)
        self._learn(draft, person, name, parsed, known)
        return person.id

    def _family(self, name: Name) -> str | None:
        """The surname in "the Penroses" or "the Miss Penroses"; `None` if the name is no family's."""
        last = name.words[-1] if name.words else ""
        if not last.endswith("s") or not (name.article or PLURAL & set(name.titles)):
            return None
        return next((base for base in (last[:-1], last[:-2]) if self._people.is_surname(base)), None)

    def _group(self, draft: Draft, name: Name, family: str, known: int) -> str:
        """The entity of a family, or of some of its members, made at its first mention."""
        key = (*name.titles, family)
        if key not in self._groups:
            person = self._introduce(draft, name, known, made_by=self.name, group=True)
            person.fixed = True
            self._groups[key] = person.id
        return self._groups[key]

    def _introduce(self, draft: Draft, name: Name, known: int, *, made_by: str, group: bool = False) -> Person:
        speaking = not name.titles and (name.article or len(name.words) == 1)  # "the Grey Heron", not "Robert Fox"
        animal = speaking and bool(name.words) and name.words[-1] in lexicon.animal_nouns()
        entity = draft.add(
            Entity(
                id=draft.new_id(Entity),
                evidence=(name.span,),
                known_at=known,
                made_by=made_by,
                name=f"the {name.form}" if name.article else name.form,
                kind="group" if group else "animal" if animal else "person",
            )
        )
        person = Person(entity.id)
        self._people.enter(person)
        return person

    def _learn(self, draft: Draft, person: Person, name: Name, parsed: Parsed, known: int) -> None:
        if not self._people.learn(person, name, parsed, name.span.end):
            return
        draft.add(
            Alias(
                id=draft.new_id(Alias),
                evidence=(name.span,),
                known_at=known,
                made_by=self.name,
                entity=person.id,
                form=name.form,
                kind=parsed.kind,
            )
        )
        if parsed.given and parsed.surname and (other := self._people.bare_surname(parsed, person)):
            first, _ = identify(draft, person.id, other.id, (name.span,), known_at=known, made_by=self.name)
            early, late = (person, other) if first == person.id else (other, person)
            self._people.absorb(early, late)
            person = early
        self._gender(draft, person, name.span, known)

    def _part(self, draft: Draft, clash: Clash, names: list[Name], known: int) -> dict[int, str]:
        """Gives names that somebody bore until now to somebody new; gives who bears which of the passage's `names`.

        All that they named is the other's from here on. What was concluded from it before stays as it is.
        """
        person = self._people.persons[clash.entity]
        moved = clash.moved(person)
        bearer = next((name for name in clash.names if name.key in moved), None)
        if bearer is None or moved >= person.uses.keys():
            return {}
        forms = {person.named[key].form for key in moved}
        other = self._introduce(draft, bearer, known, made_by=self.name)
        kept = self._people.part(person, moved, other)
        theirs = {entity for entity, one in self._people.persons.items() if one is kept}
        hand_over(draft, forms, theirs, other.id, known_at=known, made_by=self.name)
        return {name.last: other.id for name in names if name.key in moved}

    def _gender(self, draft: Draft, person: Person, span: Span, known: int) -> None:
        """Claims the gender of somebody when the evidence has become clear, or has turned."""
        if person.fixed or person.gender is None:
            return
        old = self._genders.get(person.id)
        if old is None or old.pronouns != person.gender:
            self._claim_gender(draft, person.id, person.gender, span, known)

    def _claim_gender(self, draft: Draft, entity: str, pronouns: str, span: Span, known: int) -> None:
        old = self._genders.get(entity)
        self._genders[entity] = draft.add(
            Gender(
                id=draft.new_id(Gender),
                evidence=(span,),
                known_at=known,
                made_by=self.name,
                replaces=old.id if old else None,
                entity=entity,
                pronouns=pronouns,
            )
        )

    def _act(self, draft: Draft, entity: str, span: Span, known: int) -> None:
        if entity in self._acting:
            return
        self._acting.add(entity)
        draft.add(
            Role(
                id=draft.new_id(Role),
                evidence=(span,),
                known_at=known,
                made_by=self.name,
                entity=entity,
                kind="acts",
            )
        )

    def _part_bearer(self, draft: Draft, name: Name, known: int) -> str | None:
        """Where nobody else may appear, the one stated character of whose name this is a part; `None` if of several."""
        bearers = self._given_names.bearers(name)
        return self._given_entity(draft, bearers[0], name, known, made_by=self.name) if len(bearers) == 1 else None

    def _given_entity(self, draft: Draft, index: int, name: Name, known: int, *, made_by: str = GIVEN) -> str:
        """The entity of a stated character, made at its first mention under any of its names."""
        character = self._given.characters[index]
        if index not in self._given_ids:
            person = self._introduce(draft, replace(name, form=character.name, article=False), known, made_by=GIVEN)
            person.fixed = True
            self._given_ids[index] = person.id
            if character.pronouns:
                self._claim_gender(draft, person.id, character.pronouns.name, name.span, known)
        person = self._people.persons[self._given_ids[index]]
        if name.key not in person.uses:
            draft.add(
                Alias(
                    id=draft.new_id(Alias),
                    evidence=(name.span,),
                    known_at=known,
                    made_by=made_by,
                    entity=person.id,
                    form=name.form,
                    kind=parse(name).kind,
                )
            )
        person.uses[name.key] = person.uses.get(name.key, 0) + 1
        person.last = name.span.end
        return person.id


def _taken_up(draft: Draft, span: Span, known: int) -> str | None:
    """The mention that was made of these very words before they were known for a name."""
    claims = draft.claims(Mention)
    index = bisect_right(claims, span.start, key=attrgetter("known_at"))
    if index == len(claims) or (then := claims[index].known_at) == known:
        return None
    made = takewhile(lambda claim: claim.known_at == then, islice(claims, index, None))
    return next(reversed([claim.id for claim in made if claim.span == span]), None)
