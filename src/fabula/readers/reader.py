"""What a reader is."""

from collections.abc import Callable
from dataclasses import dataclass

from fabula.text import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format.

    `recognises` looks at the content, and at the file's name only where the content leaves the choice open; `read`
    makes the source and raises a `ReadingError` if it cannot. Both take the bytes and the name, `None` if there is
    none. `extensions` are lower case, with the dot. `summary` is one line for help.
    """

    name: str
    summary: str
    extensions: tuple[str, ...]
    recognises: Callable[[bytes, str | None], bool]
    read: Callable[[bytes, str | None], Source]


def extension(name: str | None) -> str:
    """The ending of a file's name, lower case, with the dot; empty without one."""
    stem, dot, ending = (name or "").rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""
