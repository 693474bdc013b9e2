"""The text of a story and positions in it."""

from fabula.text.anchor import Anchor
from fabula.text.source import Location, Mark, MarkKind, Notice, Part, Source
from fabula.text.span import Span

__all__ = ["Anchor", "Location", "Mark", "MarkKind", "Notice", "Part", "Source", "Span"]
