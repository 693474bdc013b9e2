"""Pairs the quotation marks of one paragraph, and survives those that are missing or turned round.

The cheapest reading of all marks of a family is found over three states: outside, inside, inside twice (Viterbi 1967).
The families are nested in one another in whichever order reads the paragraph most cheaply. Nothing reaches beyond the
paragraph.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from fabula.annotators.quoting.marks import MARK_CHARACTERS, NEVER, Family, Mark
from fabula.text import Span

MISSING = 5.0
"""Cost of a mark that should stand there and does not."""
REOPENED = 1.0
"""Cost of a mark that opens a line anew, as in letters and verse."""
UNCLOSED = 3.0
"""Cost of a region that ends inside a quotation."""
DOUBLED = 3.5
"""Cost of a quotation inside a quotation with marks of the same form."""
UNUSUAL = 1.5
"""Cost of an order of families that is not the book's."""


class Move(IntEnum):
    """What a mark does."""

    SKIP = 0
    OPEN = 1
    CLOSE = 2
    OPEN_UNCLOSED = 3
    CLOSE_UNOPENED = 4


Arrival = tuple[float, int, Move]
Marks = Mapping[Family, Sequence[Mark]]


@dataclass(slots=True)
class Piece:
    """A stretch between marks, marks included; `opened` and `closed` say whether the marks are there."""

    start: int
    end: int
    family: Family
    opened: bool = True
    closed: bool = True
    inner: list["Piece"] = field(default_factory=list)


