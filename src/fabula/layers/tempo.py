"""How fast a paragraph tells what happens."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

TempoKind = Literal["scenic", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo(Claim):
    """The paragraph from `start` to `end` tells a moment as it goes, `scenic`, or a length of time at once, `summary`.

    The evidence is words that show it: deeds of a moment, or speech; times that last, habits. What shows neither, or
    both, has no claim. After Genette (1972), whose *scene* is `scenic` here.
    """

    layer: ClassVar[str] = "tempos"
    prefix: ClassVar[str] = "tm"

    start: int
    end: int
    tempo: TempoKind
