"""Learns the weights that tell the first paragraph of a scene from any other, from stories whose rulers were taken out.

    python -m training.scenes              reads ../shared/corpora (FABULA_CORPORA overrides), writes the weights

A novel's chapters begin scenes too: its text is read once more with the headings taken out, for learning only.
Of books whose rulers count, only those with at least `FEWEST` breaks do: who marks hardly any cannot teach which to
mark. By the authors' family names every fourth one, the first included, is for `benchmarks.scenes` and never learnt
from. Each of the others is left out in turn, with all their books; what the rest say of them gives the printed score,
the calibration and the threshold.
An author's row is at the threshold that suits the others best.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from benchmarks.corpora import find, lines
from fabula.annotators.scening.judge import BIAS, THRESHOLD
from fabula.annotators.scening.scenes import APART, Opening, Scenes
from fabula.annotators.structure.passages import Passages
from fabula.document import Draft
from fabula.layers import GivenCast, Passage
from fabula.text import Mark, Source, Span

TARGET = Path("src/fabula/annotators/scening/weights.txt")
CORPUS = "fiction.jsonl.gz"
FEWEST = 15
"""Breaks of a book that is used."""
FEWEST_CHAPTERS = 8
"""Breaks, those at headings among them, of a novel that is read without its headings."""
COLLECTION = "Short Fiction"
"""The title of books whose headings begin another story, which opens in a way of its own."""
BETWEEN = "\n\n"
"""What stands between two paragraphs."""
EVERY = 4
"""Of so many authors one is held out."""
RARE = 6
"""Features seen fewer times are dropped."""
PENALTY = 30.0
"""Weight of the squared weights (L2)."""
SLIGHT = 0.04
"""Weights nearer to zero are dropped."""
GRID = np.geomspace(0.04, 0.6, 25)
HEAD = (
    "# What tells the first paragraph of a scene, with its weight; a feature that is missing weighs nothing.\n"
    "# Estimated by logistic regression on public domain fiction (Standard Ebooks) by python -m training.scenes.\n"
)
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Book:
    """A text with its headings, and the places of the paragraphs before which a ruler stood.

    Those `held_out` are not learnt from.
    """

    id: str
    author: str
    source: Source
    breaks: frozenset[int]
    held_out: bool


@dataclass(frozen=True)
class Candidates:
    """The paragraphs of a book that follow no mark, as columns; `right` says where a ruler stood.

    `numbers` count the book's paragraphs of story, those behind marks too.
    """

    author: str
    evidence: list[list[str]]
    starts: list[int]
    numbers: list[int]
    right: Numbers


def books() -> list[Book]:
    """All that are used, in the order of the file."""
    records = [one for one in lines(find(CORPUS)) if len(one["scene_breaks"]) >= FEWEST]
    authors = sorted({one["author"] for one in records}, key=lambda author: author.split()[-1])
    held_out = set(authors[::EVERY])
    return [
        Book(one["id"], one["author"], source_of(one), frozenset(one["scene_breaks"]), one["author"] in held_out)
        for one in records
    ]


def chapters() -> list[Book]:
    """Novels by authors who are not held out, their headings taken out; the paragraph behind each counts as a break."""
    held_out = {book.author for book in books() if book.held_out}
    novels = [one for one in lines(find(CORPUS)) if one["title"] != COLLECTION and one["author"] not in held_out]
    found = [_without_headings(one) for one in novels]
    return [book for book in found if len(book.breaks) >= FEWEST_CHAPTERS]


def _without_headings(record: dict[str, Any]) -> Book:
    kept: list[str] = []
    breaks: set[int] = set()
    position = place = 0
    begins = False
    headings, rulers = {start for start, _ in record["headings"]}, set(record["scene_breaks"])
    for paragraph in record["text"].split(BETWEEN):
        if position in headings:
            begins = True
        else:
            if kept and (begins or position in rulers):
                breaks.add(place)
            begins = False
            kept.append(paragraph)
            place += len(paragraph) + len(BETWEEN)
        position += len(paragraph) + len(BETWEEN)
    source = Source(BETWEEN.join(kept), shaped=True)
    return Book(record["id"], record["author"], source, frozenset(breaks), held_out=False)


def source_of(record: dict[str, Any]) -> Source:
    """The text with its headings, as a reader of EPUB files gives it."""
    headings = tuple(Mark("heading", Span(*extent), 1) for extent in record["headings"])
    return Source(record["text"], shaped=True, marks=headings)


class Noting(Scenes):
    """Notes the evidence instead of judging it."""

    def __init__(self, source: Source, given: GivenCast) -> None:
        super().__init__(source, given)
        self.noted: list[tuple[Opening, list[str]]] = []

    def read(self, draft: Draft, passage: Passage) -> None:
        """Notes every paragraph of the passage."""
        openings = list(self._openings(draft, passage))
        self.noted += [(one, names) for one, (names, _) in zip(openings, self.judged(openings), strict=True)]


def candidates(book: Book) -> Candidates:
    """Reads a book."""
    noting, draft = Noting(book.source, GivenCast()), Draft(book.source)
    for passage in Passages(draft).more():
        noting.read(draft, passage)
    kept = [(number, one.span.start, names) for number, (one, names) in enumerate(noting.noted) if not one.reason]
    numbers, starts, evidence = (list(column) for column in zip(*kept, strict=True))
    right = np.array([start in book.breaks for start in starts], dtype=float)
    return Candidates(book.author, evidence, starts, numbers, right)


def fit(train: Sequence[Candidates]) -> dict[str, float]:
    """The weights and the bias."""
    rows = [names for one in train for names in one.evidence]
    right = np.concatenate([one.right for one in train])
    counts = Counter(name for names in rows for name in names)
    kept = {name: index for index, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))}
    cells = [(row, kept[name]) for row, names in enumerate(rows) for name in names if name in kept]
    matrix = csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(rows), len(kept)))

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        sums = matrix @ weights[:-1] + weights[-1]
        error = expit(sums) - right
        value = (np.logaddexp(0, sums) - right * sums).sum() + PENALTY / 2 * (weights[:-1] ** 2).sum()
        return value, np.append(matrix.T @ error + PENALTY * weights[:-1], error.sum())

    best = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B").x
    return {BIAS: float(best[-1]), **{name: float(best[index]) for name, index in kept.items()}}


def sums(weights: dict[str, float], one: Candidates) -> Numbers:
    """The log odds of each candidate."""
    return np.array([weights[BIAS] + sum(weights.get(name, 0.0) for name in names) for names in one.evidence])


def left_out(train: Sequence[Candidates], more: Sequence[Candidates]) -> list[Numbers]:
    """The log odds of the candidates of each book, from the books and `more` by others."""
    found = {}
    for author in sorted({one.author for one in train}):
        weights = fit([one for one in (*train, *more) if one.author != author])
        found.update({i: sums(weights, one) for i, one in enumerate(train) if one.author == author})
    return [found[i] for i in range(len(train))]


def calibration(odds: Numbers, right: Numbers) -> tuple[float, float]:
    """Factor and summand that make the log odds as certain as they are right (Platt 1999)."""

    def loss(values: Numbers) -> float:
        fitted = values[0] * odds + values[1]
        return float((np.logaddexp(0, fitted) - right * fitted).sum())

    factor, summand = minimize(loss, np.array([1.0, 0.0])).x
    return float(factor), float(summand)


def matches(one: Candidates, chances: Numbers, threshold: float, tolerance: int) -> Numbers:
    """How many were rightly found, found, and to be found; a break counts once, from `tolerance` paragraphs away."""
    found: list[int] = []
    for i in np.argsort(-chances, kind="stable"):
        if chances[i] < threshold:
            break
        if all(abs(one.numbers[i] - other) >= APART for other in found):
            found.append(one.numbers[i])
    return compare(sorted(found), [n for n, right in zip(one.numbers, one.right, strict=True) if right], tolerance)


def compare(found: Sequence[int], wanted: Sequence[int], tolerance: int) -> Numbers:
    """How many of the paragraphs found are wanted, each once; how many were found; how many are wanted."""
    left, hits = set(wanted), 0
    for number in found:
        near = sorted((n for n in left if abs(n - number) <= tolerance), key=lambda n: abs(n - number))
        hits += bool(near)
        left -= set(near[:1])
    return np.array([hits, len(found), len(wanted)], dtype=float)


def measures(counts: Numbers) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean, F1."""
    hits, found, wanted = counts
    return hits / max(found, 1), hits / max(wanted, 1), 2 * hits / max(found + wanted, 1)


