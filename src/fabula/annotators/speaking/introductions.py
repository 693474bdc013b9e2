"""Speakers who say their own name: whoever was only described before has it from then on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.identities import identify
from fabula.annotators.speaking.vocatives import AFTER
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import PEOPLE, Attribution, Entity, Gender, GivenCast, Identity, Mention, Passage, Quotation
from fabula.text import Source, Span

SURE = 0.8
"""How likely the speaker of a quotation must be to have the name that is given in it."""
FAR = 10
"""Words and marks behind a name within which "That is my name" must stand."""
IS = ("is", "'s", "’s")
AM = ("am", "'m", "’m")
SUPPOSING = frozenset("if as that whether suppose since because though think".split())
"""What keeps "I am Ada" from being said outright: "as sure as I am Ada"."""


class Introductions:
    """Makes the speaker of “I am Ada Tallow” one with Ada Tallow."""

    name: ClassVar[str] = "introductions"
    needs: ClassVar[tuple[type[Claim], ...]] = (Quotation, Mention, Entity, Gender, Identity, Attribution)
    makes: ClassVar[tuple[type[Claim], ...]] = (Identity,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new, self._merges = NewClaims(), Merges()
        self._people: set[str] = set()
        self._genders: dict[str, str] = {}
        self._closed = given.closed

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds those of one passage; nobody becomes another whom a person has listed apart."""
        self._follow(draft)
        if self._closed:
            return
        words = words_of(draft, passage)
        said = defaultdict[int, list[int]](list)
        for i, number in enumerate(words.quoted):
            said[number].append(i)
        mentions = draft.since(Mention, passage.span.start)
        names = {one.span: one.entity for one in mentions if one.kind == "proper"}
        attributions = {one.quotation: one for one in draft.since(Attribution, passage.span.start)}
        for number, quotation in enumerate(words.quotations):
            attribution = attributions.get(quotation.id)
            if attribution is None or attribution.speaker is None or (attribution.confidence or 1.0) < SURE:
                continue
            for span in own_names(words, said[number], names):
                speaker, named = (self._merges.resolve(one) for one in (attribution.speaker, names[span]))
                if speaker != named and self._may_be_one(speaker, named):
                    evidence = (span, *attribution.evidence)
                    identify(draft, speaker, named, evidence, known_at=passage.known_at, made_by=self.name)
                    self._merges.merge(speaker, named)

    def _follow(self, draft: Draft) -> None:
        for entity in self._new.of(draft, Entity):
            if entity.kind in PEOPLE and entity.kind != "group":
                self._people.add(entity.id)
        for identity in self._new.of(draft, Identity):
            self._merges.merge(identity.entity, identity.same_as)
        for gender in self._new.of(draft, Gender):
            self._genders[self._merges.resolve(gender.entity)] = gender.pronouns

    def _may_be_one(self, one: str, other: str) -> bool:
        genders = {self._genders[who] for who in (one, other) if who in self._genders}
        return len(genders) < 2 and {one, other} <= self._people


def own_names(words: Words, said: Sequence[int], names: dict[Span, str]) -> Iterator[Span]:
    """The names that a quotation gives as its speaker's own; `said` are its words, `names` those of the passage.

    “I am Ada Tallow.” “My name's Ada.” “Ada Tallow,” she said. “That is my name.”
    """
    for first, start in enumerate(said):
        for last in range(first, min(first + 4, len(said))):
            span = words.span(start, said[last])
            if span not in names:
                continue
            before = [words.lower[i] for i in said[max(0, first - 4) : first]]
            behind = [words.lower[i] for i in said[last + 1 : last + 1 + FAR]]
            closes = not behind or behind[0] in AFTER
            if closes and (_is_own(before) or (_opens(before) and _owns(behind))):
                yield span


def _is_own(before: Sequence[str]) -> bool:
    match before:
        case [*rest, "i", verb] if verb in AM:
            return not SUPPOSING.intersection(rest[-1:])
        case [*rest, "my", "name", verb] if verb in IS:
            return not SUPPOSING.intersection(rest[-1:])
    return False


def _opens(before: Sequence[str]) -> bool:
    return not any(word[0].isalnum() for word in before)


def _owns(behind: Sequence[str]) -> bool:
    """Whether "That is my name" follows."""
    plain = [word for word in behind if word[0].isalnum() or word in IS]
    return plain[:1] == ["that"] and plain[1:2] != [] and plain[1] in IS and plain[2:4] == ["my", "name"]
