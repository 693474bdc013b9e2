"""Cuts texts into what the encoder reads at once."""

from collections.abc import Callable, Iterator

from fabula.inference import windows as of_sizes
from training.reader.annotated import Annotated

Count = Callable[[str], int]


def windows(text: Annotated, count: Count, *, limit: int, first: int | None = None) -> Iterator[Annotated]:
    """Whole sentences of up to `limit` word pieces, and up to `first` in the first window.

    A sentence that is longer than the limit is a window of its own; the model shortens it.
    """
    sizes = [sum(map(count, text.words[start:end])) for start, end in text.bounds()]
    for begun, end in of_sizes.windows(sizes, limit, first=first):
        yield text.cut(begun, end)
