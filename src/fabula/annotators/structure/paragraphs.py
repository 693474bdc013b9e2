"""Paragraphs, one after another, from text alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fabula.annotators.structure.lines import Line, lines
from fabula.annotators.structure.titles import numbered
from fabula.annotators.structure.wrapping import Wrapping
from fabula.errors import SeamError
from fabula.text import Source, Span

LIMIT = 20_000
"""Characters; a longer paragraph is cut, so that nothing that works on a paragraph can run away."""
HEADING_LENGTH = 60
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]_]*(?=\s)|[。！？][」』”’]*")
BLANK = re.compile(r"\s")
NOT_BLANK = re.compile(r"\S")


class Paragraph(NamedTuple):
    """A paragraph without the white space around it, and the number of blank lines before it."""

    span: Span
    blanks: int


class Paragraphs:
    """Cuts a source into paragraphs, and goes on when it has grown.

    Where one ends is decided from the lines before and the first word behind, so that a text which stops there has
    the same paragraphs.
    """

    def __init__(self, source: Source) -> None:
        self._text, self._shaped = source.text, source.shaped
        self._wrapping = Wrapping(source.text)
        self._last: Line | None = None

    def grow(self, source: Source) -> None:
        """Takes the source that begins with the one so far, when all of that has been cut."""
        self._text = self._wrapping.text = source.text

    def more(self) -> Iterator[Paragraph]:
        """The paragraphs up to the end. Raises `SeamError` if the last one so far goes on in what has grown."""
        text, last = self._text, self._last
        open_: Paragraph | None = None
        seam = last
        for line in lines(text, last.end if last else 0):
            alone = open_ is not None and last is not None and open_.span.start == last.start and _heads(text, last)
            joins = last is not None and _joins(self._wrapping, last, line, shaped=self._shaped) and not alone
            if joins and last is seam:
                raise SeamError("The text goes on in the middle of a paragraph. Read the whole text anew.")
            if open_ is not None and joins:
                open_ = open_._replace(span=Span(open_.span.start, line.end))
            else:
                if open_ is not None:
                    yield open_
                open_ = Paragraph(Span(line.start, line.end), max(line.breaks - 1, 0))
            while open_.span.end - open_.span.start > LIMIT:
                cut, rest = _cut(text, open_.span)
                yield open_._replace(span=cut)
                open_ = Paragraph(rest, 0)
            last = self._last = line
        if open_ is not None:
            yield open_


def _joins(wrapping: Wrapping, last: Line, line: Line, *, shaped: bool) -> bool:
    if line.breaks > 1:
        wrapping.end(last)
        return False
    return shaped or wrapping.joins(last, line)


def _heads(text: str, line: Line) -> bool:
    """Whether a line that opens a block is a numbered heading; what follows is its title, or the story."""
    return line.end - line.start <= HEADING_LENGTH and numbered(text[line.start : line.end]) is not None


def _cut(text: str, span: Span) -> tuple[Span, Span]:
    """The first piece of a long paragraph and the rest: at a sentence end, at white space, or anywhere."""
    start, half, limit = span.start, span.start + LIMIT // 2, span.start + LIMIT
    end = limit
    for pattern in (SENTENCE_END, BLANK):
        if found := pattern.search(text, half, limit):
            end = found.end() if pattern is SENTENCE_END else found.start()
            break
    behind = NOT_BLANK.search(text, end, span.end)
    return Span(start, end), Span(behind.start() if behind else span.end, span.end)
