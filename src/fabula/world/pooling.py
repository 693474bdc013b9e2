"""A number of many sentences pooled: how far its mean can be trusted, and what chance would make of it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import sqrt
from typing import Literal

RUN = 10
"""Sentences that are shuffled together: neighbours are alike, and that alone makes no scene."""
SURE = 2.576
"""Standard errors on either side of a band: 99 of 100 shuffles of a story fall into it."""


@dataclass(frozen=True, slots=True)
class Band:
    """From a value to a higher one."""

    low: float
    high: float

    @classmethod
    def around(cls, middle: float, variance: float) -> "Band":
        """As wide as is sure at this variance of the mean."""
        return cls(middle - SURE * sqrt(variance), middle + SURE * sqrt(variance))


@dataclass(frozen=True, slots=True)
class Pooled:
    """The mean of some sentences of a story, from 1 to 5.

    `band` is where the mean of what readers would say of such sentences lies: its standard error is made of how
    unlike each other sentences are and of how far off the reader model is. `shuffled` is where the mean of as many
    sentences of the same kinds lies, whichever they are: if the story's sentences were shuffled in runs of `RUN`.
    """

    mean: float
    band: Band
    shuffled: Band

    @property
    def stands_out(self) -> Literal["high", "low"] | None:
        """On which side of the shuffled band the mean lies; `None` inside it."""
        if self.mean > self.shuffled.high:
            return "high"
        return "low" if self.mean < self.shuffled.low else None


@dataclass(frozen=True, slots=True)
class _Kind:
    """All sentences that are shuffled together: how many, their sum, and what each adds to the variance of a sum."""

    n: int
    total: int
    spread: float

    @classmethod
    def of(cls, values: Sequence[int]) -> "_Kind":
        """The variance of runs is the greater where neighbours are alike."""
        runs = [sum(values[start : start + RUN]) for start in range(0, len(values) - RUN + 1, RUN)]
        return cls(len(values), sum(values), max(_variance(values), _variance(runs) / RUN))


class Pooling:
    """One number of all sentences of a story, by which any of them are pooled.

    `values` are in hundredths, by the sentence's place, in order. `said` are the places of speech: it is shuffled by
    itself, since it sounds more in control than narration, whoever speaks. `error` is that of the reader model in one
    sentence, in hundredths. It is about as unlike within a text as between texts, so it lessens with their number.
    """

    def __init__(self, values: Mapping[int, int], said: AbstractSet[int], error: float) -> None:
        self._values, self._said, self._error = values, said, error
        self._kinds = tuple(
            _Kind.of([value for place, value in values.items() if (place in said) == spoken])
            for spoken in (True, False)
        )

    def pooled(self, sentences: Sequence[int]) -> Pooled:
        """The mean over some sentences, at least one. The shuffled band is that of a draw without replacement."""
        n, spoken = len(sentences), sum(place in self._said for place in sentences)
        expected = drawn = felt = 0.0
        for part, kind in zip((spoken, n - spoken), self._kinds, strict=True):
            if part:
                expected += part * kind.total / kind.n
                drawn += part * kind.spread * (1 - part / kind.n)
                felt += part * (kind.spread + self._error**2)
        unit = 100 * n
        mean = sum(map(self._values.__getitem__, sentences)) / unit
        return Pooled(mean, Band.around(mean, felt / unit**2), Band.around(expected / unit, drawn / unit**2))


def _variance(values: Sequence[int]) -> float:
    n = len(values)
    return (n * sum(value * value for value in values) - sum(values) ** 2) / (n * (n - 1)) if n > 1 else 0.0
