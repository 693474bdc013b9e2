"""The reader model: an encoder, a learnt mix of its layers for each head, and the heads."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from fabula.inference.package import Inventory
from training.reader.batches import Inputs
from training.reader.encoder import empty_senses, empty_shapes, encode, starting_encoder
from training.reader.files import WEIGHTS
from training.reader.layers import ALONE, CANDIDATE, EXTENTS, LINKS, RATINGS

FAR = -1e4
"""The score of what cannot be."""
LINK = 64
"""Numbers in the vector of an anaphor or an antecedent."""
DISTANCES = 8
"""Classes of how many extents lie between the two, each about twice as far as the one before."""


class Outputs(NamedTuple):
    """What the model says about B windows of W words. Scores are logits.

    `tags` (B, W, labels) for each layer. `governors` (B, W, W): how well the second word governs the first, itself
    for the root. `relations` (B, W, labels): under the governor that scores best, or the one that was given.
    `extents` (B, W, W): whether the words from the first to the second, inclusive, are an extent. `candidates` (N, 3):
    window, first and last word of the extents that were given labels; `labels` (N, labels) for each layer of them.
    `links` (N, size) for `anaphor` and `antecedent`: how well an extent takes up an earlier one is the product of the
    one's vector with the other's. `words` (B, W, D): the vectors from which those are made.
    `ratings` (B, W, numbers): of each sentence by its number.
    """

    tags: dict[str, Tensor]
    governors: Tensor
    relations: Tensor
    extents: Tensor
    candidates: Tensor
    labels: dict[str, Tensor]
    links: dict[str, Tensor]
    words: Tensor
    ratings: dict[str, Tensor]


class Mixes(nn.Module):
    """For each task a learnt average of the encoder's layers; in training, features are dropped for a whole window."""

    def __init__(self, tasks: Sequence[str], layers: int, dropout: float) -> None:
        super().__init__()
        self.tasks, self.dropout = tuple(tasks), dropout
        self.weights = nn.Parameter(torch.zeros(len(tasks), layers))

    def forward(self, layers: Tensor) -> dict[str, Tensor]:
        """Takes (L, B, W, D), gives (B, W, D) for each task."""
        shape = (len(self.tasks), *layers.shape[1:])
        mixed = (self.weights.softmax(1).to(layers.dtype) @ layers.flatten(1)).reshape(shape)
        if self.training:
            kept = torch.rand(len(self.tasks), layers.shape[1], 1, layers.shape[3]) >= self.dropout
            mixed = mixed * kept / (1 - self.dropout)
        return dict(zip(self.tasks, mixed.unbind(0), strict=True))


class Pairs(nn.Module):
    """A score for every two words: a biaffine form of two projections (Dozat and Manning 2017)."""

    def __init__(self, width: int, size: int, start: float = 0.0) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(width, size), nn.Linear(width, size)
        self.form = nn.Parameter(torch.empty(size, size))
        self.left_alone, self.right_alone = nn.Linear(size, 1), nn.Linear(size, 1, bias=False)
        nn.init.xavier_uniform_(self.form)
        nn.init.constant_(self.left_alone.bias, start)

    def forward(self, words: Tensor) -> Tensor:
        """Takes (B, W, D), gives (B, W, W)."""
        left, right = nn.functional.gelu(self.left(words)), nn.functional.gelu(self.right(words))
        both = left @ self.form @ right.transpose(1, 2)
        return both + self.left_alone(left) + self.right_alone(right).transpose(1, 2)  # type: ignore[no-any-return]


class PairLabels(nn.Module):
    """Labels of two words that were chosen: one hidden layer over the sum of two projections."""

    def __init__(self, width: int, size: int, labels: dict[str, int]) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(width, size), nn.Linear(width, size)
        self.labels = nn.ModuleDict({layer: nn.Linear(size, count) for layer, count in labels.items()})

    def forward(self, left: Tensor, right: Tensor) -> dict[str, Tensor]:
        """Takes projections (..., size), gives (..., labels) for each layer."""
        hidden = nn.functional.gelu(left + right)
        return {layer: head(hidden) for layer, head in self.labels.items()}


