"""What the model's answers about a window mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fabula.inference.package import Inventory
from fabula.inference.trees import tree

Answers = Mapping[str, NDArray[Any]]
"""The model's outputs by name, for B windows; `training/reader/model.py` says what each is."""
EXTENTS = ("mention", "entity")
"""The layers of extents; the first label of each is that there is none."""
RATINGS = ("affect",)


class Extent(NamedTuple):
    """The words `[start, end)` with a label and its probability; `candidate` is its place among those looked at."""

    start: int
    end: int
    label: str
    probability: float
    candidate: int


@dataclass(frozen=True, slots=True)
class Window:
    """What was read in a window of W words and S sentences.

    `tags`: a label for each word. `probabilities` (W) of those labels. `heads`: each word's governor, itself for a
    root. `extents`: those that have a label, by layer. `ratings` (S, numbers) of each sentence, by layer. `vectors`
    (W, D) of the words, `links` (candidates, L) for `anaphor` and `antecedent`; a model may have neither.
    `candidates` is how many extents were looked at.
    """

    tags: dict[str, list[str]]
    probabilities: dict[str, NDArray[np.float32]]
    heads: list[int]
    extents: dict[str, list[Extent]]
    ratings: dict[str, NDArray[np.float32]]
    vectors: NDArray[np.float32] | None
    links: dict[str, NDArray[np.float32]]
    candidates: int


def decode(said: Answers, labels: Inventory, ends: Sequence[int], *, row: int = 0) -> Window:
    """Reads the window in that row of a batch; `ends` are the ends of its sentences."""
    size = ends[-1]
    layers = [name.removesuffix(".best") for name in said if name.endswith(".best")]
    heads: list[int] = []
    for start, end in pairwise((0, *ends)):
        heads += [start + head for head in tree(said["governors"][row, start:end, start:end])]
    mine = np.flatnonzero(said["candidates"][:, 0] == row)
    places = said["candidates"][mine, 1:].tolist()
    return Window(
        tags={layer: [labels[layer][best] for best in said[f"{layer}.best"][row, :size].tolist()] for layer in layers},
        probabilities={
            layer: said[f"{layer}.probability"][row, :size] for layer in layers if f"{layer}.probability" in said
        },
        heads=heads,
        extents={layer: _extents(places, said[layer][mine], labels[layer]) for layer in EXTENTS},
        ratings={layer: said[layer][row, : len(ends)] for layer in RATINGS},
        vectors=said["words"][row, :size] if "words" in said else None,
        links={side: said[side][mine] for side in ("anaphor", "antecedent") if side in said},
        candidates=len(mine),
    )


def _extents(places: list[list[int]], scores: NDArray[Any], names: tuple[str, ...]) -> list[Extent]:
    if not places:
        return []
    found = zip(places, scores.argmax(-1).tolist(), scores.max(-1).tolist(), strict=True)
    return [
        Extent(first, last + 1, names[label], probability, number)
        for number, ((first, last), label, probability) in enumerate(found)
        if label
    ]
