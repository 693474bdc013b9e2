"""The lines that Project Gutenberg puts around a text."""

import re

START = re.compile(r"\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG|\*END[* ]*THE SMALL PRINT", re.IGNORECASE)
END = re.compile(
    r"\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG|(?:\W{0,3})End of (?:the |this )?Project Gutenberg", re.IGNORECASE
)
NEAR = 200
"""Characters of a paragraph that are looked at."""


def is_header(words: str) -> bool:
    """Whether the first paragraph of a text says that a Gutenberg header follows."""
    return "project gutenberg" in words[:NEAR].lower()


def is_start(words: str) -> bool:
    """Whether the text proper begins behind this paragraph."""
    return START.search(words[-NEAR:]) is not None or START.match(words) is not None


def is_end(words: str) -> bool:
    """Whether the text proper has ended before this paragraph."""
    return END.match(words) is not None
