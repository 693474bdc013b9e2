"""Who is where, where the narrator says so of somebody who can be no other."""

from typing import ClassVar

from fabula.annotators.certainty import NEEDS, certainty_of
from fabula.annotators.parse import parse_of
from fabula.annotators.placing.moving import moves
from fabula.annotators.placing.places import Places
from fabula.document import Claim, Draft
from fabula.layers import (
    GivenCast,
    Passage,
    Whereabouts,
)
from fabula.text import Source


class Movements:
    """Makes whereabouts: who is at a place, arrives there, leaves it or sets out for it."""

    name: ClassVar[str] = "whereabouts"
    needs: ClassVar[tuple[type[Claim], ...]] = NEEDS
    makes: ClassVar[tuple[type[Claim], ...]] = (Whereabouts,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._places = Places()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage says."""
        parse, certainty = parse_of(draft, passage), certainty_of(draft, passage)
        self._places.follow(draft, passage, parse)
        for move in moves(parse, self._places):
            entity, place = certainty.who(move.person), self._places.which(move.place)
            if entity is None or place is None:
                continue
            draft.add(
                Whereabouts(
                    id=draft.new_id(Whereabouts),
                    evidence=(parse.span(move.verb), parse.span(move.person), place.span),
                    known_at=passage.known_at,
                    made_by=self.name,
                    entity=entity,
                    place=place.entity,
                    how=move.how,
                )
            )
