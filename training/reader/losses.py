"""How far a batch's outputs are from what the corpora say."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.batches import IGNORED, Inputs, Targets
from training.reader.layers import LINKS
from training.reader.model import DISTANCES, FAR, Outputs, Reader


def losses(model: Reader, given: Inputs, wanted: Targets) -> dict[str, Tensor]:
    """The mean loss of each layer over its words, sentences or extents, times the share of words that have it.

    The share keeps a word's weight the same however many words of its corpus happen to be in the batch.
    """
    governors = None
    if wanted.heads is not None:
        governors = torch.zeros_like(given.firsts)
        governors[wanted.heads[0]] = wanted.heads[1].clamp(min=0)
    right = _right(given, wanted)
    said = model(given, governors, right > 0)
    words = (given.sentences >= 0).sum(1)

    def share(rows: Tensor) -> Tensor:
        return words[rows].sum() / words.sum()

    out: dict[str, Tensor] = {}
    for layer, (rows, tags) in wanted.tags.items():
        scores = said.relations if layer == "relation" else said.tags[layer]
        out[layer] = _chosen(scores[rows], tags) * share(rows)
    if wanted.heads is not None:
        rows, heads = wanted.heads
        out["governor"] = _chosen(said.governors[rows], heads) * share(rows)
    for layer, (rows, numbers) in wanted.ratings.items():
        known = ~numbers.isnan()
        error = (said.ratings[layer][rows].float()[:, : numbers.shape[1]] - numbers)[known]
        out[layer] = error.square().mean() * share(rows)
    if wanted.extents:
        rows = next(iter(wanted.extents.values()))[0]
        out |= {name: loss * share(rows) for name, loss in _extents(said, given, wanted, right).items()}
    if wanted.chains:
        rows = torch.tensor(sorted({row for row, *_ in wanted.chains}))
        out["link"] = _links(model, said, given, wanted) * share(rows)
    return out


def _right(given: Inputs, wanted: Targets) -> Tensor:
    """1 where the words from the first to the second are an extent of any layer, else 0: (B, W, W)."""
    windows, words = given.firsts.shape
    out = torch.zeros(windows, words, words)
    for _, found in wanted.extents.values():
        for window, start, end, _ in found:
            out[window, start, end - 1] = 1.0
    return out


def _extents(said: Outputs, given: Inputs, wanted: Targets, right: Tensor) -> dict[str, Tensor]:
    """The loss of which words are extents, per word of the windows that have them, and of the labels of candidates."""
    rows = next(iter(wanted.extents.values()))[0]
    labels = {layer: torch.zeros_like(right, dtype=torch.long) for layer in wanted.extents}
    for layer, (_, found) in wanted.extents.items():
        for row, start, end, label in found:
            labels[layer][row, start, end - 1] = label
    words = (given.sentences[rows] >= 0).sum()
    scores = functional.binary_cross_entropy_with_logits(said.extents[rows].float(), right[rows], reduction="sum")
    out = {"extent": scores / words}
    window, first, last = said.candidates.unbind(1)
    inside = torch.isin(window, rows)
    for layer, known in labels.items():
        chosen = known[window, first, last][inside]
        out[layer] = _chosen(said.labels[layer][inside], chosen)
    return out


def _links(model: Reader, said: Outputs, given: Inputs, wanted: Targets) -> Tensor:
    """How unlikely the right antecedents are, of all earlier extents of the window and of there being none.

    The marginal likelihood of Lee et al. (2017), over the extents that are mentions.
    """
    windows, words = given.firsts.shape
    chains = torch.full((windows, words, words), -1)
    for row, start, end, chain in wanted.chains:
        chains[row, start, end - 1] = chain
    window, first, last = said.candidates.unbind(1)
    chain = chains[window, first, last]
    kept = (chain >= 0).nonzero()[:, 0]
    kept = kept[torch.argsort((window[kept] * words + first[kept]) * words - last[kept])]
    chain, window = chain[kept], window[kept]
    order = torch.arange(len(kept))
    apart = order[:, None] - order[None, :]
    earlier = (apart > 0) & (window[:, None] == window[None, :])
    steps = apart.clamp(min=1).float().log2().long().clamp(max=DISTANCES - 1)
    left, right = (said.links[side][kept].float() for side in LINKS)
    scores = left @ right.T + model.distances(steps)[..., 0]
    scores = torch.cat([torch.zeros(len(kept), 1), scores.masked_fill(~earlier, FAR)], 1)
    same = earlier & (chain[:, None] == chain[None, :])
    answer = torch.cat([~same.any(1, keepdim=True), same], 1)
    return (scores.logsumexp(1) - scores.masked_fill(~answer, FAR).logsumexp(1)).mean()


def _chosen(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy over what has a label; 0 if nothing has."""
    known = labels != IGNORED
    if not bool(known.any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores[known].float(), labels[known])


def total(parts: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    """The weighted sum; a layer without a weight weighs 1."""
    return torch.stack([loss * weights.get(layer, 1.0) for layer, loss in parts.items()]).sum()
