"""Scenes that no mark sets off: stories whose rulers were taken out, read by rules, against where the rulers stood.

    python -m benchmarks.scenes

The authors held out by `training.scenes` are scored apart from those whom the weights have learnt from. A break counts
as found also from one paragraph away, and exactly. Paragraphs behind headings are neither found nor wanted. Beside it:
as many places taken by chance, and those before which the fewest words are shared (after TextTiling, Hearst 1997).
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from random import Random

import numpy as np

from benchmarks.tables import aligned
from fabula.annotators.scening.scenes import Scenes
from fabula.layers import Scene
from fabula.pipeline import read_source
from training.scenes import Book, Candidates, Numbers, books, candidates, compare, measures

SEED = 7
HEAD = ("author", "breaks", "found by", "P", "R", "F1", "exact F1")


def found_by(book: Book, given: Candidates) -> dict[str, list[int]]:
    """The numbers of the paragraphs at which each way finds a scene; all find as many."""
    story = read_source(book.source, annotators=(Scenes,))
    starts = {scene.start for scene in story.document.layer(Scene) if scene.reason == "unmarked"}
    own = [number for number, start in zip(given.numbers, given.starts, strict=True) if start in starts]
    shared = np.array([_shared(names) for names in given.evidence])
    least = [given.numbers[i] for i in np.argsort(shared, kind="stable")[: len(own)]]
    chance = Random(SEED).sample(given.numbers, len(own))
    return {"fabula": own, "shared words": sorted(least), "chance": sorted(chance)}


def _shared(evidence: Sequence[str]) -> float:
    """The share of words that were there before, in eighths."""
    eighths = [name.removeprefix("topics=") for name in evidence if name.startswith("topics=")]
    return float(eighths[0]) if eighths and eighths[0] != "None" else 8.0


def rows(chosen: Sequence[Book], label: str | None = None) -> list[tuple[str, ...]]:
    """A row for each way of finding, over some books."""
    counts: dict[str, list[Numbers]] = {}
    for book in chosen:
        given = candidates(book)
        wanted = [number for number, right in zip(given.numbers, given.right, strict=True) if right]
        for way, found in found_by(book, given).items():
            both = np.array([compare(found, wanted, tolerance) for tolerance in (1, 0)])
            counts.setdefault(way, []).append(both)
    return [_row(label or chosen[0].author, way, sum(counts[way][1:], counts[way][0])) for way in counts]


def _row(label: str, way: str, counts: Numbers) -> tuple[str, ...]:
    near, exact = measures(counts[0]), measures(counts[1])
    return label, str(int(counts[0][2])), way, *(f"{number:.3f}" for number in (*near, exact[2]))


def main() -> None:
    """Reads and prints."""
    ArgumentParser(prog="python -m benchmarks.scenes", description=__doc__).parse_args()
    held_out = [book for book in books() if book.held_out]
    learnt = [book for book in books() if not book.held_out]
    table = [row for author in sorted({one.author for one in held_out}) for row in rows(_by(held_out, author))]
    print(aligned(HEAD, [*table, *rows(held_out, "all held out"), *rows(learnt, "learnt from")]))


def _by(chosen: Sequence[Book], author: str) -> list[Book]:
    return [book for book in chosen if book.author == author]


if __name__ == "__main__":
    main()
