"""Emphasised words: those the format marks, and `_such_` in plain text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from fabula.text import Source, Span

ITALICS = re.compile(r"(?<![^\W_])_(?=[^\s_])([^_]+)_(?![^\W_])")
UNDERSCORE = "_"


class Italics:
    """Finds emphasised words paragraph by paragraph, in text order."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._shaped = source.shaped
        self._marks = sorted(
            (mark.span for mark in source.marks if mark.kind == "emphasis"), key=lambda span: span.start
        )
        self._longest = max((span.end - span.start for span in self._marks), default=0)

    def within(self, paragraph: Span) -> Iterator[Span]:
        """Emphasised words in a paragraph, without white space around them; what crosses its ends is cut there."""
        text = self._text
        index = bisect_left(self._marks, paragraph.start - self._longest, key=lambda span: span.start)
        while index < len(self._marks) and self._marks[index].start < paragraph.end:
            start = max(self._marks[index].start, paragraph.start)
            words = text[start : min(self._marks[index].end, paragraph.end)]
            if words.strip():
                start += len(words) - len(words.lstrip())
                yield Span(start, start + len(words.strip()))
            index += 1
        if not self._shaped and text.find(UNDERSCORE, paragraph.start, paragraph.end) >= 0:
            for found in ITALICS.finditer(text, paragraph.start, paragraph.end):
                yield Span(*found.span(1))
