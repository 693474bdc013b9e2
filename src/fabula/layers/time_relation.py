"""How one stretch of the narration stands in time to another."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

TimeRelationKind = Literal["after", "before", "same", "on", "dated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRelation(Claim):
    """From `start` on, a paragraph's or a sentence's beginning, the story is at another time; the evidence says when.

    `after`, `before`, `same`: `value` after, before or on the day of the stretch that begins at `to`. `on`: a date, a
    weekday, a part of a day, whichever `value` names. `dated`: so is the heading of a diary or a letter. `to` is `None`
    for these two. `value` is as in `TimeExpression`; `-PX` is some time earlier, which only the tense says. A stretch
    lasts until the next one or a scene begins. Where `by` is an entity, that person only says so, the narration moves
    nowhere, and `start` is where the words stand.
    """

    layer: ClassVar[str] = "time_relations"
    prefix: ClassVar[str] = "tr"

    start: int
    relation: TimeRelationKind
    value: str
    to: int | None = None
    by: str | None = None
