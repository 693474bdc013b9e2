"""The windows of a stretch of text, read and put together again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from fabula.inference.decoding import Extent, Window

Vectors = NDArray[np.float32]
MIDDLE, SPREAD = 3.0, 0.35
"""EmoBank's ratings lie about 3 on a scale from 1 to 5; learnt are the differences from it, in units of the spread."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in W words of S sentences; all places are those of words.

    `tags` and `probabilities`: of each word, by layer. `heads`: each word's governor, itself for a root. `extents`: by
    layer. `affect`: of each sentence valence, arousal and dominance, in hundredths of EmoBank's scale. `vectors` (W, D)
    of the words, `links` (candidates, L) for `anaphor` and `antecedent`, whose rows an extent's `candidate` names;
    `None` and empty if the model does not have them.
    """

    tags: dict[str, list[str]]
    probabilities: dict[str, list[float]]
    heads: list[int]
    extents: dict[str, list[Extent]]
    affect: list[tuple[int, ...]]
    vectors: Vectors | None
    links: dict[str, Vectors]

    def spread(self, places: Sequence[int], size: int) -> Vectors | None:
        """The vectors of the words at their places among `size`, the others zeros."""
        if self.vectors is None:
            return None
        out = np.zeros((size, self.vectors.shape[1]), dtype=np.float32)
        out[places] = self.vectors
        return out

    def linked(self, side: str, extents: Sequence[Extent]) -> Vectors | None:
        """The vectors of these extents as `anaphor` or as `antecedent`."""
        return self.links[side][[extent.candidate for extent in extents]] if side in self.links else None


def join(windows: Sequence[Window]) -> Reading:
    """One or more windows as one reading."""
    starts = list(accumulate((len(window.heads) for window in windows), initial=0))[:-1]
    earlier = list(accumulate((window.candidates for window in windows), initial=0))[:-1]
    placed = list(zip(starts, windows, strict=True))
    first = windows[0]
    vectors = [window.vectors for window in windows if window.vectors is not None]
    return Reading(
        tags={layer: [tag for window in windows for tag in window.tags[layer]] for layer in first.tags},
        probabilities={
            layer: np.concatenate([window.probabilities[layer] for window in windows]).tolist()
            for layer in first.probabilities
        },
        heads=[start + head for start, window in placed for head in window.heads],
        extents={
            layer: [
                Extent(start + one.start, start + one.end, one.label, one.probability, before + one.candidate)
                for before, (start, window) in zip(earlier, placed, strict=True)
                for one in window.extents[layer]
            ]
            for layer in first.extents
        },
        affect=[
            tuple(round(100 * (MIDDLE + SPREAD * number)) for number in numbers)
            for window in windows
            for numbers in window.ratings["affect"].tolist()
        ],
        vectors=np.concatenate(vectors) if vectors else None,
        links={side: np.concatenate([window.links[side] for window in windows]) for side in first.links},
    )
