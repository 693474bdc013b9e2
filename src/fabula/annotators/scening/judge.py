"""How likely a paragraph is to open a scene, from what the evidence weighs."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp

THRESHOLD = "threshold"
"""The name in the weights of the least probability of a scene."""
BIAS = "bias"


@cache
def weights() -> dict[str, float]:
    """Feature -> weight, with the bias and the threshold; what is missing weighs nothing."""
    lines = files(__package__).joinpath("weights.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: float(weight) for name, weight in pairs}


def likelihood(features: Iterable[str]) -> float:
    """The chance that the author would mark a scene; calibrated on authors of whom nothing was learnt."""
    known = weights()
    return 1 / (1 + exp(-known[BIAS] - sum(known.get(name, 0.0) for name in features)))
