"""Parts that together answer one question: "to-morrow evening at eight", "dawn on Friday morning"."""

import re
from dataclasses import replace
from itertools import pairwise

from fabula.annotators.timing.found import Found
from fabula.annotators.words import Words

LINKS = {(), ("at",), ("on",), (",",), (",", "at"), ("in",), ("of",), (",", "on"), ("about",), ("at", "about")}
HOUR = re.compile(r"T[^/]*")


def joined(words: Words, found: list[Found]) -> list[Found]:
    """The expressions in order, those made one that belong together."""
    out = found[:1]
    for _, after in pairwise(found):
        one = _one(words, out[-1], after)
        if one is None:
            out.append(after)
        else:
            out[-1] = one
    return out


def _one(words: Words, before: Found, after: Found) -> Found | None:
    """The two as one, None if they answer two questions."""
    link = tuple(words.lower[before.last + 1 : after.first])
    if link not in LINKS or words.paragraph[before.first] != words.paragraph[after.last]:
        return None
    if link == ("of",) and not (before.value in ("TDU", "TDA") or "-WXX-" in after.value):
        return None
    both = replace(before, last=after.last, kind="time")
    day, _, part = before.value.partition("/")
    if before.kind == "time" and part.startswith("T") and after.kind == "time" and HOUR.fullmatch(after.value):
        return replace(both, value=f"{day}/{_clearer(part, after.value)}")
    if before.kind == "time" and HOUR.fullmatch(before.value) and after.kind in ("time", "date"):
        day, _, part = after.value.partition("/")
        if HOUR.fullmatch(after.value):
            return replace(both, value=_clearer(after.value, before.value)) if before.value != after.value else None
        if ("T" in after.value and part) or after.kind == "date":
            return replace(both, value=f"{day if part else after.value}/{_clearer(part, before.value)}")
    if before.kind == "date" and after.kind == "time" and HOUR.fullmatch(after.value) and link != ("of",):
        return replace(both, value=f"{before.value}/{after.value}")
    if before.kind == "time" and before.value == "P0D/TNI" and link == () and after.kind == "offset":
        return replace(both, kind="offset", value=f"{after.value}/TNI")
    return None


def _clearer(part: str, hour: str) -> str:
    """The hour in the half of the day that the part of it says."""
    early, bar, late = hour.partition("|")
    if not bar or not part:
        return hour
    if part == "TNI":
        return late if late >= "T17" else early
    return early if part in ("TMO", "TDA") else late
