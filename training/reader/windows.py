"""Cuts texts into what the encoder reads at once: whole sentences, up to a number of word pieces."""

from collections.abc import Callable, Iterator

from training.reader.annotated import Annotated

Count = Callable[[str], int]


def windows(text: Annotated, count: Count, *, limit: int, first: int | None = None) -> Iterator[Annotated]:
    """Whole sentences of up to `limit` word pieces, and up to `first` in the first window.

    A sentence that is longer than the limit is a window of its own; the model shortens it.
    """
    room, begun, used = first or limit, 0, 0
    for number, (start, end) in enumerate(text.bounds()):
        needed = sum(map(count, text.words[start:end]))
        if number > begun and used + needed > room:
            yield text.cut(begun, number)
            begun, used, room = number, 0, limit
        used += needed
    yield text.cut(begun, len(text.sentences))