def main() -> None:
    """Fits, prints how well each author was told from the others, and writes the weights."""
    train = [candidates(book) for book in books() if not book.held_out]
    more = [candidates(book) for book in chapters()]
    odds = left_out(train, more)
    right = np.concatenate([one.right for one in train])
    factor, summand = calibration(np.concatenate(odds), right)
    chances = [expit(factor * one + summand) for one in odds]
    threshold = best_threshold(train, chances)
    for author, rows in by_author(train, chances):
        others = [i for i, one in enumerate(train) if one.author != author]
        own = best_threshold([train[i] for i in others], [chances[i] for i in others])
        print(author, _row(rows, own))
    print("all, one threshold", _row(list(zip(train, chances, strict=True)), threshold))
    print(f"calibration error {calibration_error(np.concatenate(chances), right):.4f}")
    weights = fit([*train, *more])
    scaled = {name: round(factor * weight, 3) for name, weight in weights.items() if name != BIAS}
    kept = {name: weight for name, weight in scaled.items() if abs(weight) > SLIGHT}
    out = {BIAS: round(factor * weights[BIAS] + summand, 3), THRESHOLD: round(threshold, 3), **kept}
    TARGET.write_text(HEAD + "".join(f"{name}\t{weight}\n" for name, weight in out.items()), encoding="utf-8")


def best_threshold(train: Sequence[Candidates], chances: Sequence[Numbers]) -> float:
    """The one with the highest F1 with a tolerance of one paragraph."""
    pairs = list(zip(train, chances, strict=True))
    return float(max(GRID, key=lambda at: measures(sum(matches(*pair, at, 1) for pair in pairs))[2]))


def by_author(
    train: Sequence[Candidates], chances: Sequence[Numbers]
) -> Iterator[tuple[str, list[tuple[Candidates, Numbers]]]]:
    """Each author's books with the chances of their paragraphs."""
    for author in sorted({one.author for one in train}):
        yield author, [pair for pair in zip(train, chances, strict=True) if pair[0].author == author]


def calibration_error(chances: Numbers, right: Numbers, bins: int = 10) -> float:
    """Mean distance between what was expected and what was so, in bins of equal size (ECE)."""
    order = np.array_split(np.argsort(chances, kind="stable"), bins)
    return float(sum(len(bin_) * abs(chances[bin_].mean() - right[bin_].mean()) for bin_ in order) / len(chances))


def _row(pairs: Sequence[tuple[Candidates, Numbers]], threshold: float) -> str:
    near, exact = (sum(matches(*pair, threshold, tolerance) for pair in pairs) for tolerance in (1, 0))
    said = "P {:.3f} R {:.3f} F1 {:.3f}".format(*measures(near))
    return f"{int(near[2])} breaks, {said}, exact F1 {measures(exact)[2]:.3f}, threshold {threshold:.3f}"


if __name__ == "__main__":
    main()
