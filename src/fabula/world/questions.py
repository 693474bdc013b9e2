"""The questions that are open, folded from the claims about them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Answer, Attribution, Question

REMEMBERED = 12_000
"""How many code points a reader carries a question along for each time that it is asked: some 2,000 words."""
WEIGHTY = 0.5
"""How likely a question that is asked once must be to matter to the story for a reader to carry it along."""
MISSING = frozenset({"where", "what"})
"""Kinds of question about somebody who is not there: "where has she gone", "what has become of her"."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question and where it was asked again, in text order; `answer` is `None` as long as it is open."""

    asked: tuple[Question, ...]
    answer: Answer | None = None

    @property
    def matters(self) -> bool:
        """Whether it is more than asked in passing: asked twice, or of a kind that most often matters."""
        sure = self.asked[0].confidence
        return len(self.asked) > 1 or sure is None or sure >= WEIGHTY

    @property
    def last(self) -> int:
        """Where it was asked last."""
        return self.asked[-1].span.start


class Questions:
    """What the text read so far asks. Each claim costs the same, however long the text."""

    records: ClassVar[tuple[type[Claim], ...]] = (Question, Answer, Attribution)

    def __init__(self) -> None:
        self._asked: dict[str, OpenQuestion] = {}
        self._spoken: dict[str, int] = {}

    def add(self, claim: Claim) -> None:
        """Takes in a claim."""
        match claim:
            case Question():
                first = claim.again if claim.again in self._asked else claim.id
                before = self._asked[first].asked if first in self._asked else ()
                self._asked[first] = OpenQuestion((*before, claim))
            case Answer():
                self._asked[claim.question] = OpenQuestion(self._asked[claim.question].asked, claim)
            case Attribution():
                if claim.speaker is not None:
                    self._spoken[claim.speaker] = claim.known_at

    def open(self, at: int, resolve: Callable[[str], str]) -> tuple[OpenQuestion, ...]:
        """Those that a reader carries along at a position: not answered nor forgotten, the most asked first.

        Who was missing and speaks again is found. `resolve` gives the id under which an entity goes by now. What is
        only asked in passing is left out.
        """
        found = [one for one, is_open in self._unanswered(at, resolve) if is_open and one.matters]
        return tuple(sorted(found, key=lambda one: (-len(one.asked), -one.last)))

    def passing(self, at: int, resolve: Callable[[str], str]) -> tuple[OpenQuestion, ...]:
        """Those that are open but were only asked in passing, so that they may be no questions of the story."""
        return tuple(one for one, is_open in self._unanswered(at, resolve) if is_open and not one.matters)

    def dropped(self, at: int, resolve: Callable[[str], str]) -> tuple[OpenQuestion, ...]:
        """Those that nothing in the text answers and nobody carries along any more, in the order of the text."""
        return tuple(one for one, is_open in self._unanswered(at, resolve) if not is_open)

    def _unanswered(self, at: int, resolve: Callable[[str], str]) -> Iterator[tuple[OpenQuestion, bool]]:
        """Each question without an answer, and whether a reader still carries it along."""
        speakers: dict[str, int] = {}
        for entity, known_at in self._spoken.items():
            speakers[resolve(entity)] = max(known_at, speakers.get(resolve(entity), 0))
        for one in self._asked.values():
            if one.answer is None:
                is_near = at - one.last <= REMEMBERED * len(one.asked)
                yield one, is_near and not _is_found(one, speakers, resolve)

    def answered(self) -> tuple[OpenQuestion, ...]:
        """Those that the text has answered, in the order in which they were asked."""
        return tuple(one for one in self._asked.values() if one.answer is not None)


def _is_found(one: OpenQuestion, speakers: Mapping[str, int], resolve: Callable[[str], str]) -> bool:
    """Whether somebody whose whereabouts were asked has spoken in a later passage."""
    last = one.asked[-1]
    return last.kind in MISSING and any(speakers.get(resolve(who), 0) > last.known_at for who in last.about)
