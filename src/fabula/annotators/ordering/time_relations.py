"""How the time that is told of moves, where the narration itself says so."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from fabula.annotators.certainty import NEEDS, certainty_of
from fabula.annotators.following import NewClaims
from fabula.annotators.ordering.clauses import BEING, Telling, is_root, telling
from fabula.annotators.ordering.dated import heading_dates
from fabula.annotators.ordering.moves import Move, moves
from fabula.annotators.ordering.openings import Openings
from fabula.annotators.ordering.spoken import spoken
from fabula.annotators.parse import Parse, parse_of
from fabula.document import Claim, Draft
from fabula.layers import (
    GivenCast,
    Narration,
    Passage,
    Scene,
    TimeExpression,
    TimeRelation,
)
from fabula.layers.narration import Tense
from fabula.layers.scene import SURE
from fabula.layers.time_relation import TimeRelationKind
from fabula.text import Source, Span

EARLIER = 3
"""Predicates in the pluperfect that a paragraph has at least to be a flashback."""
SHARE = 0.6
"""Of all that a paragraph tells, how much is in the pluperfect at least."""
AGO = "-PX"
"""The value of a flashback of which it is not said how far it goes back."""
BACK = "P0D"
"""The value of a claim that a flashback has ended: the story is back on the day that it left."""


class Found(NamedTuple):
    """What is said of the stretch that begins at `start`."""

    start: int
    relation: TimeRelationKind
    value: str
    evidence: tuple[Span, ...]


class TimeRelations:
    """Makes time relations. It keeps where the stretch began that is being told, and the one that a flashback left."""

    name: ClassVar[str] = "time_relations"
    needs: ClassVar[tuple[type[Claim], ...]] = (*NEEDS, TimeExpression, Scene, Narration)
    makes: ClassVar[tuple[type[Claim], ...]] = (TimeRelation,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new = NewClaims()
        self._narrations: list[Narration] = []
        self._now: int | None = None
        self._before: int | None = None
        self._is_back = self._ends_earlier = False

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds how the passage moves in time."""
        parse, certainty = parse_of(draft, passage), certainty_of(draft, passage)
        self._narrations += self._new.of(draft, Narration)
        scenes = {one.start for one in self._new.of(draft, Scene) if one.confidence is None or one.confidence >= SURE}
        made = draft.since(TimeExpression, passage.span.start)
        replaced = {one.replaces for one in made}
        times = sorted((one for one in made if one.id not in replaced), key=lambda one: one.span)
        openings = Openings(draft, passage, parse)
        found = [
            Found(openings.start(move.verb), move.relation, move.time.value, _evidence(parse, move))
            for move in moves(parse, openings, times, self._told, draft.text)
        ]
        for paragraph in openings.paragraphs:
            begins = paragraph.start in scenes
            if begins:
                self._enter(paragraph.start)
            inside = [one for one in times if paragraph.start <= one.span.start < paragraph.end]
            dates = self._dates(draft, paragraph, inside, parse, begins=begins)
            here = _first_of_each([one for one in found if paragraph.start <= one.start < paragraph.end])
            opens = any(one.start == paragraph.start for one in here)
            if dates:  # An entry has its own time, whatever went before.
                here = [*dates, *(one for one in here if one.start > paragraph.start)]
            elif self._is_back:
                here += self._return(parse, paragraph)
            elif not begins and not opens:
                here += self._flashback(parse, paragraph)
            for one in sorted(here, key=lambda one: one.start):
                self._claim(draft, passage, one)
        for time, head in spoken(parse, times):
            if by := certainty.teller(head):
                start = parse.sentence(head).start
                self._add(draft, passage, Found(start, "on", time.value, (time.span,)), None, by)

    def _enter(self, start: int) -> None:
        """A stretch of the story's now begins."""
        if start != self._now:
            self._before, self._now, self._is_back = self._now, start, False

    def _claim(self, draft: Draft, passage: Passage, found: Found) -> None:
        """Adds a claim, and steps into the stretch that it opens. Within a flashback nothing else is measured."""
        if found.relation == "before":
            left = self._before if found.start == self._now else self._now
            if left is not None:
                self._now, self._is_back, self._ends_earlier = left, True, True
                self._add(draft, passage, found, left)
            return
        if self._is_back and found.relation != "dated" and not _is_return(found):
            return
        self._enter(found.start)
        to = None if found.relation in ("on", "dated") else self._before
        if to is not None or found.relation in ("on", "dated"):
            self._add(draft, passage, found, to)

    def _add(self, draft: Draft, passage: Passage, found: Found, to: int | None, by: str | None = None) -> None:
        draft.add(
            TimeRelation(
                id=draft.new_id(TimeRelation),
                evidence=found.evidence,
                known_at=passage.known_at,
                made_by=self.name,
                start=found.start,
                relation=found.relation,
                value=found.value,
                to=to,
                by=by,
            )
        )

    def _dates(
        self, draft: Draft, paragraph: Span, times: Sequence[TimeExpression], parse: Parse, *, begins: bool
    ) -> list[Found]:
        """The heading of an entry; a letter between quotation marks is no more than quoted, unless it is the scene."""
        places = parse.places(paragraph)
        if not places or (places.start in parse.quotations and not begins):
            return []
        heads = heading_dates(draft, paragraph, times)
        return [Found(paragraph.start, "dated", one.value, (one.span,)) for one in heads]

    def _return(self, parse: Parse, paragraph: Span) -> list[Found]:
        """The end of a flashback that has kept to the pluperfect: the first paragraph that opens in another tense."""
        tenses = self._tenses(parse, paragraph)
        if not tenses:
            return []
        place, tense = tenses[0]
        ended = self._ends_earlier and tense != "earlier"
        self._ends_earlier = tenses[-1][1] == "earlier"
        return [Found(paragraph.start, "same", BACK, (parse.span(place),))] if ended else []

    def _flashback(self, parse: Parse, paragraph: Span) -> list[Found]:
        """A paragraph of the pluperfect goes back by an unknown time."""
        tenses = self._tenses(parse, paragraph)
        earlier = [place for place, tense in tenses if tense == "earlier"]
        if len(earlier) < EARLIER or tenses[0][1] != "earlier" or len(earlier) < SHARE * len(tenses):
            return []
        words = tuple(parse.spans((place, *parse.below(place, "aux")))[0] for place in earlier[:EARLIER])
        return [Found(paragraph.start, "before", AGO, words)]

    def _tenses(self, parse: Parse, paragraph: Span) -> list[tuple[int, Telling]]:
        """The predicates of the main clauses of what the narrator says in a paragraph, and how each is told."""
        told = self._told(paragraph.start)
        verbs = [
            place
            for place in parse.places(paragraph)
            if place not in parse.quotations and parse.relation(place) in BEING and is_root(parse, place)
        ]
        return [(place, tense) for place in verbs if (tense := telling(parse, place, told)) is not None]

    def _told(self, position: int) -> Tense:
        """The tense in which the story is told at a position."""
        index = bisect_right(self._narrations, position, key=lambda one: one.start) - 1
        return self._narrations[index].tense if index >= 0 else "past"


def _first_of_each(found: Sequence[Found]) -> list[Found]:
    """Of what is measured from another stretch only the first for each start: "next day, and that night"."""
    seen, out = set[int](), []
    for one in found:
        if one.relation in ("on", "dated") or one.start not in seen:
            out.append(one)
        if one.relation not in ("on", "dated"):
            seen.add(one.start)
    return out


def _evidence(parse: Parse, move: Move) -> tuple[Span, ...]:
    """The words for the time; for a flashback its verb too, whose tense shows it."""
    return (move.time.span, parse.span(move.verb)) if move.relation == "before" else (move.time.span,)


def _is_return(found: Found) -> bool:
    return found.relation == "same" and found.value == BACK
