"""Paragraphs, one after another, from text alone."""

import re
from collections.abc import Iterator

from fabula.text import Source, Span

BLOCK = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")


def paragraphs(source: Source) -> Iterator[Span]:
    """Paragraphs in text order, without the white space around them."""
    for match in BLOCK.finditer(source.text):
        yield Span(*match.span())
