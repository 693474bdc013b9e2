"""Weighs the candidates for a speaker, and decodes an exchange as a whole.

A log-linear ranker over hand-made features (He, Barbosa and Kondrak 2013) whose weights were learnt from PDNC's
training novels by `training/speakers.py`. Candidates of one quotation compete in a softmax; a beam over the
quotations of a passage lets each turn depend on the turns before it.
"""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

Features = list[str]
WIDTH = 6
"""Hypotheses that the beam keeps."""
MEMORY = 3
"""Turns on which the next one may depend."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A decided turn: its speaker (`None`: nobody among the candidates) and its calibrated probability."""

    speaker: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to tell the speakers so far: the last turns, newest last, and its log probability."""

    speakers: tuple[str | None, ...]
    score: float


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
    dynamic: Callable[[int, str | None, tuple[str | None, ...]], Features],
    history: tuple[str | None, ...],
) -> list[Choice]:
    """The best speaker of every turn.

    `turns[i]` are the candidates of turn `i` and `static[i]` their features; `dynamic` gives the features that depend
    on the speakers of the turns before, `history` those of the passages before.
    """
    known = weights()
    fixed = [[sum([known.get(name, 0.0) for name in features]) for features in turn] for turn in static]
    beam = [Hypothesis(history, 0.0)]
    steps: list[list[tuple[Hypothesis, list[float]]]] = []
    for i, candidates in enumerate(turns):
        grown: dict[tuple[str | None, ...], Hypothesis] = {}
        here = []
        for hypothesis in beam:
            totals = [
                fixed[i][k] + sum([known.get(name, 0.0) for name in dynamic(i, candidate, hypothesis.speakers)])
                for k, candidate in enumerate(candidates)
            ]
            top = max(totals)
            norm = top + math.log(sum(math.exp(total - top) for total in totals))
            chances = [total - norm for total in totals]
            here.append((hypothesis, chances))
            for candidate, chance in zip(candidates, chances, strict=True):
                speakers = (*hypothesis.speakers, candidate)
                rival = grown.get(speakers[-MEMORY:])
                if rival is None or rival.score < hypothesis.score + chance:
                    grown[speakers[-MEMORY:]] = Hypothesis(speakers, hypothesis.score + chance)
        steps.append(here)
        beam = sorted(grown.values(), key=lambda one: (-one.score, [str(s) for s in one.speakers[-MEMORY:]]))[:WIDTH]
    best = beam[0].speakers[len(history) :]
    out = []
    for i, speaker in enumerate(best):
        share = total = 0.0
        for hypothesis, chances in steps[i]:
            weight = math.exp(hypothesis.score - steps[i][0][0].score)
            total += weight
            share += weight * math.exp(chances[list(turns[i]).index(speaker)])
        out.append(Choice(speaker, share / total))
    return out
