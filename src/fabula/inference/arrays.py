"""Windows of words as the arrays that the model takes."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fabula.inference.pieces import Pieces
from fabula.inference.shapes import SHAPES
from fabula.inference.vocabulary import Vocabulary

LONGEST = 510
"""Word pieces that the encoder can read at once, without its two marks."""
MARK = len(SHAPES) - 1
"""The shape of the encoder's marks and of what lies behind the end."""

Arrays = dict[str, NDArray[np.int64]]
"""What the model reads: B windows of up to P word pieces and W words.

`pieces` (B, P) are piece ids, 0 behind the end. `shapes` (B, P) are the shapes of their words, `senses` (B, P) the sets
of classes of meaning that these can have, 0 for none. `firsts` (B, W) is where each word's first piece stands.
`sentences` (B, W) numbers the sentences from 0; -1 behind the end.
"""


def arrays(texts: Sequence[tuple[Sequence[str], Sequence[int]]], vocabulary: Vocabulary) -> Arrays:
    """The arrays of some windows, each its words and the end of each sentence.

    Words behind the encoder's limit are read as if they stood at its end.
    """
    rows, shapes, senses, firsts, sentences = [], [], [], [], []
    for words, ends in texts:
        row, form, sense, first = [Pieces.BEGIN], [MARK], [0], []
        for word in words:
            first.append(min(len(row), LONGEST))
            ids, forms, classes = vocabulary.of(word)
            row += ids
            form += forms
            sense += classes
        rows.append([*row[: LONGEST + 1], Pieces.END])
        shapes.append([*form[: LONGEST + 1], MARK])
        senses.append([*sense[: LONGEST + 1], 0])
        firsts.append(first)
        bounds = pairwise((0, *ends))
        sentences.append([number for number, (start, end) in enumerate(bounds) for _ in range(start, end)])
    return {
        "pieces": _padded(rows, Pieces.PAD),
        "shapes": _padded(shapes, MARK),
        "senses": _padded(senses, 0),
        "firsts": _padded(firsts, 0),
        "sentences": _padded(sentences, -1),
    }


def _padded(rows: Sequence[Sequence[int]], filler: int) -> NDArray[np.int64]:
    out = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return out
