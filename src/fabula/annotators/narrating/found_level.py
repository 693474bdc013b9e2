"""A level before it is claimed."""

from typing import NamedTuple

from fabula.layers import LevelKind
from fabula.text import Span


class FoundLevel(NamedTuple):
    """Where it stands, the words that show it, and who writes or tells it, `None` if nobody knows."""

    level: LevelKind
    start: int
    end: int
    evidence: tuple[Span, ...]
    by: str | None = None
