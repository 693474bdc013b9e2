"""The order in which a story happens, beside the order in which it is told."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from fabula.layers import TimeRelation
from fabula.world import calendar
from fabula.world.constraints import Bounds


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the telling that begins at another time than what is told before it; it lasts until the next one.

    `scene` is the id of the scene that it belongs to. `relations` are the claims that say when it begins. `bounds` are
    its first and last possible day, counted from the first stretch that others lie a known number of days from; `day`
    is a guess among them, by which they are put in order. `is_said` is whether the text says how its day stands to that
    of another stretch; else it is only likely to be no earlier than what is told before. `left` is where the stretch
    began that it goes back from; `None` if it is no flashback. `weekday` is Monday's 0 to Sunday's 6, `None` if that
    can't be told.
    """

    start: int
    end: int
    scene: str | None
    relations: tuple[TimeRelation, ...]
    bounds: Bounds
    day: int
    is_said: bool
    left: int | None
    weekday: int | None

    @property
    def part_of_day(self) -> str | None:
        """The part of the day or the hour at which it begins, as far as that is said."""
        parts = (calendar.part_of_day(one.value) for one in self.relations)
        return next((part for part in parts if part), None)


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims, in the order of the text, that cannot all be so."""

    claims: tuple[TimeRelation, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says is the day, and the stretch that it is said in. They may be wrong, or not say the truth.

    `agrees` is whether the telling has the same day; `None` if it does not say.
    """

    claim: TimeRelation
    stretch: Stretch
    agrees: bool | None


@dataclass(frozen=True)
class Timeline:
    """When what is told happens, as the narration says. The stretches and the sayings are in the order of the text."""

    stretches: tuple[Stretch, ...]
    clashes: tuple[Clash, ...]
    sayings: tuple[Saying, ...]

    @cached_property
    def in_story_order(self) -> tuple[Stretch, ...]:
        """The stretches as they happen; where nothing is said, as they are told."""
        return tuple(sorted(self.stretches, key=_happens))

    def at(self, position: int) -> Stretch | None:
        """The stretch that is told at a position; `None` before the first."""
        return _at(self.stretches, position)


def _happens(one: Stretch) -> tuple[int, int, bool, int]:
    """By its day; a flashback to the same day comes before what it goes back from."""
    return (one.day, one.start if one.left is None else one.left, one.left is None, one.start)


def _at(stretches: tuple[Stretch, ...], position: int) -> Stretch | None:
    index = bisect_right(stretches, position, key=lambda one: one.start) - 1
    return stretches[index] if index >= 0 else None
