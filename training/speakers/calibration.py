"""How often choices of a probability are right."""

import numpy as np


def calibrate(outcomes: list[tuple[float, bool]], bins: int = 10) -> list[tuple[float, float]]:
    """Mean raw probability and share right of equal-sized groups, made monotone."""
    ordered = sorted(outcomes)
    points = []
    for k in range(bins):
        group = ordered[k * len(ordered) // bins : (k + 1) * len(ordered) // bins]
        points.append([float(np.mean([p for p, _ in group])), float(np.mean([ok for _, ok in group]))])
    for k in range(1, bins):
        points[k][1] = max(points[k][1], points[k - 1][1])
    return [(round(x, 4), round(y, 4)) for x, y in points]
