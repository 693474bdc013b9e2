"""The lines of a text that are not blank."""

import re
from collections.abc import Iterator
from typing import NamedTuple

NOT_BLANK = re.compile(r"\S")
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
NEAR = 64
"""Characters of white space on either side that are looked at to count blank lines: no gap is wider than that."""


class Line(NamedTuple):
    """A line without the white space around it.

    `breaks` counts the line ends since the line before, so that 1 says that no blank line lies between; a paragraph
    separator (U+2029) counts as two. `indent` is the white space in front of it, in characters.
    """

    start: int
    end: int
    breaks: int
    indent: int


def lines(text: str, behind: int = 0) -> Iterator[Line]:
    """Lines in text order, from behind the line that ends there."""
    known = {"\n": (1, 0), "\n\n": (2, 0)}
    while found := NOT_BLANK.search(text, behind):
        start = found.start()
        size = start - behind
        gap = text[behind:start] if size <= 2 * NEAR else text[behind : behind + NEAR] + text[start - NEAR : start]
        if gap not in known:
            known[gap] = _measure(gap)
        ending = LINE_END.search(text, start)
        behind = start + len(text[start : ending.start() if ending else len(text)].rstrip())
        yield Line(start, behind, *known[gap])


def _measure(gap: str) -> tuple[int, int]:
    ends = list(LINE_END.finditer(gap))
    indent = len(gap) - (ends[-1].end() if ends else 0)
    return len(ends) + gap.count("\u2029"), indent
