"""Weighs the candidates for a speaker, and decodes an exchange as a whole.

A log-linear model over hand-made features (He, Barbosa and Kondrak 2013) whose weights were learnt from PDNC's
training novels by `training/speakers`. All ways to tell the quotations of a passage compete with each other, and each
turn may depend on the turns before it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from fabula.annotators.speaking.lattice import Speakers, chances, lattice

Features = list[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A decided turn: its speaker (`None`: nobody among the candidates) and its calibrated probability."""

    speaker: str | None
    probability: float


@cache
def weights() -> dict[str, float]:
    """The learnt weight of each feature; features not listed weigh nothing."""
    text = files(__package__).joinpath("weights/speakers.json").read_text(encoding="utf-8")
    return {name: float(value) for name, value in json.loads(text)["weights"].items()}


@cache
def calibration() -> list[tuple[float, float]]:
    """Points (raw probability, share right on held-out novels), both ascending; between them it is linear."""
    text = files(__package__).joinpath("weights/speakers.json").read_text(encoding="utf-8")
    return [(float(raw), float(right)) for raw, right in json.loads(text)["calibration"]]


def calibrated(raw: float) -> float:
    """The share of such choices that were right on held-out novels."""
    points = calibration()
    for (x0, y0), (x1, y1) in pairwise(points):
        if raw <= x1:
            share = (raw - x0) / (x1 - x0) if x1 > x0 else 0.0
            return round(y0 + max(0.0, share) * (y1 - y0), 4)
    return round(points[-1][1], 4)


def decode(
    turns: Sequence[Sequence[str | None]],
    static: Sequence[Sequence[Features]],
    dynamic: Callable[[int, str | None, Speakers], Features],
    history: Speakers,
) -> list[Choice]:
    """The speakers of the likeliest way to tell all turns; how probable each is, over all ways.

    `turns[i]` are the candidates of turn `i` and `static[i]` their features; `dynamic` gives the features that depend
    on the speakers of the turns before, `history` those of the passages before.
    """
    known = weights()
    fixed = [[sum([known.get(name, 0.0) for name in features]) for features in turn] for turn in static]

    def score(i: int, speakers: Speakers) -> list[float]:
        return [
            fixed[i][k] + sum([known.get(name, 0.0) for name in dynamic(i, candidate, speakers)])
            for k, candidate in enumerate(turns[i])
        ]

    found = lattice(turns, score, history)
    return [
        Choice(speaker, shares[list(candidates).index(speaker)])
        for speaker, candidates, shares in zip(found.best, turns, chances(found), strict=True)
    ]
