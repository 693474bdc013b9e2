"""What every corpus is brought to: words and sentences, with the labels that the corpus has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
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
