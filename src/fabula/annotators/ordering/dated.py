"""Dates that head the entries of a diary or a letter: "3 May. Bistritz.", "Tuesday, the 4th of May"."""

import re
from collections.abc import Iterator, Sequence

from fabula.document import Draft
from fabula.layers import TimeExpression
from fabula.text import Span

DAY = re.compile(r"(\d{4}|XXXX)-\d\d-\d\d(/T.*)?")
WEEKDAY = re.compile(r"XXXX-WXX-\d")
MARKS = " \n\t,.;:—–-“\"‘'_*([])"
BEHIND = ".;:—–-)]_*\n"
"""What stands behind a date that is no part of a sentence."""
LINE = 80
"""Letters of a line that may end with its date: a place and a date above a letter."""


def heading_dates(draft: Draft, paragraph: Span, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The times with a day of the calendar that head a paragraph, with the weekday beside it; else nothing.

    `times` are those of the paragraph in text order.
    """
    text, at = draft.text, paragraph.start
    found = []
    for time in times:
        between = text[at : time.span.start].strip(MARKS).lower()
        if between not in ("", "the") or not (DAY.fullmatch(time.value) or WEEKDAY.fullmatch(time.value)):
            break
        found.append(time)
        at = time.span.end
    if any(DAY.fullmatch(one.value) for one in found) and _is_apart(text[at : paragraph.end]):
        yield from found
    elif len(paragraph) <= LINE and times and not text[times[-1].span.end : paragraph.end].strip(MARKS):
        yield from (one for one in times[-1:] if DAY.fullmatch(one.value))


def _is_apart(rest: str) -> bool:
    """Whether what follows a date begins anew."""
    return not rest.strip() or rest[0] in BEHIND or (rest[0] == "," and rest.partition(".")[0].count(" ") <= 3)
