"""The labels of each layer, in a fixed order."""

from collections import Counter
from collections.abc import Iterable, Mapping

from training.reader.annotated import Annotated
from training.reader.layers import CHAIN

RARE: Mapping[str, int] = {"lemma": 3}
"""Labels of a layer that are seen fewer times are not learnt."""
NONE = "none"
"""The first label of a layer of extents: no such extent."""


def inventory(texts: Iterable[Annotated]) -> dict[str, tuple[str, ...]]:
    """The labels seen in each layer of tags or extents, the most frequent first."""
    tags: dict[str, Counter[str]] = {}
    extents: dict[str, Counter[str]] = {}
    for text in texts:
        for layer, labels in text.tags.items():
            tags.setdefault(layer, Counter()).update(labels)
        for layer, found in text.extents.items():
            if layer != CHAIN:
                extents.setdefault(layer, Counter()).update(one.label for one in found)
    return {layer: _ordered(counts, RARE.get(layer, 1)) for layer, counts in sorted(tags.items())} | {
        layer: (NONE, *_ordered(counts, 1)) for layer, counts in sorted(extents.items())
    }


def _ordered(counts: Counter[str], least: int) -> tuple[str, ...]:
    return tuple(
        label for label, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if count >= least
    )
