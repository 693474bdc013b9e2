"""Weights that make the right candidates of each turn likely: a conditional log-linear model with an L2 penalty."""

import sys
from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.speakers.lessons import Example

RARE = 5
"""Features seen fewer times are dropped."""


def fit(novels: list[list[Example]], strength: float) -> dict[str, float]:
    """Each turn for itself, behind the speakers that were chosen for the turns before."""
    taught = [example for novel in novels for example in novel if example.right]
    counts = Counter(name for example in taught for features in example.candidates for name in features)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))}
    columns: list[int] = []
    bounds, offsets, right = [0], [0], []
    for example in taught:
        for features in example.candidates:
            columns += [index[name] for name in features if name in index]
            bounds.append(len(columns))
        offsets.append(offsets[-1] + len(example.candidates))
        mask = np.zeros(len(example.candidates), bool)
        mask[example.right] = True
        right.append(mask)
    matrix = csr_matrix((np.ones(len(columns)), columns, bounds), shape=(offsets[-1], len(index)))
    gold = np.concatenate(right)
    starts = np.array(offsets[:-1])
    turn = np.repeat(np.arange(len(starts)), np.diff(offsets))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        top = np.maximum.reduceat(scores, starts)
        exp = np.exp(scores - top[turn])
        total = np.add.reduceat(exp, starts)
        hit = np.add.reduceat(np.where(gold, exp, 0.0), starts) + 1e-12
        value = float(np.sum(np.log(total) - np.log(hit))) + 0.5 * strength * float(w @ w)
        slope = exp / total[turn] - np.where(gold, exp / hit[turn], 0.0)
        return value, matrix.T @ slope + strength * w

    result = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    print(f"  {len(starts)} turns, {len(index)} features, loss {result.fun / len(starts):.4f}", file=sys.stderr)
    return {name: float(result.x[i]) for name, i in index.items()}
