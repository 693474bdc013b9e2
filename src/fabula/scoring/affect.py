"""Valence, arousal and dominance: do they rise and fall with what readers felt, and how far off are they?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from fabula.document import Numbers
from fabula.scoring.measures import Measure
from fabula.text import Span
from fabula.world import Story

SCALES = ("valence", "arousal", "dominance")


@dataclass(frozen=True, slots=True)
class Correlation:
    """Pearson's r of pairs of numbers, in hundredths, as sums over the pairs; 0 if either side never changes."""

    n: int = 0
    left: float = 0.0
    right: float = 0.0
    squares_left: float = 0.0
    squares_right: float = 0.0
    products: float = 0.0

    @classmethod
    def of(cls, left: Sequence[float], right: Sequence[float]) -> "Correlation":
        """Of numbers that stand in pairs."""
        return cls(
            len(left),
            sum(left),
            sum(right),
            sum(one * one for one in left),
            sum(one * one for one in right),
            sum(one * other for one, other in zip(left, right, strict=True)),
        )

    @property
    def value(self) -> float:
        """From -100 to 100."""
        spread_left = self.n * self.squares_left - self.left**2
        spread_right = self.n * self.squares_right - self.right**2
        if min(spread_left, spread_right) <= 1e-9 * self.n:
            return 0.0
        return 100 * (self.n * self.products - self.left * self.right) / sqrt(spread_left * spread_right)

    def __add__(self, other: "Correlation") -> "Correlation":
        return Correlation(
            self.n + other.n,
            self.left + other.left,
            self.right + other.right,
            self.squares_left + other.squares_left,
            self.squares_right + other.squares_right,
            self.products + other.products,
        )


@dataclass(frozen=True, slots=True)
class Error:
    """The root of the mean square of `n` differences, in their unit, as a sum of squares; 0 of none is 0."""

    n: int = 0
    squares: float = 0.0

    @classmethod
    def of(cls, left: Sequence[float], right: Sequence[float]) -> "Error":
        """Of numbers that stand in pairs."""
        return cls(len(left), sum((one - other) ** 2 for one, other in zip(left, right, strict=True)))

    @property
    def value(self) -> float:
        """From 0."""
        return sqrt(self.squares / self.n) if self.n else 0.0

    def __add__(self, other: "Error") -> "Error":
        return Error(self.n + other.n, self.squares + other.squares)


def score_affect(story: Story, reference: Sequence[tuple[Span, Mapping[str, float]]]) -> dict[str, Measure]:
    """The correlation and the error of each scale over stretches of the text that readers rated from 1 to 5.

    The error is in hundredths of the scale. A stretch is rated as the mean of the sentences that share words with it.
    Raises `LayerMissing` if nothing has rated them.
    """
    out: dict[str, Measure] = {}
    for scale in SCALES:
        numbers = story.document.number(scale)
        felt = [ratings[scale] for _, ratings in reference]
        read = [_mean(story, numbers, span) for span, _ in reference]
        out[scale] = Correlation.of(felt, read)
        out[f"{scale}, error"] = Error.of([100 * one for one in felt], [100 * one for one in read])
    return out


def _mean(story: Story, numbers: Numbers, span: Span) -> float:
    """The mean over the sentences that were read, in units of the scale; its middle where none was."""
    found = [numbers[index] for index in story.document.sentences.overlapping(span) if numbers[index]]
    return sum(found) / len(found) / 100 if found else 3.0
