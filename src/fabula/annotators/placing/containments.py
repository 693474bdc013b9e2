"""What lies in what, where the text says it outright of two places that can be no others."""

from typing import ClassVar

from fabula.annotators.certainty import NEEDS, certainty_of
from fabula.annotators.parse import parse_of
from fabula.annotators.placing.containing import insides
from fabula.annotators.placing.places import Places
from fabula.document import Claim, Draft
from fabula.layers import (
    Containment,
    GivenCast,
    Passage,
)
from fabula.text import Source, Span


class Containments:
    """Makes containments."""

    name: ClassVar[str] = "containments"
    needs: ClassVar[tuple[type[Claim], ...]] = NEEDS
    makes: ClassVar[tuple[type[Claim], ...]] = (Containment,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._places = Places()
        self._made: set[tuple[str, str, bool]] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage says."""
        parse, certainty, places = parse_of(draft, passage), certainty_of(draft, passage), self._places
        places.follow(draft, passage, parse)
        for one in insides(parse, places):
            by, place, within = certainty.teller(one.place), places.which(one.place), places.which(one.within)
            if by is None or place is None or within is None:
                continue
            told = places.resolve(place.entity), places.resolve(within.entity), by == ""
            if told[0] == told[1] or told in self._made:
                continue
            self._made.add(told)
            draft.add(
                Containment(
                    id=draft.new_id(Containment),
                    evidence=(Span(min(place.span.start, within.span.start), max(place.span.end, within.span.end)),),
                    known_at=passage.known_at,
                    made_by=self.name,
                    place=place.entity,
                    within=within.entity,
                    by=by or None,
                )
            )
