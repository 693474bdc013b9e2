"""The best one-to-one assignment between two sides."""

from collections.abc import Mapping
from math import inf


def best_assignment(weights: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """The partner of each left member, so that the sum of the weights is greatest; nobody is used twice.

    Pairs without a weight are never made. Kuhn 1955, in the form with potentials and shortest augmenting paths of
    Jonker and Volgenant 1987; each connected part is solved alone.
    """
    out: dict[str, str] = {}
    for lefts, rights in _parts(weights):
        matrix = [[-weights.get((left, right), 0.0) for right in rights] for left in lefts]
        if len(lefts) <= len(rights):
            pairs = [(left, rights[column]) for left, column in zip(lefts, _solve(matrix), strict=True)]
        else:
            turned = [list(row) for row in zip(*matrix, strict=True)]
            pairs = [(lefts[row], right) for right, row in zip(rights, _solve(turned), strict=True)]
        out.update((left, right) for left, right in pairs if weights.get((left, right), 0.0) > 0)
    return out


def _parts(weights: Mapping[tuple[str, str], float]) -> list[tuple[list[str], list[str]]]:
    """The connected parts of the graph of positive weights."""
    of_left: dict[str, list[str]] = {}
    of_right: dict[str, list[str]] = {}
    for (left, right), weight in sorted(weights.items()):
        if weight > 0:
            of_left.setdefault(left, []).append(right)
            of_right.setdefault(right, []).append(left)
    parts, seen = [], set[str]()
    for first in of_left:
        if first in seen:
            continue
        lefts, rights, queue = {first}, set[str](), [first]
        while queue:
            for right in of_left[queue.pop()]:
                if right not in rights:
                    rights.add(right)
                    queue += [left for left in of_right[right] if left not in lefts]
                    lefts.update(of_right[right])
        seen |= lefts
        parts.append((sorted(lefts), sorted(rights)))
    return parts


def _solve(cost: list[list[float]]) -> list[int]:
    """The column of each row at the least total cost; no more rows than columns."""
    rows, columns = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # row of each column, both counted from 1; 0 is free
    for row in range(1, rows + 1):
        owner[0] = row
        least, before = [inf] * (columns + 1), [0] * (columns + 1)
        used = [False] * (columns + 1)
        here = 0
        while owner[here]:
            used[here] = True
            line, shift = cost[owner[here] - 1], of_row[owner[here]]
            step, nearest = inf, 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                reduced = line[column - 1] - shift - of_column[column]
                if reduced < least[column]:
                    least[column], before[column] = reduced, here
                if least[column] < step:
                    step, nearest = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    of_row[owner[column]] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            here = nearest
        while here:
            owner[here] = owner[before[here]]
            here = before[here]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen
