"""The unit of reading."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Claim):
    """Some hundred words of whole paragraphs, read at once; `known_at` is its end.

    `index` counts from 0. `division` is the id of the division that the passage ends in.
    """

    layer: ClassVar[str] = "passages"
    prefix: ClassVar[str] = "p"

    index: int
    division: str
