"""What every corpus is brought to: words and sentences, with the labels that the corpus has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import NamedTuple

NOTHING: Mapping[str, tuple[()]] = MappingProxyType({})


class Extent(NamedTuple):
    """The words `[start, end)` with a label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text, or a window of one. All positions are word indexes; ends are exclusive.

    `sentences` holds the end of each sentence. A layer that the corpus does not have is missing from its mapping.
    `tags`: one label per word. `extents`: labelled extents, which may nest and stay within a sentence.
    `heads`: the governor of each word, the word itself for the root of a sentence; its relation is the tag `relation`.
    `ratings`: numbers for each sentence.
    """

    id: str
    words: tuple[str, ...]
    sentences: tuple[int, ...]
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    extents: Mapping[str, tuple[Extent, ...]] = field(default_factory=lambda: NOTHING)
    heads: tuple[int, ...] | None = None
    ratings: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=lambda: NOTHING)

    def __post_init__(self) -> None:
        if not self.sentences or self.sentences[-1] != len(self.words):
            raise ValueError(f"{self.id}: the last sentence does not end with the last of {len(self.words)} words")
        for layer, labels in self.tags.items():
            if len(labels) != len(self.words):
                raise ValueError(f"{self.id}: {len(labels)} labels of {layer} for {len(self.words)} words")

    def bounds(self) -> list[tuple[int, int]]:
        """Start and end of each sentence."""
        return list(pairwise((0, *self.sentences)))

    def cut(self, first: int, last: int) -> "Annotated":
        """The sentences `[first, last)` on their own."""
        start, end = self.bounds()[first][0], self.sentences[last - 1]
        return Annotated(
            id=self.id,
            words=self.words[start:end],
            sentences=tuple(stop - start for stop in self.sentences[first:last]),
            tags={layer: labels[start:end] for layer, labels in self.tags.items()},
            extents={
                layer: tuple(
                    Extent(one.start - start, one.end - start, one.label)
                    for one in found
                    if start <= one.start and one.end <= end
                )
                for layer, found in self.extents.items()
            },
            heads=None if self.heads is None else tuple(head - start for head in self.heads[start:end]),
            ratings={layer: numbers[first:last] for layer, numbers in self.ratings.items()},
        )


def joined(parts: Sequence[Annotated]) -> Annotated:
    """Parts of one text, which have the same layers, as one again."""
    starts = [0, *accumulate(len(part.words) for part in parts)]
    placed = list(zip(starts, parts, strict=False))
    first = parts[0]
    return Annotated(
        id=first.id,
        words=tuple(word for part in parts for word in part.words),
        sentences=tuple(start + end for start, part in placed for end in part.sentences),
        tags={layer: tuple(label for part in parts for label in part.tags[layer]) for layer in first.tags},
        extents={
            layer: tuple(
                Extent(start + one.start, start + one.end, one.label)
                for start, part in placed
                for one in part.extents[layer]
            )
            for layer in first.extents
        },
        heads=None
        if first.heads is None
        else tuple(start + head for start, part in placed for head in part.heads or ()),
        ratings={layer: tuple(one for part in parts for one in part.ratings[layer]) for layer in first.ratings},
    )
