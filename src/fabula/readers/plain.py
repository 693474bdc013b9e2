"""Plain text: decoded, and nothing else. Its structure is found by the annotators."""

import re

from fabula.errors import UnknownFormat
from fabula.readers.encoding import decode
from fabula.readers.reader import Reader
from fabula.text import Source

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]|(?<![\xc2-\xf4€])[\x80-\x84\x86-\x9f]")
"""Characters that no text holds. Behind such a letter the latter are a letter decoded wrongly, which can be mended."""
SAMPLE = 1 << 16
"""Characters among which controls are counted."""
BINARY = 0.02
"""Share of control characters past which a file is no text."""


def recognises(data: bytes, name: str | None) -> bool:
    """Always: whatever nothing else recognises is text, or an error that says so."""
    return True


def read(data: bytes, name: str | None) -> Source:
    """The text. Raises `UnknownFormat` if the bytes are no text."""
    text, notices = decode(data)
    refuse_binary(text, name)
    return Source(text, origin=name, format="text", notices=tuple(notices))


def refuse_binary(text: str, name: str | None) -> None:
    """Raises `UnknownFormat` if too many characters are controls or could not be decoded."""
    sample = text[:SAMPLE]
    strange = len(CONTROL.findall(sample)) + sample.count("\ufffd")
    if strange > max(2, BINARY * len(sample)):
        raise UnknownFormat(
            f"{name or 'The input'} is no text: {strange} of its first {len(sample)} characters are none."
        )


TEXT = Reader("text", "Plain text in any encoding.", (".txt", ".text"), recognises, read)
