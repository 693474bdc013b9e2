"""Figures that add up: the scores of several stories are the sums of their counts, not means of means."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol, Self


class Measure(Protocol):
    """A figure with the counts that it is made from.

    `value` is what is reported; `n` is the number of things it was measured on. The sum of two measures is the
    measure over both.
    """

    @property
    def value(self) -> float:
        """The figure."""
        ...

    @property
    def n(self) -> int:
        """What it was measured on."""
        ...

    def __add__(self, other: Self, /) -> Self: ...


Scores = Mapping[str, Measure]
"""Measures by their names, in the order in which they are reported."""


@dataclass(frozen=True, slots=True)
class Share:
    """The share of `n` things that are right, in per cent; 0 of none is 0."""

    right: int = 0
    n: int = 0

    @property
    def value(self) -> float:
        """Per cent."""
        return 100 * self.right / self.n if self.n else 0.0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.n + other.n)


@dataclass(frozen=True, slots=True)
class Rate:
    """`total` for each of `n` things."""

    total: float = 0.0
    n: int = 0

    @property
    def value(self) -> float:
        """The mean; 0 of nothing."""
        return self.total / self.n if self.n else 0.0

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.total + other.total, self.n + other.n)


@dataclass(frozen=True, slots=True)
class Number:
    """So many."""

    n: int = 0

    @property
    def value(self) -> float:
        """The number itself."""
        return float(self.n)

    def __add__(self, other: "Number") -> "Number":
        return Number(self.n + other.n)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean F1, in per cent.

    `recalled` of `reference` things and `precise` of `predicted` things are right; the two numerators differ where
    matching is not one to one.
    """

    recalled: float = 0.0
    reference: int = 0
    precise: float = 0.0
    predicted: int = 0

    @property
    def recall(self) -> float:
        """Per cent of the reference that was found."""
        return 100 * self.recalled / self.reference if self.reference else 0.0

    @property
    def precision(self) -> float:
        """Per cent of what was predicted that is right."""
        return 100 * self.precise / self.predicted if self.predicted else 0.0

    @property
    def value(self) -> float:
        """F1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def n(self) -> int:
        """How many the reference holds."""
        return self.reference

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.recalled + other.recalled,
            self.reference + other.reference,
            self.precise + other.precise,
            self.predicted + other.predicted,
        )

    @classmethod
    def of_sets(cls, reference: AbstractSet[object], predicted: AbstractSet[object]) -> "Agreement":
        """The agreement of two sets of things that are equal or not."""
        both = len(reference & predicted)
        return cls(both, len(reference), both, len(predicted))


class Tally:
    """Counts right and wrong answers under several names at once."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, int]] = {}

    def add(self, right: bool, *names: str) -> None:
        """One answer, counted under each of the names."""
        for name in names:
            good, n = self._counts.get(name, (0, 0))
            self._counts[name] = (good + right, n + 1)

    def shares(self, names: Sequence[str]) -> dict[str, Measure]:
        """The share of right answers under each of the names, and of none where nothing was counted."""
        return {name: Share(*self._counts.get(name, (0, 0))) for name in names}


def total(parts: Iterable[Scores]) -> dict[str, Measure]:
    """The scores over several stories."""
    out: dict[str, Measure] = {}
    for scores in parts:
        for name, measure in scores.items():
            out[name] = out[name] + measure if name in out else measure
    return out