def without_marks(text: str, piece: Piece | Span) -> Span:
    """A piece, or a line of one, without its marks and the blanks beside them."""
    start, end = piece.start, piece.end
    while start < end and (text[start] in MARK_CHARACTERS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in MARK_CHARACTERS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def pieces_of(marks: Marks, start: int, end: int, order: Sequence[Family]) -> list[Piece]:
    """The outermost pieces of a paragraph, those inside them as `inner`, in text order.

    `order` lists the families from the outermost to the innermost as the book uses them.
    """
    present = [family for family in order if family in marks]
    best_cost, best = float("inf"), list[Piece]()
    for family in present:
        ordered = [family, *(other for other in present if other is not family)]
        cost, pieces = _nested(marks, start, end, ordered)
        cost += UNUSUAL * (family is not present[0])
        if cost < best_cost:
            best_cost, best = cost, pieces
        if best_cost <= UNUSUAL:
            break
    if best_cost > UNUSUAL and len(present) > 1:
        cost, pieces = _three_deep(marks, start, end, present)
        best = pieces if cost < best_cost else best
    return best


def _three_deep(marks: Marks, start: int, end: int, order: Sequence[Family]) -> tuple[float, list[Piece]]:
    """The reading in which the outermost family stands again inside whole pieces of the second: “ ‘ “ ” ’ ”."""
    outer, second = order[:2]
    _, found = _pair(_within(marks[second], start, end), start, end, second)
    deep: list[Piece] = []
    taken: set[int] = set()
    for piece in found:
        inside = _within(marks[outer], piece.start + 1, piece.end - 1)
        cost, pieces = _pair(inside, piece.start, piece.end, outer)
        if piece.opened and piece.closed and cost == 0:
            deep += pieces
            taken |= {mark.start for mark in inside}
    if not deep:
        return NEVER, []
    rest = {**marks, outer: [mark for mark in marks[outer] if mark.start not in taken]}
    cost, pieces = _nested(rest, start, end, order)
    return cost, _stacked([*_flat(pieces), *deep])


def _flat(pieces: list[Piece]) -> list[Piece]:
    """All pieces side by side, out of one another."""
    out: list[Piece] = []
    for piece in pieces:
        inner, piece.inner = piece.inner, []
        out += [piece, *_flat(inner)]
    return out


def _nested(marks: Marks, start: int, end: int, order: Sequence[Family]) -> tuple[float, list[Piece]]:
    """The pieces of one region, and what reading it so costs."""
    if not order:
        return 0.0, []
    own = _within(marks[order[0]], start, end)
    if not own:
        return _nested(marks, start, end, order[1:])
    cost, found = _pair(own, start, end, order[0])
    out: list[Piece] = []
    position = start
    for piece in found:
        gap_cost, gap = _nested(marks, position, piece.start, order[1:])
        inner_cost, inner = _nested(marks, piece.start + piece.opened, piece.end - piece.closed, order[1:])
        piece.inner = _stacked([*piece.inner, *inner])
        cost += gap_cost + inner_cost
        out += [*gap, piece]
        position = piece.end
    gap_cost, gap = _nested(marks, position, end, order[1:])
    return cost + gap_cost, out + gap


def _stacked(pieces: list[Piece]) -> list[Piece]:
    """The pieces with those inside others moved into them; one that crosses an earlier one is dropped."""
    out: list[Piece] = []
    for piece in sorted(pieces, key=lambda item: (item.start, -item.end)):
        level = out
        while level and piece.start < level[-1].end:
            if piece.end > level[-1].end:
                break
            level = level[-1].inner
        else:
            level.append(piece)
    return out


def _pair(marks: Sequence[Mark], start: int, end: int, family: Family) -> tuple[float, list[Piece]]:
    """The cheapest reading of one family's marks in a region."""
    costs = (0.0, NEVER, NEVER)
    steps: list[tuple[tuple[int, Move], ...]] = []
    for mark in marks:
        arrivals: tuple[list[Arrival], ...] = ([], [], [])
        outside, inside, twice = costs
        if mark.skips < NEVER:
            for state in (0, 1, 2):
                arrivals[state].append((costs[state] + mark.skips, state, Move.SKIP))
        if mark.closes < NEVER:
            arrivals[0].append((inside + mark.closes, 1, Move.CLOSE))
            arrivals[0].append((outside + mark.closes + MISSING, 0, Move.CLOSE_UNOPENED))
            arrivals[1].append((twice + mark.closes, 2, Move.CLOSE))
        if mark.opens < NEVER:
            arrivals[1].append((outside + mark.opens, 0, Move.OPEN))
            arrivals[1].append((inside + mark.opens + (REOPENED if mark.leads else MISSING), 1, Move.OPEN_UNCLOSED))
            if mark.directed:
                arrivals[2].append((inside + mark.opens + DOUBLED, 1, Move.OPEN))
        best = [min(arrival, default=(NEVER, 0, Move.SKIP)) for arrival in arrivals]
        costs = (best[0][0], best[1][0], best[2][0])
        steps.append(tuple((before, move) for _, before, move in best))
    total, state = min((costs[0], 0), (costs[1] + UNCLOSED, 1), (costs[2] + 2 * UNCLOSED, 2))
    moves: list[Move] = []
    for step in reversed(steps):
        state, move = step[state]
        moves.append(move)
    return total, _pieces(marks, moves[::-1], start, end, family)


def _pieces(marks: Sequence[Mark], moves: list[Move], start: int, end: int, family: Family) -> list[Piece]:
    out: list[Piece] = []
    stack: list[Piece] = []
    free = start
    for mark, move in zip(marks, moves, strict=True):
        if move is Move.SKIP:
            continue
        if move is Move.OPEN_UNCLOSED:
            broken = stack.pop()
            broken.end, broken.closed = mark.start, False
        if move is Move.CLOSE_UNOPENED:
            out.append(Piece(free, mark.end, family, opened=False))
        elif move is Move.CLOSE:
            stack.pop().end = mark.end
        else:
            piece = Piece(mark.start, end, family)
            (stack[-1].inner if stack else out).append(piece)
            stack.append(piece)
        free = mark.end
    for piece in stack:
        piece.closed = False
    return out


def _within(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    return marks[bisect_left(marks, start, key=_start) : bisect_left(marks, end, key=_start)]


def _start(mark: Mark) -> int:
    return mark.start
