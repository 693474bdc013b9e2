"""What is read to learn from: whole novels, stretches of them, and the openings of others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.corpora import load
from fabula.scoring.reference import Reference
from fabula.text import Span

EXCERPTS, EXCERPT = 8, 15000
"""How many stretches of a novel are read on their own besides, and their length in code points."""


def excerpts(reference: Reference) -> Iterator[Reference]:
    """Stretches from the middle of a novel: what a reader meets who knows nobody yet."""
    for k in range(1, EXCERPTS + 1):
        start = reference.text.find("\n\n", k * len(reference.text) // (EXCERPTS + 1)) + 2
        end = reference.text.find("\n\n", start + EXCERPT)
        if start > 1 and end > start:
            yield Reference(
                id=f"{reference.id}-{k}",
                text=reference.text[start:end],
                quotations=tuple(
                    replace(one, pieces=tuple(Span(a - start, b - start) for a, b in one.pieces), mentions=())
                    for one in reference.quotations
                    if start <= one.pieces[0].start and one.pieces[-1].end <= end
                ),
                characters=reference.characters,
            )


def openings(novels: Sequence[Reference]) -> list[Reference]:
    """LitBank's excerpts, but none from these novels: many are told by an "I", and all know nobody yet."""
    kept = [_title(novel.id) for novel in novels]
    return [one for one in load("litbank.train").references if not _title(one.id).startswith(tuple(kept))]


def _title(name: str) -> str:
    """`ARoomWithAView` and `2641_a_room_with_a_view` alike."""
    return "".join(filter(str.isalpha, name)).lower()
