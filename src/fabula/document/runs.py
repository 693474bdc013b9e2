"""Runs of spans that bear one label together."""

from collections.abc import Iterable, Iterator


def runs(labels: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """First span, the one behind the last, and the label, from `B-label`, `I-label` and, for nothing, `O` or "".

    A run begins with `B`, and also with an `I` that continues nothing; the label of a bare `B` is "".
    """
    first, running, place = 0, None, -1
    for place, label in enumerate(labels):
        mark, _, name = label.partition("-")
        if mark == "I" and name == running:
            continue
        if running is not None:
            yield first, place, running
        first, running = place, name if mark in ("B", "I") else None
    if running is not None:
        yield first, place + 1, running
