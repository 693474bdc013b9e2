"""What the model says about windows, brought back to the form of the corpora."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from training.reader.annotated import Annotated, Extent
from training.reader.batches import inputs
from training.reader.inventory import Inventory
from training.reader.model import EXTENTS, RATINGS, Outputs, Reader
from training.reader.pieces import Pieces
from training.reader.trees import tree


def read(
    model: Reader, texts: Sequence[Annotated], pieces: Pieces, labels: Inventory, *, batch: int = 8
) -> Iterator[Annotated]:
    """Each window with every layer as the model reads it."""
    model.eval()
    for begin in range(0, len(texts), batch):
        some = texts[begin : begin + batch]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            said = model(inputs(some, pieces))
        for row, text in enumerate(some):
            yield _read(text, row, said, labels)


def _read(text: Annotated, row: int, said: Outputs, labels: Inventory) -> Annotated:
    size = len(text.words)
    scores = said.governors[row, :size, :size].float().numpy()
    heads: list[int] = []
    for start, end in text.bounds():
        heads += [start + head for head in tree(scores[start:end, start:end])]
    mine = (said.candidates[:, 0] == row).nonzero()[:, 0]
    places = said.candidates[mine, 1:].tolist()
    return Annotated(
        id=text.id,
        words=text.words,
        sentences=text.sentences,
        tags={
            layer: _named(scores[row, :size], labels[layer])
            for layer, scores in [*said.tags.items(), ("relation", said.relations)]
        },
        extents={layer: _extents(places, said.labels[layer][mine], labels[layer]) for layer in EXTENTS},
        heads=tuple(heads),
        ratings={
            layer: tuple(map(tuple, said.ratings[layer][row, : len(text.sentences)].float().tolist()))
            for layer in RATINGS
        },
    )


def _named(scores: Tensor, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(names[best] for best in scores.argmax(-1).tolist())


def _extents(places: list[list[int]], scores: Tensor, names: tuple[str, ...]) -> tuple[Extent, ...]:
    """Those that have a label; the first label is that there is none."""
    best = scores.argmax(-1).tolist() if len(places) else []
    return tuple(
        Extent(first, last + 1, names[label]) for (first, last), label in zip(places, best, strict=True) if label
    )
