"""Clock times: "half past nine", "at six", "4.15 p.m."."""

import re

from fabula.annotators.lexicon import time_words
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.numbers import WORDS, number
from fabula.annotators.words import Words

BEFORE = frozenset("at by till until about towards past after before since nearly almost".split())
STRUCK = frozenset("struck strikes strike striking".split())
ROUGH = frozenset("about nearly almost past exactly precisely".split())
GOES_ON = frozenset(
    "in on and or to-morrow to-night to-day tomorrow tonight today this sharp exactly precisely he she they i we it "
    "but till".split()
)
FIGURES = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
HALF = {"MO": 0, "DA": 0, "AF": 12, "EV": 12, "DU": 12}
NEAR = 45
"""Words in which a part of the day says which half a clock time means."""


def oclock(words: Words, head: int) -> Found | None:
    """The hour before "o'clock"."""
    hour = number(words.lower[head - 1]) if head else None
    if hour is None or not 1 <= hour <= 12:
        return _of_minutes(words, head - 1, head) if head else None
    return _of_minutes(words, head - 1, head) or _found(words, head - 1, head, hour, 0)


def bare(words: Words, head: int) -> Found | None:
    """An hour behind "at", "past" or "struck", where nothing is counted."""
    lower = words.lower
    hour = number(lower[head])
    if hour is None or not 1 <= hour <= 12 or not head or (words.text[head][0].isupper() and not words.initial[head]):
        return None
    if lower[head + 1 : head + 2] in (["o'clock"], ["o’clock"]):
        return None
    if (found := _of_minutes(words, head, head)) is not None:
        return found
    after = lower[head + 1] if head + 1 < len(words) else "."
    if (
        lower[head - 1] in ("is", "was")
        and lower[head - 2] == "it"
        and ((not after[0].isalpha() and after[0] not in "—-'’") or after in ("now", "when", "before"))
    ):
        return _found(words, head, head, hour, 0)
    if lower[head - 1] not in BEFORE and lower[head - 1] not in STRUCK:
        return None
    if (
        (after[0].isalpha() and after not in GOES_ON)
        or after in ("-", "'s", "’s")
        or (words.text[head].isdecimal() and after == ".")
    ):
        return None
    if lower[head - 1] in (
        "by",
        "after",
        "before",
        "since",
        "nearly",
        "almost",
        "about",
        "past",
        "until",
        "till",
        "towards",
    ) and (hour == 1 or lower[head - 2 : head - 1] in ([lower[head]], ["one"]) or after in ("and", "or")):
        return None
    if lower[head - 1] in ("nearly", "almost", "about", "past") and lower[head - 2 : head - 1] not in (
        ["at"],
        ["was"],
        ["till"],
        ["until"],
    ):
        return None
    if hour == 1 and after not in ("in", "on", ".", ",", "to-morrow", "tomorrow"):
        return None
    return _found(words, head, head, hour, 0)


def figures(words: Words, head: int) -> Found | None:
    """ "4.15 p.m.", "16:05"."""
    hit = FIGURES.fullmatch(words.text[head])
    if hit is None:
        return None
    after = words.lower[head + 1] if head + 1 < len(words) else ""
    if (
        ":" not in words.text[head]
        and not after.startswith(("a.m", "p.m", "am", "pm"))
        and words.lower[head - 1] not in ("at",)
    ):
        return None
    return _found(words, head, head, int(hit[1]), int(hit[2]))


def _of_minutes(words: Words, head: int, last: int) -> Found | None:
    """ "Half past nine", "a quarter to six", "a little past seven"."""
    lower = words.lower
    hour = number(lower[head])
    if hour is None or not 1 <= hour <= 12 or head < 1:
        return None
    if lower[head - 1] == "half-past":
        return _found(words, head - 1, last, hour, 30)
    if head < 2 or lower[head - 1] not in ("past", "to", "after", "before"):
        return None
    sign = 1 if lower[head - 1] in ("past", "after") else -1
    what, first = lower[head - 2], head - 2
    if what == "half" and lower[head - 1] == "past":
        return _found(words, first, last, hour, 30)
    if what == "quarter":
        first -= lower[first - 1] == "a"
        return _found(words, first, last, hour, 15 * sign)
    if what in ("minutes", "minute") and (minutes := number(lower[head - 3])):
        return _found(words, head - 3, last, hour, minutes * sign)
    if what in ("five", "ten", "twenty", "twenty-five") and lower[head - 1] in ("past", "to"):
        return _found(words, first, last, hour, WORDS.get(what, 25) * sign)
    if what in ("little", "bit") and lower[head - 3] == "a":
        return _found(words, head - 3, last, hour, 0)
    return None


def _found(words: Words, first: int, last: int, hour: int, minutes: int) -> Found:
    lower = words.lower
    if first and lower[first - 1] in ROUGH:
        first -= 1
    hour, minutes = (hour, minutes) if minutes >= 0 else (hour - 1, minutes + 60)
    after = lower[last + 1] if last + 1 < len(words) else ""
    half = None
    if after in ("a.m.", "p.m.", "a.m", "p.m", "am", "pm"):
        half, last = 12 * (after[0] == "p"), last + 1
    elif hour <= 12:
        half = _half(words, first, last, hour)
    if hour > 12:
        return Found(first, last, "time", f"T{hour:02}:{minutes:02}")
    halves = (0, 12) if half is None else (half,)
    return Found(first, last, "time", "|".join(f"T{hour % 12 + one:02}:{minutes:02}" for one in halves))


def _half(words: Words, first: int, last: int, hour: int) -> int | None:
    """0 before noon, 12 after it, None if no part of a day near by says it."""
    by_distance = sorted(
        range(max(0, first - NEAR), min(len(words), last + NEAR)), key=lambda i: min(abs(i - first), abs(i - last))
    )
    for i in by_distance:
        kind, name = time_words().get(words.lower[i], ("", ""))
        if kind in ("part", "sight", "now", "clock"):
            name = "NI" if name in ("P0D/TNI", "T00:00") else name
            if name == "NI":
                return 12 if 5 <= hour < 12 else 0
            if name in HALF and not (i and words.lower[i - 1] == "good"):
                return HALF[name]
    return None
