"""Emphasised words: those the format marks, and `_such_` in plain text."""

import re
from collections.abc import Iterator

from fabula.text import Source, Span

ITALICS = re.compile(r"(?<![^\W_])_(?=[^\s_])([^_]+)_(?![^\W_])")


class Italics:
    """Finds emphasised words paragraph by paragraph; these must be asked for in text order."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._shaped = source.shaped
        marks = (mark.span for mark in source.marks if mark.kind == "emphasis")
        self._marks = sorted(marks, key=lambda span: span.start)
        self._next = 0
        self._open: list[Span] = []

    def within(self, paragraph: Span) -> Iterator[Span]:
        """Emphasised words in a paragraph, without white space around them; what crosses its ends is cut there."""
        text = self._text
        while self._next < len(self._marks) and self._marks[self._next].start < paragraph.end:
            self._open.append(self._marks[self._next])
            self._next += 1
        for mark in self._open:
            start = max(mark.start, paragraph.start)
            words = text[start : min(mark.end, paragraph.end)]
            if words.strip():
                start += len(words) - len(words.lstrip())
                yield Span(start, start + len(words.strip()))
        self._open = [mark for mark in self._open if mark.end > paragraph.end]
        if not self._shaped and text.find("_", paragraph.start, paragraph.end) >= 0:
            for found in ITALICS.finditer(text, paragraph.start, paragraph.end):
                yield Span(*found.span(1))
