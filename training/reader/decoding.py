"""From the model's answers about a window to its layers, in the form of the corpora; no torch."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.reader.annotated import Annotated, Extent
from training.reader.inventory import Inventory
from training.reader.layers import EXTENTS, RATINGS
from training.reader.trees import tree


def decode(text: Annotated, row: int, said: Mapping[str, NDArray[Any]], labels: Inventory) -> Annotated:
    """The window with every layer; `row` is its place in the batch."""
    size = len(text.words)
    layers = [name.removesuffix(".best") for name in said if name.endswith(".best")]
    heads: list[int] = []
    for start, end in text.bounds():
        heads += [start + head for head in tree(said["governors"][row, start:end, start:end])]
    mine = np.flatnonzero(said["candidates"][:, 0] == row)
    places = said["candidates"][mine, 1:].tolist()
    return Annotated(
        id=text.id,
        words=text.words,
        sentences=text.sentences,
        tags={layer: tuple(labels[layer][best] for best in said[f"{layer}.best"][row, :size]) for layer in layers},
        extents={layer: _extents(places, said[layer][mine], labels[layer]) for layer in EXTENTS},
        heads=tuple(heads),
        ratings={layer: tuple(map(tuple, said[layer][row, : len(text.sentences)].tolist())) for layer in RATINGS},
    )


def _extents(places: list[list[int]], scores: NDArray[Any], names: tuple[str, ...]) -> tuple[Extent, ...]:
    """Those that have a label; the first label is that there is none."""
    found = zip(places, scores.argmax(-1).tolist(), strict=True)
    return tuple(Extent(first, last + 1, names[label]) for (first, last), label in found if label)