class Reader(nn.Module):
    """The encoder with all heads; which there are follows from the inventory of labels."""

    def __init__(self, encoder: BertModel, labels: Inventory, *, size: int = 256, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = encoder
        width, layers = encoder.config.hidden_size, encoder.config.num_hidden_layers + 1
        self.tag_layers = [layer for layer in labels if layer not in EXTENTS and layer != "relation"]
        self.mix_of = {layer: layer if layer in ALONE else "grammar" for layer in self.tag_layers}
        tasks = sorted({*self.mix_of.values(), "parse", "relation", "extent", "label", "link", *RATINGS})
        self.shapes, self.senses = empty_shapes(width), empty_senses(width)
        self.mixes = Mixes(tasks, layers, dropout)
        self.tags = nn.ModuleDict({layer: nn.Linear(width, len(labels[layer])) for layer in self.tag_layers})
        self.governors = Pairs(width, size)
        self.relations = PairLabels(width, size, {"relation": len(labels["relation"])})
        self.extents = Pairs(width, size, start=-5.0)
        self.labels = PairLabels(width, size, {layer: len(labels[layer]) for layer in EXTENTS})
        self.between = nn.Linear(width, size, bias=False)
        self.links = PairLabels(width, size, dict.fromkeys(LINKS, LINK))
        self.distances = nn.Embedding(DISTANCES, 1)
        self.ratings = nn.ModuleDict(
            {
                layer: nn.Sequential(nn.Linear(width, size // 2), nn.GELU(), nn.Linear(size // 2, count))
                for layer, count in RATINGS.items()
            }
        )

    @classmethod
    def start(cls, weights: Path, labels: Inventory, *, adapted: Path | None = None) -> "Reader":
        """From an encoder's weights, and those of a run that adapted it, where there was one."""
        reader = cls(starting_encoder(weights), labels)
        if adapted:
            reader.load_state_dict(torch.load(adapted / WEIGHTS), strict=False)
        return reader

    def forward(self, given: Inputs, governors: Tensor | None = None, extents: Tensor | None = None) -> Outputs:
        """Reads B windows. `governors` (B, W) are labelled in place of the best, `extents` (B, W, W) beside them."""
        words = self.mixes(self.words(given))
        within = (given.sentences[:, :, None] == given.sentences[:, None, :]) & (given.sentences >= 0)[:, :, None]
        arcs = self.governors(words["parse"]).masked_fill(~within, FAR)
        found = self.extents(words["extent"]).masked_fill(~within.triu(), FAR)
        best = arcs.argmax(-1) if governors is None else governors
        likely = found > CANDIDATE
        candidates = (likely if extents is None else likely | extents).nonzero()
        return Outputs(
            tags={layer: self.tags[layer](words[self.mix_of[layer]]) for layer in self.tag_layers},
            governors=arcs,
            relations=self._relations(words["relation"], best),
            extents=found,
            candidates=candidates,
            labels=self._labels(words["label"], candidates, found),
            links=self._links(words["link"], candidates),
            words=words["link"],
            ratings={layer: self.ratings[layer](_means(words[layer], given.sentences)) for layer in RATINGS},
        )

    def words(self, given: Inputs) -> Tensor:
        """Word vectors (L, B, W, D): of every layer, at each word's first piece."""
        layers = torch.stack(encode(self.encoder, self.shapes, self.senses, given))
        windows = torch.arange(given.firsts.shape[0], device=given.firsts.device)[:, None]
        rows = given.firsts + windows * given.pieces.shape[1]
        found = layers.flatten(1, 2).index_select(1, rows.flatten())
        return found.reshape(len(layers), *rows.shape, layers.shape[-1])

    def _relations(self, words: Tensor, governors: Tensor) -> Tensor:
        left, right = self.relations.left(words), self.relations.right(words)
        chosen = right.gather(1, governors[:, :, None].expand(-1, -1, right.shape[-1]))
        return self.relations(left, chosen)["relation"]  # type: ignore[no-any-return]

    def _labels(self, words: Tensor, candidates: Tensor, found: Tensor) -> dict[str, Tensor]:
        """Every label but the first, which is none, weighs as much more as the extent is likely."""
        window, first, last = candidates.unbind(1)
        left, right = self.labels.left(words), self.labels.right(words)
        sums = nn.functional.pad(self.between(words).float().cumsum(1), (0, 0, 1, 0))
        mean = (sums[window, last + 1] - sums[window, first]) / (last - first + 1)[:, None]
        likely = found[window, first, last][:, None]
        labels: dict[str, Tensor] = self.labels(left[window, first] + mean.to(left.dtype), right[window, last])
        return {layer: torch.cat([scores[:, :1], scores[:, 1:] + likely], 1) for layer, scores in labels.items()}

    def _links(self, words: Tensor, candidates: Tensor) -> dict[str, Tensor]:
        window, first, last = candidates.unbind(1)
        left, right = self.links.left(words), self.links.right(words)
        return self.links(left[window, first], right[window, last])  # type: ignore[no-any-return]


def _means(words: Tensor, sentences: Tensor) -> Tensor:
    """The mean word vector of each sentence: (B, W, D) from (B, W, D); a window has no more sentences than words."""
    numbers = torch.arange(sentences.shape[1], device=sentences.device)
    member = (sentences[:, None, :] == numbers[None, :, None]).to(words.dtype)
    return member @ words / member.sum(-1, keepdim=True).clamp(min=1)
