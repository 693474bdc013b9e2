"""What the value of a time expression comes to in days."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

YEAR = 2001
"""Stands for a year that is not said; not a leap year."""
LENGTH = re.compile(r"P(\d+|X)([DWMY])")
DATE = re.compile(r"(\d{4}|XXXX(?=-))(?:-(\d\d|SP|SU|FA|WI)(?:-(\d\d))?)?(?:/|\||$)")
UNITS = {"D": 1, "W": 7, "M": 30, "Y": 365}
SLACK = {"D": 0.0, "W": 0.3, "M": 0.2, "Y": 0.2}
"""By how much of itself a length is loosely said: "a week later" may be five days or nine."""
FEW = {"D": 2, "W": 10, "M": 42, "Y": 550}
"""Days of "some days", "some weeks" and so on, at least."""
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {
    "DU": "dusk",
    "DA": "dawn",
    "MO": "morning",
    "MI": "noon",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "day",
}
UNIT_NAMES = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute", "TS": "second"}
SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
MONTHS = tuple(" January February March April May June July August September October November December".split(" "))
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Length(NamedTuple):
    """At least `low` and at most `high` days, most likely `about` so many; `None` is no limit."""

    low: int
    high: int | None
    about: int


class Days(NamedTuple):
    """From a first to a last day, as `date.toordinal` counts; `has_year` says whether the year is known."""

    first: int
    last: int
    has_year: bool

    @property
    def is_one(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def after(self, other: "Days") -> "Days":
        """In the first year in which it does not end before another begins, if its own is not known."""
        if self.has_year:
            return self
        year = date.fromordinal(other.first).year
        return next(one for one in (_in_year(self, year - 1 + more) for more in range(3)) if one.last >= other.first)

    def near(self, other: "Days") -> "Days":
        """In the year that brings it nearest to another, if its own is not known."""
        if self.has_year:
            return self
        year = date.fromordinal(other.first).year
        return min(
            (_in_year(self, one) for one in (year - 1, year, year + 1)), key=lambda one: abs(one.first - other.first)
        )


def length(value: str) -> Length | None:
    """The length of an offset; `None` if the value is none. Which way it goes does not matter."""
    found = [_length(one.lstrip("-+")) for one in value.split("|")]
    known = [one for one in found if one]
    if not known or len(known) < len(found):
        return None
    highs = [one.high for one in known if one.high is not None]
    high = max(highs) if len(highs) == len(known) else None
    return Length(min(one.low for one in known), high, known[0].about)


def weekday(value: str) -> int | None:
    """The day of the week that a value names, Monday 0."""
    found = re.search(r"XXXX-WXX-(\d)", value)
    return int(found[1]) - 1 if found else None


def part_of_day(value: str) -> str | None:
    """The part of the day or the hour that a value names, as a person says it."""
    found = re.search(r"(?:^|/)T(\w\w)(:\d\d)?", value)
    if not found:
        return None
    return f"{found[1]}{found[2]}" if found[2] and "|" not in value else PARTS.get(found[1])


def days(value: str) -> Days | None:
    """The days of the calendar that a value names: a day, a month, a season or a year; `None` if it names none."""
    found = DATE.match(value)
    if not found or value.startswith("XXXX-XX"):
        return None
    year, month, day = int(found[1]) if found[1] != "XXXX" else YEAR, found[2] or "", found[3]
    first, last = SEASONS.get(month) or (int(month or 1), int(month or 12))
    try:
        begin = date(year, first, int(day or 1))
        end = begin if day else date(year + (last < first), last, monthrange(year + (last < first), last)[1])
    except ValueError:
        return None
    return Days(begin.toordinal(), end.toordinal(), found[1] != "XXXX")


def _length(value: str) -> Length | None:
    if value.startswith("PT"):
        return Length(0, 1, 0)
    if value == "PX":
        return Length(0, None, 0)
    found = LENGTH.match(value)
    if not found:
        return None
    unit = found[2]
    if found[1] == "X":
        return Length(FEW[unit], None, 2 * FEW[unit])
    about = int(found[1]) * UNITS[unit]
    if "/XXXX-" in value:  # the next of its name
        return Length(1, 2 * about - 1, about)
    slack = round(about * SLACK[unit])
    return Length(about - slack, about + slack, about)


def _in_year(days: Days, year: int) -> Days:
    begin = date.fromordinal(days.first)
    moved = begin.replace(year=year, day=min(begin.day, monthrange(year, begin.month)[1]))
    return Days(moved.toordinal(), moved.toordinal() + days.last - days.first, has_year=False)


def in_words(value: str) -> str:
    """A value as a person says it: "1 week", "Saturday, night", "7 September 1887"; which way it goes is left out."""
    said = [[_in_words(part) for part in one.lstrip("-+").split("/")] for one in value.split("|")]
    return " or ".join(", ".join(one) for one in said)


def _in_words(value: str) -> str:
    if value == "PX":
        return "some time"
    if found := re.fullmatch(r"P(T?)(\d+|X)(\w)", value):
        unit = UNIT_NAMES[found[1] + found[3]]
        if found[2] in ("1", "0"):
            return f"1 {unit}" if found[2] == "1" else f"the same {unit}"
        return f"{'some' if found[2] == 'X' else found[2]} {unit}s"
    named = weekday(value)
    if named is not None:
        return WEEK[named]
    if part := part_of_day(value):
        return part
    if found := DATE.match(value):
        year, month, day = found[1].replace("XXXX", ""), found[2] or "", (found[3] or "").replace("XX", "")
        name = SEASON_NAMES.get(month) or (MONTHS[int(month)] if month.isdecimal() else "")
        return " ".join(one for one in (day.lstrip("0"), name, year) if one) or "a day"
    return "a day" if value == "XXXX-XX-XX" else value.removeprefix("XXXX-")


def with_leap_day(first: int, then: int) -> tuple[int, int]:
    """The fewest and the most days from one day of an unknown year to another, as `date.toordinal` counts them."""
    one, other = sorted((first, then))
    years = range(date.fromordinal(one).year, date.fromordinal(other).year + 1)
    leaps = any(one <= date(year, 2, 28).toordinal() < other for year in years)
    low, high = other - one, other - one + leaps
    return (low, high) if first <= then else (-high, -low)
