"""What stands outside of the story that the narrator goes on with."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

LevelKind = Literal["letter", "tale", "dream", "prolepsis"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Claim):
    """From `start` to `end` stands a letter, a tale that somebody tells, a dream, or what is told before its time.

    `by` is the entity that signs the letter or surely tells the tale, `None` if that is not sure, or there is nobody.
    The evidence is the words that show it: an address or a signature, verbs of the tale, "dreamed", "years later". What
    is told after its time is a time relation. Levels after Genette (1972).
    """

    layer: ClassVar[str] = "levels"
    prefix: ClassVar[str] = "lv"

    start: int
    end: int
    level: LevelKind
    by: str | None = None
