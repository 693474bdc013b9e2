"""When, how long and how often, as the words say it."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

TimeKind = Literal["date", "time", "duration", "offset", "frequency", "age"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Claim):
    """Words that name a time by a unit or a name of the calendar or the clock; the evidence is those words.

    `value` says what the words say, and nothing from elsewhere, in a short form of TIMEX3's notation: a date
    `1887-09-07` with `X` for what is not said, `TEV` for the evening, `T09:30|T21:30` for a clock time, `P3W` for a
    length, `-P3Y` for three years ago, `P0D/TNI` for that night, `every P1D`, `2 per P1D`. The whole notation stands
    in `benchmarks/labels/README.md`.
    """

    layer: ClassVar[str] = "times"
    prefix: ClassVar[str] = "t"

    kind: TimeKind
    value: str
