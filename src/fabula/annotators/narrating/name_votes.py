"""What a passage says for and against each name's being the narrator's.

For it: being called by it in talk with the narrator, above all between two, being introduced by it, and stating it.
Against it: that its bearer acts or is spoken of in the narration, or that the narrator calls somebody by it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from fabula.annotators.speaking.vocatives import is_vocative
from fabula.annotators.words import Words
from fabula.document import Draft
from fabula.layers import AttributionType, Quotation
from fabula.text import Span

NEAR = 500
"""Code points between two quotations within which one answers the other."""
FOLLOWING = 12
"""Words of narration behind a quotation in which the narrator, if there, is whom it was said to."""
CALLED = 0.25
"""Vote of a name that calls somebody, if nothing shows that it is the narrator who is called."""
NARRATED = -0.6
"""Vote of a name in the narration: narrators seldom call themselves by name."""
WINDOW = 3
"""Quotations before and after in which others take part in the talk."""
STATED = (("my", "name", "is"), ("my", "name", "was"), ("call", "me"), ("called", "me"), ("name", "me"))
I_AM = (("i", "am"), ("i", "'m"), ("i", "’m"), ("i'm",), ("i’m",), ("am", "i", ","))
SELF = frozenset({"i", "me", "my"})
OPENING = frozenset(",\"“'‘—-.!?")
CLOSING = frozenset(",.!?;—-")
MEN = "sir mister monsieur boy lad fellow chap sirrah signor sahib"
WOMEN = "madam ma'am ma’am mum miss madame mademoiselle girl lady signora"
ADDRESSED = dict.fromkeys(MEN.split(), "he") | dict.fromkeys(WOMEN.split(), "she")
"""Nouns by which somebody is called, and the pronouns that go with them."""


class Vote(NamedTuple):
    """What one occurrence of a name says: `weight` above 0 for the narrator's bearing it, below 0 against."""

    entity: str
    weight: float
    first: int
    last: int


class Talk:
    """The quotations of a passage in order, and who takes part: speaker and type of attribution for each."""

    def __init__(self, words: Words, turns: dict[str, tuple[str | None, AttributionType]], narrator: str) -> None:
        self._words = words
        self._narrator = narrator
        self._turns = [
            (index, *turns[quotation.id])
            for index, quotation in enumerate(words.quotations)
            if quotation.id in turns and quotation.parent is None
        ]
        self._place = {turn[0]: place for place, turn in enumerate(self._turns)}

    def votes(self, named: list[tuple[int, int, str]]) -> Iterator[Vote]:
        """What each name, given by its first and last word and its bearer, says."""
        for first, last, entity in named:
            if weight := self._weight(first, last, entity):
                yield Vote(entity, weight, first, last)
        for _, speaker, how in self._turns:
            if how == "explicit" and speaker and speaker != self._narrator:
                yield Vote(speaker, -1.0, -1, -1)

    def genders(self) -> Iterator[tuple[str, float]]:
        """The pronouns that go with how the narrator is addressed."""
        words = self._words
        for i, word in enumerate(words.lower):
            if word in ADDRESSED and words.quoted[i] in self._place and is_vocative(words, i, i):
                place = self._place[words.quoted[i]]
                if not self._is_own(place) and (beside := self._beside(place)):
                    yield ADDRESSED[word], beside

    def _weight(self, first: int, last: int, entity: str) -> float:
        words = self._words
        before = tuple(words.lower[max(0, first - 4) : first])
        states = any(before[-len(phrase) :] == phrase for phrase in STATED)
        if words.quoted[first] < 0:
            if states or (before[-2:] == ("i", ",") and words.text[last + 1 : last + 2] == [","]):
                return 4.0
            return NARRATED
        if words.quoted[first] not in self._place:
            return 0.0
        place = self._place[words.quoted[first]]
        _, speaker, how = self._turns[place]
        if speaker == self._narrator:
            sure = how == "anaphoric"
            if states or any(before[-len(phrase) :] == phrase for phrase in I_AM):
                return 3.0 if sure else 1.0
            return (-0.5 if is_vocative(words, first, last) else -1.0) if sure else 0.0
        if speaker == entity:
            return 0.0
        beside = max(self._beside(place), 0.8 * self._is_by_narrator(last))
        if is_vocative(words, first, last):
            others = self._others(place, entity)
            return 0.0 if entity in others else (CALLED + (1 - CALLED) * beside) * (0.6 if others else 1.0)
        return beside if ("this", "is") in pairwise(before) else 0.0

    def _is_own(self, place: int) -> bool:
        return self._turns[place][1] == self._narrator

    def _beside(self, place: int) -> float:
        """How surely the narrator spoke just before or speaks just after."""
        best = 0.0
        for other in (place - 1, place + 1):
            if 0 <= other < len(self._turns) and self._is_own(other) and self._gap(min(place, other)) < NEAR:
                best = max(best, 1.0 if self._turns[other][2] == "anaphoric" else 0.5)
        return best

    def _is_by_narrator(self, last: int) -> bool:
        """Whether the narration that follows the quotation with this word at once speaks of the narrator."""
        words = self._words
        quotation, i = words.quoted[last], last
        while i < len(words) and words.quoted[i] == quotation:
            i += 1
        for k in range(i, min(i + FOLLOWING, len(words))):
            if words.quoted[k] >= 0:
                return False
            if words.lower[k] in SELF:
                return True
        return False

    def _gap(self, place: int) -> int:
        """Code points between a quotation and the next."""
        before, after = (self._words.quotations[self._turns[k][0]] for k in (place, place + 1))
        return after.evidence[0].start - before.evidence[-1].end

    def _others(self, place: int, entity: str) -> set[str]:
        """Who else talks nearby, besides the narrator and the speaker; the bearer of the name if it surely speaks."""
        speaker = self._turns[place][1]
        found = set()
        for _, other, how in self._turns[max(0, place - WINDOW) : place + WINDOW + 1]:
            if other and other not in (self._narrator, speaker) and (other != entity or how == "explicit"):
                found.add(other)
        return found


def earlier_vote(draft: Draft, span: Span) -> float:
    """What an occurrence of a name in an earlier passage says, by the marks around it alone."""
    claims = draft.claims(Quotation)
    place = bisect_right(claims, span.start, key=lambda claim: claim.span.start) - 1
    if place < 0 or not any(piece.start <= span.start < piece.end for piece in claims[place].evidence):
        return NARRATED
    before, after = draft.text[span.start - 2 : span.start].rstrip(), draft.text[span.end : span.end + 1]
    return CALLED if after in CLOSING and before[-1:] in OPENING else 0.0
