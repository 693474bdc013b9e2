"""Learns from examples: the likelihood of all right answers together, by gradient descent."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from training.coreference.examples import Example
from training.coreference.net import Net

Vectors = tuple[Tensor, Tensor]
"""What the phrases of a text seek and offer, (N, L) each."""
BATCH = 128
"""Examples of one text that are learnt from at once, about."""


def learn(
    net: Net, examples: Sequence[Example], vectors: Sequence[Vectors], *, passes: int, rate: float, seed: int
) -> None:
    """`vectors` are those of each text."""
    chance = random.Random(seed)
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    steps = passes * len(list(_batches(examples, chance)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + 1, pct_start=0.1)
    net.train()
    for number in range(passes):
        total = 0.0
        for batch in _batches(examples, chance):
            loss = _loss(net, batch, vectors[batch[0].text])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"pass {number + 1}: loss {total / len(examples):.4f}", flush=True)
    net.eval()


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Of one text each, so that few vectors are needed."""
    of_text: dict[int, list[Example]] = defaultdict(list)
    for example in examples:
        of_text[example.text].append(example)
    out = []
    for found in of_text.values():
        chance.shuffle(found)
        parts = max(1, round(len(found) / BATCH))
        out += [found[part::parts] for part in range(parts)]
    chance.shuffle(out)
    yield from out


def _loss(net: Net, batch: Sequence[Example], vectors: Vectors) -> Tensor:
    numbers = torch.from_numpy(np.stack([one.numbers for one in batch]))
    rows = torch.tensor([one.row for one in batch])
    seek, offer = vectors
    products = torch.einsum("bl,bsrl->bsr", seek[rows], offer[numbers.clamp(min=0)])
    scores = net(
        _stack(batch, "own"),
        _stack(batch, "alone"),
        _stack(batch, "pairs"),
        products + net.noise * torch.randn(products.shape),
        (numbers >= 0).float(),
        torch.from_numpy(np.stack([one.may for one in batch])),
    )
    right = torch.from_numpy(np.stack([one.right for one in batch]))
    return -torch.logsumexp(scores.log_softmax(-1).masked_fill(~right, -1e4), -1).mean()


def _stack(batch: Sequence[Example], name: str) -> Tensor:
    return torch.from_numpy(np.stack([getattr(one, name) for one in batch])).float()
