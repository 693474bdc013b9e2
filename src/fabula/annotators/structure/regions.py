"""What the file format itself says about paragraphs: headings, rulers, and regions that are not story."""

from bisect import bisect_right

from fabula.text import Mark, Source, Span


class Regions:
    """Looks up the marks of a source by position. Of regions that overlap the one that began last counts."""

    def __init__(self, source: Source) -> None:
        marks = sorted(source.marks, key=lambda mark: mark.span.start)
        self._headings = [mark for mark in marks if mark.kind == "heading"]
        self._rulers = [mark for mark in marks if mark.kind == "ruler"]
        self._regions = [mark for mark in marks if mark.kind in ("front", "note", "summary", "end")]
        self._open: list[Mark] = []
        self._next = 0

    def heading(self, span: Span) -> int | None:
        """The level of the heading that this paragraph is; `None` if it is not marked as one."""
        found = _over(self._headings, span)
        return None if found is None else found.level or 1

    def is_ruler(self, span: Span) -> bool:
        """Whether this paragraph is marked as a ruler."""
        return _over(self._rulers, span) is not None

    def at(self, position: int) -> Mark | None:
        """The region that holds this position; positions must be asked for in text order."""
        while self._next < len(self._regions) and self._regions[self._next].span.start <= position:
            self._open.append(self._regions[self._next])
            self._next += 1
        while self._open and self._open[-1].span.end <= position:
            self._open.pop()
        return self._open[-1] if self._open else None


def _over(marks: list[Mark], span: Span) -> Mark | None:
    """The mark that begins nearest before the paragraph's end and shares its first character, or lies inside it."""
    index = bisect_right(marks, span.end - 1, key=lambda mark: mark.span.start) - 1
    return marks[index] if index >= 0 and marks[index].span.end > span.start else None
