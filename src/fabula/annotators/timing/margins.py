"""Paragraphs on their own, with full stops around, so that a rule may look to either side and meets no other words."""

from collections.abc import Iterator
from itertools import groupby
from typing import TypeVar

from fabula.annotators.words import Words

T = TypeVar("T")
MARGIN = 5
"""Full stops on each side: as far as any rule looks without asking where it is."""


def paragraphs(words: Words) -> Iterator[tuple[int, Words]]:
    """Each paragraph's words between margins, with the place of its first full stop among all words."""
    for _, run in groupby(range(len(words)), key=words.paragraph.__getitem__):
        indices = list(run)
        first, stop = indices[0], indices[-1] + 1
        here = slice(first, stop)
        yield (
            first - MARGIN,
            Words(
                text=_within(words.text[here], "."),
                lower=_within(words.lower[here], "."),
                starts=_within(words.starts[here], words.starts[first]),
                ends=_within(words.ends[here], words.ends[stop - 1]),
                initial=_within(words.initial[here], False),
                quoted=_within(words.quoted[here], -1),
                paragraph=_within(words.paragraph[here], -1),
                quotations=words.quotations,
            ),
        )


def _within(some: list[T], margin: T) -> list[T]:
    return [margin] * MARGIN + some + [margin] * MARGIN
