"""A paragraph on its way from a file into a source."""

from dataclasses import dataclass, field
from typing import NamedTuple

from fabula.text import MarkKind

RULER = "* * *"
"""What stands in the text for a ruler that the file draws."""


class Region(NamedTuple):
    """A stretch that is not story. Two regions of one kind are told apart by their number."""

    kind: MarkKind
    number: int


@dataclass(slots=True)
class Block:
    """A paragraph in the making.

    `element` is its number in the document. `gap` counts the empty lines before it; `picture` names a picture that
    stands alone before it.
    """

    text: str
    document: str
    element: int
    region: Region | None
    kind: MarkKind | None = None
    level: int = 0
    gap: int = 0
    picture: str | None = None
    emphasis: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_story(self) -> bool:
        """Whether it is a paragraph of the story, no heading, no ruler, and in no region."""
        return self.kind is None and self.region is None
