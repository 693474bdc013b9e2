"""How well a phrase refers to each entity in sight, and to nobody met before: a small net over features and vectors.

The reader model gives each phrase two vectors, as an anaphor and as an antecedent, whose product says how well the one
takes up the other, as in Lee et al. 2017; the entities are ranked as in Rahman and Ng 2009, with somebody new as one
more candidate.
"""

import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.resolver import View
from fabula.annotators.coreference.table import Array, Flags
from fabula.errors import ModelError
from fabula.inference.package import altered, whole_file
from fabula.inference.passage import PassageReading

WEIGHTS = Path(__file__).with_name("weights.npz")
SCALE = 8.0
"""Products of vectors are divided by this."""
NONE = -4.0
"""Stands for the best product where there is no earlier mention."""


class Ranker:
    """The weights by name, as `training.coreference` writes them; matrices are (in, out)."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._w = {name: value.astype(np.float32) for name, value in weights.items()}

    def choose(self, view: View) -> int:
        """The slot of whoever a phrase most likely refers to, -1 for somebody new."""
        return int(self.scores(view).argmax()) - 1

    def scores(self, view: View) -> Array:
        """(1 + SLOTS,): of somebody new, then of the entity in each slot."""
        table = view.table
        products = table.ring @ view.vector
        return self.ranked(view.traits.own, table.alone, view.pairs, products, table.numbers >= 0, view.may)

    def ranked(self, own: Array, alone: Array, pairs: Array, products: Array, there: Flags, may: Flags) -> Array:
        """Scores (1 + SLOTS,): of somebody new, then of the entity in each slot.

        `own` (M,), `alone` (SLOTS, ALONE), `pairs` (SLOTS, PAIR). `products` (SLOTS, RING) are those of the phrase's
        vector with each earlier mention's, `there` (SLOTS, RING) says which there are, `may` (SLOTS,) who may be meant.
        """
        products = np.where(there, products / SCALE, 0.0)
        best = np.where(there, products, NONE).max(1, keepdims=True)
        mean = products.sum(1, keepdims=True) / np.maximum(there.sum(1, keepdims=True), 1)
        seen = np.concatenate((alone, pairs, products, best, mean), 1)
        first, split = self._w["first.w"], len(own)
        hidden = np.maximum(own @ first[:split] + seen @ first[split:] + self._w["first.b"], 0.0)
        hidden = np.maximum(self._linear("second", hidden), 0.0)
        known = np.where(may, self._linear("score", hidden)[:, 0], -np.inf)
        closest = np.concatenate(
            (
                pairs.max(0, where=may[:, None], initial=-1.0),
                best.max(0, where=may[:, None], initial=NONE),
                mean.max(0, where=may[:, None], initial=NONE),
            )
        )
        hidden = np.maximum(self._linear("new", np.concatenate((own, closest))), 0.0)
        return np.concatenate((self._linear("fresh", hidden), known)).astype(np.float32)

    def _linear(self, name: str, values: Array) -> Array:
        return values @ self._w[f"{name}.w"] + self._w[f"{name}.b"]


def vectors_of(phrases: Sequence[Phrase], reading: PassageReading) -> tuple[Array, Array] | None:
    """What N phrases seek and what they offer as earlier mentions, (N, OFFER) each; `None` if the model does not say.

    An expression that is not the model's has zeros.
    """
    if reading.anaphors is None or reading.antecedents is None:
        return None
    rows = {expression.span: row for row, expression in enumerate(reading.expressions)}
    found = np.array([rows.get(phrase.span, -1) for phrase in phrases])
    there = (found >= 0)[:, None].astype(np.float32)
    return reading.anaphors[found] * there, reading.antecedents[found] * there


@cache
def shipped() -> Ranker:
    """The ranker that ships with fabula. Raises `ModelError` if its weights are missing or not whole."""
    try:
        with np.load(BytesIO(whole_file(WEIGHTS))) as arrays:
            return Ranker(dict(arrays))
    except (ValueError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelError(altered(WEIGHTS)) from error
