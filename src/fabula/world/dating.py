"""Makes the timeline: the days of the stretches from what the narration says of them."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fabula.document import Claim
from fabula.layers import Scene, TimeRelation
from fabula.layers.scene import SURE
from fabula.world import calendar
from fabula.world.calendar import Days
from fabula.world.constraints import Constraint, Constraints
from fabula.world.timeline import Clash, Saying, Stretch, Timeline

UNTOLD = 7
"""Days that are guessed to lie between two scenes of which nothing is said, to put flashbacks among them."""
NEAR = 92
"""Days up to which two dates without a year are taken for the nearest such; beyond it that is only likely."""


class Chronicle:
    """What is told of when the story happens."""

    records: tuple[type[Claim], ...] = (Scene, TimeRelation)

    def __init__(self) -> None:
        self._scenes: list[Scene] = []
        self._relations: list[TimeRelation] = []

    def add(self, claim: Claim) -> None:
        """Takes in the next claim."""
        if isinstance(claim, Scene):
            self._scenes.append(claim)
        elif isinstance(claim, TimeRelation):
            self._relations.append(claim)

    def timeline(self, end: int) -> Timeline:
        """The timeline of the text up to `end`, worked out anew."""
        return timeline(self._scenes, self._relations, end)


def timeline(scenes: Sequence[Scene], relations: Sequence[TimeRelation], end: int) -> Timeline:
    """The timeline of the text up to `end`; a scene that is not sure opens no stretch."""
    opens = {one.start: one.id for one in scenes if one.confidence is None or one.confidence >= SURE}
    told = defaultdict[int, list[TimeRelation]](list)
    for claim in relations:
        if not claim.by:
            told[claim.start].append(claim)
    dating = _Dating(sorted({*opens, *told}))
    for start in dating.starts:
        dating.step(told[start], begins_scene=start in opens)
    stretches = tuple(dating.stretches(opens, end))
    out = Timeline(stretches, tuple(dating.clashes), ())
    return Timeline(stretches, out.clashes, tuple(_sayings(out, (one for one in relations if one.by))))


class _From(NamedTuple):
    """The stretch from which a day is counted, by how many days, and whether that is said or only likely."""

    number: int
    days: int
    is_said: bool


class _Step(NamedTuple):
    """What is known of a stretch by itself; its moment has its number."""

    relations: list[TimeRelation]
    left: int | None
    previous: int | None
    since: _From | None


class _Dating:
    """Goes through the stretches in the order of the text. Moments and stretches have the same numbers."""

    def __init__(self, starts: list[int]) -> None:
        self.starts, self._numbers = starts, {start: number for number, start in enumerate(starts)}
        self.clashes: list[Clash] = []
        self._constraints = Constraints()
        self._steps: list[_Step] = []
        self._claims: dict[str, TimeRelation] = {}
        self._exact = defaultdict[int, list[tuple[int, Constraint]]](list)
        self._main: int | None = None
        self._left: int | None = None
        self._dated: tuple[int, Days, TimeRelation] | None = None
        self._weekday: tuple[int, int] | None = None

    def step(self, relations: list[TimeRelation], *, begins_scene: bool) -> None:
        """Adds the next stretch with what is said of it."""
        here = self._constraints.moment()
        self._claims.update((one.id, one) for one in relations)
        back = next((self._number(one) for one in relations if one.relation == "before"), None)
        if begins_scene or any(one.relation == "same" and self._number(one) == self._left for one in relations):
            self._left = None
        if back is not None:
            self._left = back
        previous = self._main if self._left is None else (None if back is not None else here - 1)
        if previous is not None:
            self._add(Constraint(previous, here, low=0))
        if self._left is not None and back is None:
            self._add(Constraint(here, self._left, low=0))
        ways = [way(here, claim) for way in (self._measured, self._on_date, self._on_weekday) for claim in relations]
        if previous is not None:
            ways.append(_From(previous, UNTOLD if begins_scene else 0, is_said=False))
        if self._left is None:
            self._main = here
        self._steps.append(_Step(relations, self._left, previous, next(filter(None, ways), None)))

    def stretches(self, scenes: dict[int, str], end: int) -> Iterator[Stretch]:
        """All of them, in order."""
        bounds = self._constraints.bounds(self._origin) if self.starts else []
        weekdays, guesses = self._weekdays(), self._guesses()
        scene: str | None = None
        ends = (*self.starts[1:], end)
        for number, (step, start, stop) in enumerate(zip(self._steps, self.starts, ends, strict=False)):
            scene = scenes.get(start, scene)
            low, high = bounds[number]
            day = guesses[number] - guesses[self._origin]
            day = day if low is None else max(low, day)
            yield Stretch(
                start,
                stop,
                scene,
                tuple(step.relations),
                bounds[number],
                day if high is None else min(high, day),
                is_said=bool(step.since and step.since.is_said),
                left=None if step.left is None else self.starts[step.left],
                weekday=weekdays.get(number),
            )

    def _guesses(self) -> list[int]:
        """How many days lie between the first stretch and each, as far as one can guess."""
        days: list[int] = []
        for step in self._steps:
            guess = days[step.since.number] + step.since.days if step.since else 0
            in_order = step.previous is not None and not (step.since and step.since.is_said)
            days.append(max(guess, days[step.previous or 0]) if in_order else guess)
        return days

    @property
    def _origin(self) -> int:
        """The first stretch that another lies a known number of days from, else the first."""
        return min(self._exact, default=0)

    def _number(self, claim: TimeRelation) -> int:
        """The stretch that a claim measures from."""
        return self._numbers[claim.to] if claim.to in self._numbers else max(0, self._numbers[claim.start] - 1)

    def _measured(self, here: int, claim: TimeRelation) -> _From | None:
        """Adds how far a stretch is from another; gives from which, and by how many days, if that can be so."""
        if claim.relation not in ("after", "before", "same"):
            return None
        length = calendar.Length(0, 0, 0) if claim.relation == "same" else calendar.length(claim.value)
        there = self._number(claim)
        if length is None or there == here:
            return None
        first, then = (here, there) if claim.relation == "before" else (there, here)
        added = self._add(Constraint(first, then, length.low, length.high, (claim.id,)))
        about = -length.about if claim.relation == "before" else length.about
        return _From(there, about, is_said=True) if added else None

    def _on_weekday(self, here: int, claim: TimeRelation) -> _From | None:
        """Adds what a weekday says beside the last one: it is the next such, or a later one."""
        weekday = calendar.weekday(claim.value)
        if weekday is None or self._left is not None:
            return None
        last, self._weekday = self._weekday, (here, weekday)
        if not last or last[0] == here:
            return None
        later = (weekday - last[1]) % 7
        self._add(Constraint(last[0], here, low=later))
        return _From(last[0], later, is_said=False)

    def _on_date(self, here: int, claim: TimeRelation) -> _From | None:
        """Adds what a date says beside the last one."""
        days = calendar.days(claim.value)
        if days is None or (self._left is not None and not days.has_year):
            return None
        last, self._dated = self._dated, (here, days, claim)
        if not last or last[0] == here:
            return None
        there, earlier, other = last
        if days.has_year and earlier.has_year:
            return self._apart(there, here, days.first - earlier.last, days.last - earlier.first, (other, claim))
        if days.is_one and earlier.is_one:
            days = days.near(earlier)
            low, high = calendar.with_leap_day(earlier.first, days.first)
            self._dated = here, days, claim
            return self._apart(there, here, low, high, (other, claim) if max(-low, high) <= NEAR else ())
        days = days.after(earlier)
        self._dated = here, days, claim
        return self._apart(there, here, max(0, days.first - earlier.last), None, ())

    def _apart(
        self, there: int, here: int, low: int, high: int | None, claims: tuple[TimeRelation, ...]
    ) -> _From | None:
        added = self._add(Constraint(there, here, low, high, tuple(one.id for one in claims)))
        return _From(there, low, is_said=bool(claims)) if added else None

    def _add(self, constraint: Constraint) -> bool:
        """Adds a constraint; whether it can be so. If not, those that it clashes with are kept."""
        against = self._constraints.add(constraint)
        if against:
            self._clash(against)
        elif constraint.claims and constraint.low is not None and constraint.low == constraint.high:
            self._exact[constraint.earlier].append((constraint.later, constraint))
            self._exact[constraint.later].append((constraint.earlier, constraint))
        return not against

    def _clash(self, constraints: Iterable[Constraint], *more: TimeRelation) -> None:
        ids = {one for constraint in constraints for one in constraint.claims} | {one.id for one in more}
        self.clashes.append(
            Clash(tuple(sorted((self._claims[one] for one in ids), key=lambda one: (one.span, one.id))))
        )

    def _weekdays(self) -> dict[int, int]:
        """The weekday of each stretch that lies a known number of days from one whose weekday is said."""
        every = ((number, claim) for number, step in enumerate(self._steps) for claim in step.relations)
        said = {number: claim for number, claim in every if calendar.weekday(claim.value) is not None}
        out: dict[int, int] = {}
        for root, first in said.items():
            if root in out:
                continue
            out[root] = calendar.weekday(first.value) or 0
            ways: dict[int, tuple[Constraint, ...]] = {root: ()}
            waiting = deque((root,))
            while waiting:
                place = waiting.popleft()
                for onward, constraint in self._exact.get(place, ()):
                    if onward not in ways:
                        ways[onward] = (*ways[place], constraint)
                        days = constraint.low or 0
                        out[onward] = (out[place] + (days if constraint.earlier == place else -days)) % 7
                        waiting.append(onward)
                        if onward in said and calendar.weekday(said[onward].value) != out[onward]:
                            self._clash(ways[onward], first, said[onward])
        return out


def _sayings(timeline: Timeline, claims: Iterable[TimeRelation]) -> Iterator[Saying]:
    for claim in claims:
        if stretch := timeline.at(claim.start):
            named = calendar.weekday(claim.value)
            known = named is not None and stretch.weekday is not None
            yield Saying(claim, stretch, named == stretch.weekday if known else None)
