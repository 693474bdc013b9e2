"""Windows as tensors: what the encoder reads, and what each head should say."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import torch
from torch import Tensor

from fabula.inference.arrays import arrays
from fabula.inference.package import Inventory
from fabula.inference.vocabulary import Vocabulary
from training.reader.annotated import Annotated
from training.reader.layers import CHAIN

IGNORED = -100
"""Stands where there is no label to learn."""


class Inputs(NamedTuple):
    """What the model reads: tensors in place of the arrays of `fabula.inference.arrays`."""

    pieces: Tensor
    shapes: Tensor
    senses: Tensor
    firsts: Tensor
    sentences: Tensor


@dataclass(frozen=True, slots=True)
class Targets:
    """What the heads should say about a batch; `rows` are the windows that have the layer.

    `tags` (R, W): label indexes. `heads` (R, W): governors. `ratings` (R, S, N): numbers, not a number where there is
    no sentence. `extents`: a list of (window, start, end, label index) for each layer. `chains`: the same, with a
    number that extents of one window share if they refer to the same.
    """

    tags: dict[str, tuple[Tensor, Tensor]] = field(default_factory=dict)
    extents: dict[str, tuple[Tensor, list[tuple[int, int, int, int]]]] = field(default_factory=dict)
    heads: tuple[Tensor, Tensor] | None = None
    ratings: dict[str, tuple[Tensor, Tensor]] = field(default_factory=dict)
    chains: list[tuple[int, int, int, int]] = field(default_factory=list)


def inputs(texts: Sequence[Annotated], vocabulary: Vocabulary) -> Inputs:
    """The windows as the library itself gives them to the model."""
    given = arrays([(text.words, text.sentences) for text in texts], vocabulary)
    return Inputs(**{name: torch.from_numpy(value) for name, value in given.items()})


def targets(texts: Sequence[Annotated], labels: Inventory) -> Targets:
    """What the windows' corpora say, layer by layer; labels that are not in the inventory are not learnt."""
    width = max(len(text.words) for text in texts)
    out = Targets()
    index = {layer: {label: number for number, label in enumerate(names)} for layer, names in labels.items()}
    for layer in sorted({layer for text in texts for layer in text.tags}):
        rows = [row for row, text in enumerate(texts) if layer in text.tags]
        labelled = [[index[layer].get(label, IGNORED) for label in texts[row].tags[layer]] for row in rows]
        out.tags[layer] = (torch.tensor(rows), _padded(labelled, IGNORED, width))
    for layer in sorted({layer for text in texts for layer in text.extents} - {CHAIN}):
        rows = [row for row, text in enumerate(texts) if layer in text.extents]
        found = [
            (row, one.start, one.end, index[layer][one.label]) for row in rows for one in texts[row].extents[layer]
        ]
        out.extents[layer] = (torch.tensor(rows), found)
    for row, text in enumerate(texts):
        numbers: dict[str, int] = {}
        for one in text.extents.get(CHAIN, ()):
            out.chains.append((row, one.start, one.end, numbers.setdefault(one.label, len(numbers))))
    for layer in sorted({layer for text in texts for layer in text.ratings}):
        rows = [row for row, text in enumerate(texts) if layer in text.ratings]
        most = max(len(text.sentences) for text in texts)
        size = len(texts[rows[0]].ratings[layer][0])
        known = torch.full((len(rows), most, size), torch.nan)
        for place, row in enumerate(rows):
            known[place, : len(texts[row].sentences)] = torch.tensor(texts[row].ratings[layer])
        out.ratings[layer] = (torch.tensor(rows), known)
    parsed = [(row, text.heads) for row, text in enumerate(texts) if text.heads is not None]
    if not parsed:
        return out
    governors = _padded([list(heads) for _, heads in parsed], IGNORED, width)
    heads = (torch.tensor([row for row, _ in parsed]), governors)
    return replace(out, heads=heads)


def _padded(rows: Sequence[Sequence[int]], filler: int, width: int) -> Tensor:
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])
