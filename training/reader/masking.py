"""Hides words, for an encoder to guess, or for heads to do without."""

import torch
from torch import Tensor

from training.reader.batches import IGNORED, Inputs

MASK, FIRST_WORD, VOCABULARY = 103, 999, 30522
"""The mark for a hidden piece, the first id that is a piece of text, and how many ids there are."""
HIDDEN, MARKED, CHANGED = 0.15, 0.8, 0.1
"""The share of words to guess where nothing else is learnt; of those hidden, the shares that are marked as hidden and
that another piece stands for."""


def hide(given: Inputs, random: torch.Generator, *, share: float = HIDDEN) -> tuple[Inputs, Tensor]:
    """The batch with this share of words hidden, and what their pieces were (B, P), else ignored.

    All pieces of a word are hidden at once.
    """
    chosen = torch.rand(given.firsts.shape, generator=random) < share
    begins = torch.zeros_like(given.pieces).scatter_add_(1, given.firsts, (given.sentences >= 0).long())
    word = (begins.cumsum(1) - 1).clamp(min=0, max=given.firsts.shape[1] - 1)
    hidden = chosen.gather(1, word) & (given.pieces >= FIRST_WORD)
    fate = torch.rand(given.pieces.shape, generator=random)
    other = torch.randint(FIRST_WORD, VOCABULARY, given.pieces.shape, generator=random)
    pieces = torch.where(hidden & (fate < MARKED), MASK, given.pieces)
    pieces = torch.where(hidden & (fate >= 1 - CHANGED), other, pieces)
    return given._replace(pieces=pieces), torch.where(hidden, given.pieces, IGNORED)
