"""Weights that make the right way to tell a whole passage likely: a conditional random field over its lattice.

Lafferty, McCallum and Pereira 2001. The lattices are those that other weights made; all passages are summed over at
once, a turn deeper at each step.
"""

import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.speakers.by_turn import RARE
from training.speakers.lessons import Example, Ways

ITERATIONS = 80
NEVER = -1e5
"""The score of an edge that the reference forbids."""


class Lattices:
    """The lattices of all passages as arrays over their edges; nodes are numbered through all passages.

    A passage ends in one node, whatever its last turn.
    """

    def __init__(self, novels: Sequence[Sequence[Example]]) -> None:
        self.index = _index(novels)
        rows, edges = _Rows(self.index), _Rows(self.index)
        source, target, row, allowed, depth = [], [], [], [], []
        starts, ends, nodes = [], [], 0
        for novel in novels:
            first = 0
            for number, example in enumerate(novel):
                ways = _ways(example)
                if example.opens:
                    starts.append(nodes)
                    first, nodes, turn = nodes, nodes + 1, 0
                last = number + 1 == len(novel) or novel[number + 1].opens
                places = [rows.add(features) for features in ways.static]
                for edge in ways.edges:
                    source.append(first + edge.source)
                    target.append(nodes + (0 if last else edge.target))
                    row.append(places[edge.candidate])
                    allowed.append(not example.right or edge.candidate in example.right)
                    depth.append(turn)
                    edges.add(ways.dynamic[edge.source][edge.candidate])
                first, turn = nodes, turn + 1
                nodes += 1 if last else 1 + max(edge.target for edge in ways.edges)
                if last:
                    ends.append(first)
        self.source, self.target, self.row, self.allowed = map(np.array, (source, target, row, allowed))
        self.static, self.dynamic = rows.matrix(), edges.matrix()
        self.starts, self.ends, self.nodes = np.array(starts), np.array(ends), nodes
        self.passage = np.searchsorted(self.ends, self.source)
        depths = np.array(depth)
        deep = [np.flatnonzero(depths == turn) for turn in range(depths.max() + 1)]
        self._forward = [_runs(some, self.target) for some in deep]
        self._backward = [_runs(some, self.source) for some in reversed(deep)]

    def loss(self, w: np.ndarray, strength: float) -> tuple[float, np.ndarray]:
        """How unlikely the right ways are, with the penalty, and its slope."""
        scores = self.dynamic @ w + (self.static @ w)[self.row]
        total, share = self._shares(scores)
        right, wanted = self._shares(np.where(self.allowed, scores, NEVER))
        excess = share - np.where(self.allowed, wanted, 0.0)
        by_row = np.bincount(self.row, weights=excess, minlength=self.static.shape[0])
        slope = self.dynamic.T @ excess + self.static.T @ by_row
        return float((total - right).sum() + 0.5 * strength * w @ w), slope + strength * w

    def _shares(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The log of the sum over all ways of each passage, and the share of them that goes over each edge."""
        before, behind = np.zeros(self.nodes), np.zeros(self.nodes)
        for edges, begins, nodes, lengths in self._forward:
            before[nodes] = _log_sums(before[self.source[edges]] + scores[edges], begins, lengths)
        for edges, begins, nodes, lengths in self._backward:
            behind[nodes] = _log_sums(behind[self.target[edges]] + scores[edges], begins, lengths)
        total = before[self.ends]
        whole = before[self.source] + scores + behind[self.target] - total[self.passage]
        return total, np.exp(np.minimum(whole, 0.0))


class _Rows:
    """A matrix of features in the making, a row after another."""

    def __init__(self, index: dict[str, int]) -> None:
        self._index, self._columns, self._bounds = index, list[int](), [0]

    def add(self, features: list[str]) -> int:
        """Its number."""
        self._columns += [self._index[name] for name in features if name in self._index]
        self._bounds.append(len(self._columns))
        return len(self._bounds) - 2

    def matrix(self) -> csr_matrix:
        """All rows."""
        ones = np.ones(len(self._columns), np.float32)
        return csr_matrix((ones, self._columns, self._bounds), shape=(len(self._bounds) - 1, len(self._index)))


def fit(novels: Sequence[Sequence[Example]], strength: float, start: dict[str, float]) -> dict[str, float]:
    """All turns of a passage together; begins with the weights `start`."""
    lattices = Lattices(novels)
    first = np.array([start.get(name, 0.0) for name in lattices.index])
    result = minimize(
        lattices.loss, first, args=(strength,), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}
    )
    count = len(lattices.ends)
    print(f"  {count} passages, {len(lattices.index)} features, loss {result.fun / count:.4f}", file=sys.stderr)
    return {name: float(result.x[i]) for name, i in lattices.index.items()}


def _index(novels: Sequence[Sequence[Example]]) -> dict[str, int]:
    """The columns of all features that are not rare; a candidate counts once, whatever was told before it."""
    counts: Counter[str] = Counter()
    for novel in novels:
        for ways in map(_ways, novel):
            for k, features in enumerate(ways.static):
                counts.update({*features, *(name for told in ways.dynamic for name in told[k])})
    return {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))}


def _ways(example: Example) -> Ways:
    assert example.ways, "read with `ways`"
    return example.ways


def _runs(edges: np.ndarray, nodes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Edges sorted by one of their nodes: with where each node's begin, the nodes, and how many edges they have."""
    edges = edges[np.argsort(nodes[edges], kind="stable")]
    found = nodes[edges]
    begins = np.flatnonzero(np.diff(found, prepend=-1))
    return edges, begins, found[begins], np.diff(begins, append=len(edges))


def _log_sums(values: np.ndarray, begins: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    top = np.maximum.reduceat(values, begins)
    sums: np.ndarray = top + np.log(np.add.reduceat(np.exp(values - np.repeat(top, lengths)), begins))
    return sums
