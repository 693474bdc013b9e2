"""Spans that are too many to be objects: columns of integers."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from fabula.text import Span


class Columns(Sequence[Span]):
    """Many spans that do not overlap, in text order, as columns of integers: tokens, sentences, paragraphs.

    `kinds` holds one small integer for each span, whose meaning its maker defines.
    """

    def __init__(self) -> None:
        self.starts = array("l")
        self.ends = array("l")
        self.kinds = array("b")

    def append(self, start: int, end: int, kind: int = 0) -> None:
        """Adds a span behind the last one."""
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [Span(*pair) for pair in zip(self.starts[index], self.ends[index], strict=True)]
        return Span(self.starts[index], self.ends[index])

    def at(self, position: int) -> int | None:
        """Index of the span that holds this position; `None` between spans."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 and position < self.ends[index] else None

    def overlapping(self, span: Span) -> range:
        """Indices of the spans that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def covered_by(self, span: Span) -> range:
        """Indices of the spans wholly inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))

    def count_until(self, p: int) -> int:
        """How many spans end at or before `p`."""
        return bisect_right(self.ends, p)

    def until(self, p: int) -> "Columns":
        """The spans that end at or before `p`."""
        return self.first(self.count_until(p))

    def first(self, count: int) -> "Columns":
        """The first `count` spans."""
        out = Columns()
        out.starts, out.ends, out.kinds = self.starts[:count], self.ends[:count], self.kinds[:count]
        return out
