"""Where the text leaves the story that the narrator goes on with."""

from typing import ClassVar

from fabula.annotators.certainty import NEEDS, certainty_of
from fabula.annotators.narrating.dreams import dreams
from fabula.annotators.narrating.long_tales import long_tales
from fabula.annotators.narrating.prolepses import prolepses
from fabula.annotators.narrating.set_off_letters import SetOffLetters
from fabula.annotators.parse import parse_of
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, Level, Passage, TimeExpression
from fabula.text import Source


class Levels:
    """Makes levels: letters, tales, dreams, and what is told before its time."""

    name: ClassVar[str] = "levels"
    needs: ClassVar[tuple[type[Claim], ...]] = (*NEEDS, TimeExpression)
    makes: ClassVar[tuple[type[Claim], ...]] = (Level,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._letters = SetOffLetters()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage shows."""
        parse, certainty = parse_of(draft, passage), certainty_of(draft, passage)
        times = draft.since(TimeExpression, passage.span.start)
        found = [
            *self._letters.read(draft, passage, parse),
            *long_tales(draft, passage, parse, certainty),
            *dreams(draft, passage, parse),
            *prolepses(parse, times),
        ]
        for one in sorted(found, key=lambda one: (one.start, one.level)):
            draft.add(
                Level(
                    id=draft.new_id(Level),
                    evidence=one.evidence,
                    known_at=passage.known_at,
                    made_by=self.name,
                    start=one.start,
                    end=one.end,
                    level=one.level,
                    by=one.by,
                )
            )
