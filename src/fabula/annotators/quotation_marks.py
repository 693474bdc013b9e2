"""Pairs the quotation marks of one paragraph, and survives the ones that are missing or turned round.

Each mark may open, close, or be no quotation mark at all, at costs that its form and its neighbours set. The cheapest
reading of the whole paragraph is found with two states, inside and outside (Viterbi 1967). A missing mark costs
more than a misprinted one, and nothing reaches beyond the paragraph.
"""

import re
from typing import NamedTuple

NEVER = 1000.0
MISSING = 5.0
"""Cost of a mark that should stand there and does not."""
UNCLOSED = 3.0
"""Cost of a paragraph that ends inside a quotation."""

OPENING_SIDE = frozenset("([{-–—―_*/")
CLOSING_SIDE = frozenset(".,;:!?…)]}-–—―_*")


class Mark(NamedTuple):
    """A character, or two, that may be a quotation mark, and what each reading of it costs."""

    start: int
    end: int
    opens: float
    closes: float
    skips: float


class Piece(NamedTuple):
    """A stretch between marks, marks included; `opened` and `closed` say whether the marks are there."""

    start: int
    end: int
    opened: bool
    closed: bool


DOUBLE = re.compile("[\"“”„‟«»]|``|''")


def double_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a paragraph that may be double quotation marks."""
    out = []
    for match in DOUBLE.finditer(text, start, end):
        first, last = match.span()
        opens, closes = _shape(text, first, last, start, end)
        form = match[0]
        if form in "“„‟«" or form == "``":
            opens, closes = 0.0, closes + 4
        elif form in "”»":
            opens, closes = opens + 4, 0.0
        out.append(Mark(first, last, opens, closes, NEVER))
    return out


def _shape(text: str, first: int, last: int, start: int, end: int) -> tuple[float, float]:
    """What a mark that does not say its direction costs as an opening and as a closing one, by its neighbours."""
    left = text[first - 1] if first > start else " "
    right = text[last] if last < end else " "
    left_free = left.isspace() or left in OPENING_SIDE
    right_free = right.isspace() or right in CLOSING_SIDE
    if left.isspace() and not right.isspace():
        return 0.0, 4.0
    if right.isspace() and not left.isspace():
        return 4.0, 0.0
    if left_free and not right_free:
        return 0.0, 3.0
    if right_free and not left_free:
        return 3.0, 0.0
    return 1.0, 1.0


def pair(marks: list[Mark], start: int, end: int) -> list[Piece]:
    """The pieces that the cheapest reading of the marks makes of a paragraph, in text order."""
    outside, inside = 0.0, NEVER
    steps: list[tuple[str, str]] = []
    for mark in marks:
        to_outside = min(
            (outside + mark.skips, "skip"), (inside + mark.closes, "close"), (outside + mark.closes + MISSING, "orphan")
        )
        to_inside = min(
            (inside + mark.skips, "skip"), (outside + mark.opens, "open"), (inside + mark.opens + MISSING, "reopen")
        )
        steps.append((to_outside[1], to_inside[1]))
        outside, inside = to_outside[0], to_inside[0]
    state = inside + UNCLOSED < outside
    moves = []
    for step in reversed(steps):
        move = step[state]
        moves.append(move)
        state = state if move in ("skip", "orphan", "reopen") else not state
    return _pieces(marks, moves[::-1], start, end)


def _pieces(marks: list[Mark], moves: list[str], start: int, end: int) -> list[Piece]:
    out: list[Piece] = []
    opened: int | None = None
    free = start
    for mark, move in zip(marks, moves, strict=True):
        if move == "reopen" and opened is not None:
            out.append(Piece(opened, mark.start, True, False))
        if move in ("open", "reopen"):
            opened = mark.start
        elif move == "close" and opened is not None:
            out.append(Piece(opened, mark.end, True, True))
            opened = None
        elif move == "orphan":
            out.append(Piece(free, mark.end, False, True))
        free = mark.end
    if opened is not None:
        out.append(Piece(opened, end, True, False))
    return out
