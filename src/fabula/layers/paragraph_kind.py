"""What a paragraph is."""

from enum import IntEnum


class ParagraphKind(IntEnum):
    """The meaning of `document.paragraphs.kinds`."""

    STORY = 0
    HEADING = 1
    RULER = 2
    MATTER = 3
    """Not story: front matter, notes, summaries, end matter."""
