"""Who tells."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrator(Claim):
    """Who tells the story from `start` on, until the next narrator takes over.

    `person` is the grammatical person in which the narration speaks of its teller: 1 for a homodiegetic narrator,
    3 for a heterodiegetic one, which has no `entity`.
    """

    layer: ClassVar[str] = "narrators"
    prefix: ClassVar[str] = "n"

    start: int
    person: Literal[1, 3]
    entity: str | None = None
