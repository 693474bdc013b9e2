"""One line on stderr that says how far reading has come."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fabula.cli.output import bar, cut, percent

if TYPE_CHECKING:
    from fabula.pipeline import Progress

PAUSE = 0.1
"""Seconds between two drawings."""


@contextmanager
def progress(name: str, *, quiet: bool) -> Iterator["Progress | None"]:
    """What to hand to the pipeline; `None`, and not a word, if nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    drawn = 0.0
    label = cut(name, 30)

    def draw(position: int, length: int) -> None:
        nonlocal drawn
        now = time.monotonic()
        if now - drawn >= PAUSE:
            drawn = now
            share = position / max(length, 1)
            sys.stderr.write(f"\r\x1b[KReading {label}  {bar(share, 30)} {percent(share)}")
            sys.stderr.flush()

    try:
        yield draw
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
