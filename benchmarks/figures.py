"""The main figures of the newest results kept, as a table of Markdown: `--write README.md` puts it there."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from benchmarks.anchors import (
    APPENDING,
    COSTS,
    EXCERPTS,
    FROM_TEXT,
    GRAMMAR,
    JUDGED,
    SENSES,
    TELLING,
    TIMES,
    WITH_CHARACTERS,
    Anchors,
)
from benchmarks.results import FOLDER
from benchmarks.tables import markdown

LABELS = {
    "quotations: pieces, exact": "quotations, exact F1",
    "speakers: all": "speakers right, of all quotations",
    "speakers: explicit": "… named in the cue",
    "speakers: anaphoric": "… a pronoun or noun in the cue",
    "speakers: implicit": "… no cue",
    "cast: found, major and intermediate": "major and intermediate characters found",
    "cast: aliases, B3": "aliases brought together, B3",
    "quoted mentions: resolved, all": "mentions inside quotations resolved",
    "addressees: one right": "somebody addressed is right",
    "calibration: calibration error": "confidence is off by, in points",
    "expressions: extent, type and kind": "mentions with type and kind, F1",
    "entity phrases: extent and type": "entities, nested, F1",
    "events: words": "events, F1",
    "supersenses: extent and class": "supersenses, F1",
    "grammar: UPOS": "parts of speech, from raw text",
    "grammar: UAS": "… governors",
    "grammar: LAS": "… and relations",
    "all: tense": "tense of narrated paragraphs",
    "all: person": "… and person",
    "found and normalised": "time expressions found and normalised, F1",
    "attributes: precision": "what people are like, claims right of those judged",
    "relations: precision": "how they stand to each other, claims right",
    "presences: precision": "who is there in a scene, claims right",
    "seconds for 100,000 words": "seconds for 100,000 words",
    "MB of memory for 100,000 words": "memory for 100,000 words, MB",
    "a million words: MB of memory": "memory for 1,000,000 words, MB",
    "a chapter behind a million words: seconds": "seconds for a chapter appended to 1,000,000 words",
    "import fabula: milliseconds": "`import fabula`, milliseconds",
    "installed with dependencies: MB": "installed with dependencies, MB",
}
WHOLE = "pdnc-dev"
"""The result of which everything is shown; of the others, what has an anchor."""
PARTS: tuple[tuple[str, str, Anchors], ...] = (
    (WHOLE, "", FROM_TEXT),
    ("pdnc-dev-given-characters", ", characters given", WITH_CHARACTERS),
    ("litbank-dev", "", EXCERPTS),
    ("semcor-dev", "", SENSES),
    ("ewt-dev", "", GRAMMAR),
    ("telling", "", TELLING),
    ("times", "", TIMES),
    ("judged", "", JUDGED),
    ("speed", "", COSTS),
    ("appending", "", APPENDING),
)
"""Kept results, what their rows are called, and whose figures stand beside them."""
NOTE = """\
Per cent where no unit is named. fabula: development parts, read from raw text; down to the characters given, the four
novels of PDNC, then excerpts of LitBank, SemCor and English Web Treebank; paragraphs and times as we labelled them by
reading, in those novels and stories of our own. BookNLP: its published reading of *Emma* by
the same definitions, its published figure with the characters given, those of its model `big` for mentions, events
and supersenses on parts of its own, and its model `small` for time and memory. The texts differ, and fabula's rules
were made while looking at the four novels. On two processors, `python -m benchmarks.pdnc dev`, the same with `--given
characters`, `python -m benchmarks.litbank dev`, `semcor dev`, `ewt dev`, `telling`, `times`, `judged`, `appending`, and
`python -m benchmarks.speed --size` print these figures.
[What each means](docs/how-to/measure.md); [all results](benchmarks/results)."""
START, END = "<!-- figures -->", "<!-- /figures -->"


def newest(name: str) -> dict[str, Any] | None:
    """The latest kept result of this name; `None` if there is none."""
    paths = sorted(FOLDER.glob(f"????-??-??-{name}.json"))
    return json.loads(paths[-1].read_text(encoding="utf-8")) if paths else None


def table() -> str:
    """The figures that have been measured, BookNLP's beside ours."""
    rows = []
    for name, suffix, anchors in PARTS:
        result = newest(name)
        ours = {row["measure"]: row["value"] for row in result["rows"] if row["system"] == "fabula"} if result else {}
        for measure in LABELS:
            if measure in ours and (name == WHOLE or measure in anchors.figures):
                booknlp = anchors.figures.get(measure, (None, 0.0))[0]
                rows.append((LABELS[measure] + suffix, _short(booknlp), _short(ours[measure])))
    return f"{markdown(('', 'BookNLP', 'fabula'), rows)}\n{NOTE}\n"


def _short(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def main(options: Namespace) -> None:
    """Prints the table, or puts it between the marks of a file."""
    if not options.write:
        print(table(), end="")
        return
    text = options.write.read_text(encoding="utf-8")
    if START not in text or END not in text:
        raise SystemExit(f"{options.write} has no {START} and {END} to put the table between.")
    before, after = text[: text.index(START) + len(START)], text[text.index(END) :]
    options.write.write_text(f"{before}\n{table()}{after}", encoding="utf-8")


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.figures", description=__doc__)
    out.add_argument("--write", type=Path, metavar="FILE", help=f"replace what stands between {START} and {END}")
    return out


if __name__ == "__main__":
    main(parser().parse_args())
