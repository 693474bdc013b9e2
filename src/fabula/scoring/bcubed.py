"""B-cubed: how well two groupings of the same things agree (Bagga and Baldwin 1998)."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

from fabula.scoring.measures import Agreement

Thing = TypeVar("Thing", bound=Hashable)


def bcubed(reference: Mapping[Thing, Hashable], predicted: Mapping[Thing, Hashable]) -> Agreement:
    """Each thing counts with the share of its group that is also in its group on the other side.

    Both map things to groups; a thing that the other side lacks counts nothing.
    """
    cells = Counter((reference[thing], predicted[thing]) for thing in reference if thing in predicted)
    sizes, other_sizes = Counter(reference.values()), Counter(predicted.values())
    return Agreement(
        sum(count * count / sizes[group] for (group, _), count in cells.items()),
        len(reference),
        sum(count * count / other_sizes[group] for (_, group), count in cells.items()),
        len(predicted),
    )
