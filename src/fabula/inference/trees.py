"""The best dependency tree of a sentence, from the score of every governor."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def tree(scores: Scores) -> list[int]:
    """The governor of each of n words in the best tree with one root; the root governs itself.

    `scores` (n, n): how well the second word governs the first, itself as the root. Most often each word's best
    governor gives a tree; else Chu and Liu 1965, Edmonds 1967, once for each root that could be.
    """
    greedy: list[int] = scores.argmax(1).tolist()
    roots = [word for word, governor in enumerate(greedy) if word == governor]
    if len(roots) == 1 and not _cycle(greedy):
        return greedy
    if len(roots) < 2:
        return _rooted(scores, int(scores.diagonal().argmax()))
    best: tuple[float, int, list[int]] = (-np.inf, 0, greedy)
    for bound, root in sorted(zip(_bounds(scores, roots), roots, strict=True), reverse=True):
        if bound < best[0]:
            break
        heads = _rooted(scores, root)
        best = max(best, (_sum(scores[range(len(heads)), heads]), -root, heads))
    return best[2]


def _bounds(scores: Scores, roots: Sequence[int]) -> Iterator[float]:
    """What no tree with that root can exceed: every other word has its best governor, be they a tree or not."""
    free = scores.copy()
    np.fill_diagonal(free, -np.inf)
    highest, alone = free.max(1), scores.diagonal()
    for root in roots:
        each = highest.copy()
        each[root] = alone[root]
        yield _sum(each)


def _sum(scores: Scores) -> float:
    """Of one score for each word; rounded alike for all, so that a sum of higher scores is never a lower one."""
    return float(scores.sum())


def _rooted(scores: Scores, root: int) -> list[int]:
    free = scores.astype(np.float64)
    np.fill_diagonal(free, -np.inf)
    free[root] = -np.inf
    free[root, root] = 0.0
    return _spanning(free, root)


def _spanning(scores: NDArray[np.float64], root: int) -> list[int]:
    """The best tree below `root`; a cycle is drawn into one node, solved, and opened where its way in is best."""
    heads: list[int] = scores.argmax(1).tolist()
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(sorted(cycle))
    outside = np.array([word for word in range(len(heads)) if word not in cycle])
    kept = scores[inside, [heads[word] for word in inside]]
    into = scores[np.ix_(inside, outside)] - kept[:, None]
    out_of = scores[np.ix_(outside, inside)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[:size, size] = out_of.max(1)
    smaller[size, :size] = into.max(0)
    solved = _spanning(smaller, int(np.flatnonzero(outside == root)[0]))
    for number, governor in enumerate(solved[:size]):
        word = int(outside[number])
        heads[word] = int(outside[governor]) if governor < size else int(inside[out_of[number].argmax()])
    entry = int(into[:, solved[size]].argmax())
    heads[int(inside[entry])] = int(outside[solved[size]])
    return heads


def _cycle(heads: list[int]) -> set[int]:
    """The words of one cycle of two or more; empty if there is none."""
    met = [0] * len(heads)
    for start in range(1, len(heads) + 1):
        word = start - 1
        while not met[word] and heads[word] != word:
            met[word] = start
            word = heads[word]
        if met[word] == start:
            cycle = {word}
            while heads[word] not in cycle:
                word = heads[word]
                cycle.add(word)
            return cycle
    return set()
