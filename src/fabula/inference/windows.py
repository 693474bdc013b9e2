"""Cuts sentences into what the model reads at once: whole ones, up to a number of word pieces."""

from collections.abc import Iterator, Sequence


def windows(sizes: Sequence[int], limit: int, *, first: int | None = None) -> Iterator[tuple[int, int]]:
    """The first sentence of each window and the one behind its last, for sentences of so many pieces.

    A window holds up to `limit` pieces, the first one up to `first`; a sentence over the limit is alone.
    """
    room, begun, used = first or limit, 0, 0
    for number, size in enumerate(sizes):
        if number > begun and used + size > room:
            yield begun, number
            begun, used, room = number, 0, limit
        used += size
    if sizes:
        yield begun, len(sizes)
