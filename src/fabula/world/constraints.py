"""How many days lie between moments, and which of these statements cannot all be so."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Constraint:
    """The moment `later` is at least `low` and at most `high` days after `earlier`; `None` is no limit.

    `claims` are the ids of the claims that say so. Where there are none it is only likely, and gives way.
    """

    earlier: int
    later: int
    low: int | None = None
    high: int | None = None
    claims: tuple[str, ...] = ()


class Bounds(NamedTuple):
    """From the first to the last possible day; `None` where nothing says so."""

    low: int | None
    high: int | None


class _Limit(NamedTuple):
    """`to` is at most `days` after the moment that this hangs on."""

    to: int
    days: int
    constraint: Constraint


class Constraints:
    """Constraints on moments that can all hold at once.

    A day for each moment at which they all hold is kept. One more constraint moves only the days that it bears upon
    (difference logic: Cotton and Maler 2006).
    """

    def __init__(self) -> None:
        self._days: list[int] = []
        self._after: list[list[_Limit]] = []

    def moment(self) -> int:
        """A new moment, of which nothing is known."""
        self._days.append(self._days[-1] if self._days else 0)
        self._after.append([])
        return len(self._days) - 1

    def add(self, constraint: Constraint) -> tuple[Constraint, ...]:
        """Adds a constraint; if it cannot hold with earlier ones, it is left out and they are given, itself the last.

        Those that are only likely give way to it, the one with the latest moment first, and are forgotten.
        """
        for source, limit in _limits(constraint):
            while against := self._against(source, limit):
                likely = [one for one in against if not one.claims]
                if not likely or not constraint.claims:
                    self._remove(constraint)
                    return (*against, constraint) if constraint.claims else ()
                self._remove(max(likely, key=lambda one: one.later))
            self._after[source].append(limit)
        return ()

    def bounds(self, origin: int) -> list[Bounds]:
        """When each moment is, counted in days from that of `origin`."""
        highs = self._nearest(origin, self._after)
        backwards: list[list[_Limit]] = [[] for _ in self._after]
        for source, limits in enumerate(self._after):
            for limit in limits:
                backwards[limit.to].append(limit._replace(to=source))
        lows = self._nearest(origin, backwards, sign=-1)
        return [Bounds(None if low is None else -low, high) for low, high in zip(lows, highs, strict=True)]

    def _against(self, source: int, limit: _Limit) -> list[Constraint]:
        """Moves days until a new limit holds; if none will, what stands against it."""
        days, moved = dict[int, int](), dict[int, tuple[int, Constraint]]()
        first = self._days[source] + limit.days
        waiting = [(first - self._days[limit.to], limit.to)]
        best = {limit.to: first}
        moved[limit.to] = (source, limit.constraint)
        while waiting:
            excess, place = heappop(waiting)
            if excess >= 0:
                break
            if place in days:
                continue
            if place == source:
                return self._way(moved, limit.to, source)
            days[place] = best[place]
            for onward in self._after[place]:
                day = days[place] + onward.days
                if onward.to not in days and day < min(best.get(onward.to, day + 1), self._days[onward.to]):
                    best[onward.to] = day
                    moved[onward.to] = (place, onward.constraint)
                    heappush(waiting, (day - self._days[onward.to], onward.to))
        for place, day in days.items():
            self._days[place] = day
        return []

    def _way(self, moved: dict[int, tuple[int, Constraint]], start: int, end: int) -> list[Constraint]:
        """The constraints on the way by which `end` was moved, without the first."""
        found: list[Constraint] = []
        while end != start:
            end, constraint = moved[end]
            if constraint not in found:
                found.append(constraint)
        return found[::-1]

    def _remove(self, constraint: Constraint) -> None:
        for source, limit in _limits(constraint):
            self._after[source] = [one for one in self._after[source] if one != limit]

    def _nearest(self, origin: int, after: list[list[_Limit]], sign: int = 1) -> list[int | None]:
        """The shortest ways from a moment; the kept days make every step cost nothing or more (Johnson 1977)."""
        days = self._days
        found: list[int | None] = [None] * len(days)
        waiting = [(0, origin)]
        while waiting:
            cost, place = heappop(waiting)
            if found[place] is not None:
                continue
            found[place] = cost
            for limit in after[place]:
                if found[limit.to] is None:
                    step = limit.days + sign * (days[place] - days[limit.to])
                    heappush(waiting, (cost + step, limit.to))
        return [None if cost is None else cost + sign * (days[one] - days[origin]) for one, cost in enumerate(found)]


def _limits(constraint: Constraint) -> Iterator[tuple[int, _Limit]]:
    if constraint.high is not None:
        yield constraint.earlier, _Limit(constraint.later, constraint.high, constraint)
    if constraint.low is not None:
        yield constraint.later, _Limit(constraint.earlier, -constraint.low, constraint)
