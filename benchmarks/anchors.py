"""What BookNLP reaches, as far as it has been published or measured, and what a release of fabula must reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.results import Row


@dataclass(frozen=True, slots=True)
class Anchors:
    """For each measure, BookNLP's figure, `None` where there is none, and ours at the least (at the most, for costs).

    `system` says whose figures BookNLP's are.
    """

    system: str
    figures: Mapping[str, tuple[float | None, float]]


FROM_TEXT = Anchors(
    "BookNLP on Emma",
    {
        "quotations: pieces, exact": (79.8, 94),
        "speakers: all": (54.2, 80),
        "speakers: explicit": (83.9, 96),
        "speakers: anaphoric": (51.0, 75),
        "speakers: implicit": (42.1, 65),
        "cast: found, major and intermediate": (92.3, 97),
        "cast: aliases, B3": (83.3, 92),
        "quoted mentions: resolved, all": (51.9, 72),
    },
)
"""Novels of PDNC, nothing given. BookNLP's published reading of *Emma*, scored by the same definitions."""

WITH_CHARACTERS = Anchors("BookNLP as published", {"speakers: all": (78, 85)})
"""Novels of PDNC, characters and aliases given."""

EXCERPTS = Anchors(
    "BookNLP big",
    {
        "expressions: extent, type and kind": (90.0, 90.5),
        "entity phrases: extent and type": (None, 80),
        "events: words": (74.1, 76),
    },
)
"""LitBank, nothing given. BookNLP's published figures are of other parts, with LitBank's words and sentences given."""

GRAMMAR = Anchors("", {"grammar: UPOS": (None, 95.5), "grammar: UAS": (None, 87), "grammar: LAS": (None, 84)})
"""English Web Treebank."""

SENSES = Anchors("BookNLP big", {"supersenses: extent and class": (76.2, 76)})
"""SemCor. BookNLP's published figure is of its own part, with the words given."""

AFFECT = Anchors("", {"affect: valence": (None, 74), "affect: arousal": (None, 48), "affect: dominance": (None, 42)})
"""EmoBank."""

TELLING = Anchors("", {"all: tense": (None, 97), "all: person": (None, 99)})
"""Paragraphs of PDNC's development part and of our own stories."""

TIMES = Anchors("", {"found and normalised": (None, 85)})
"""Time expressions of PDNC's development part."""

JUDGED = Anchors(
    "",
    {
        "attributes: precision": (None, 90),
        "relations: precision": (None, 90),
        "presences: precision": (None, 90),
        "attributes: fewest in a novel": (None, 40),
        "relations: fewest in a novel": (None, 15),
    },
)
"""Claims of the storyworld on PDNC's development part."""

COSTS = Anchors(
    "BookNLP small",
    {
        "seconds for 100,000 words": (124, 15),
        "MB of memory for 100,000 words": (4100, 700),
        "a million words: MB of memory": (None, 1500),
        "a million words: processor time against 100,000": (None, 11),
        "import fabula: milliseconds": (None, 300),
        "installed with dependencies: MB": (None, 250),
    },
)
"""Whole processes on two processors."""

APPENDING = Anchors("", {"a chapter behind a million words: seconds": (None, 2)})
"""A serial that grows by a chapter of 3,000 words, on two processors."""


def beside(rows: Sequence[Row], anchors: Anchors) -> list[Row]:
    """The rows, each of ours followed by BookNLP's and by what must be reached."""
    out = []
    for row in rows:
        out.append(row)
        if row.system == "fabula" and row.measure in anchors.figures:
            booknlp, bound = anchors.figures[row.measure]
            if booknlp is not None:
                out.append(Row(anchors.system, row.measure, booknlp, given=row.given))
            out.append(Row("must reach", row.measure, bound, given=row.given))
    return out
