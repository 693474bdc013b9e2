"""Tense and person of narrated paragraphs, on paragraphs labelled by hand: `benchmarks/labels`.

Of four novels of PDNC's development part, and of stories of our own that hold what those lack.
"""

import json
from argparse import ArgumentParser, Namespace
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.anchors import TELLING, beside
from benchmarks.corpora import load
from benchmarks.results import Row, add_options, add_rules_only, keep, named, report, rows_of
from benchmarks.runs import pooled
from fabula.layers import Narration
from fabula.pipeline import read_text
from fabula.scoring import Scores, total
from fabula.scoring.measures import Share

LABELS = Path(__file__).parent / "labels" / "telling.jsonl"
ROOT = Path(__file__).parents[1]
GIVEN = "nothing"
KINDS = ("all", "novels", "our stories")
Labelled = Mapping[str, Any]
Text = tuple[str, str, Sequence[Labelled]]


def run(text: Text, *, rules_only: bool) -> Mapping[str, Scores]:
    """Reads one text and scores its labelled paragraphs."""
    name, words, labels = text
    claims = list(read_text(words, rules_only=rules_only).document.layer(Narration))
    starts = [claim.start for claim in claims]
    found = [claims[max(0, bisect_right(starts, label["start"]) - 1)] for label in labels]
    both = {
        "tense": _share(one.tense == label["tense"] for one, label in zip(found, labels, strict=True)),
        "person": _share(one.person == label["person"] for one, label in zip(found, labels, strict=True)),
    }
    return {"all": both, _kind(name): both}


def all_past(text: Text) -> Mapping[str, Scores]:
    """What whoever takes every paragraph for past would score."""
    name, _, labels = text
    tense: Scores = {"tense": _share(label["tense"] == "past" for label in labels)}
    return {"all": tense, _kind(name): tense}


def texts() -> list[Text]:
    """Every labelled text with its labels."""
    by_text = defaultdict(list)
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        by_text[label["text"]].append(label)
    novels = {one.id: one.text for one in load("pdnc.dev").references}
    return [(name, novels.get(name) or (ROOT / name).read_text("utf-8"), found) for name, found in by_text.items()]


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    every = texts()
    ours = pooled(partial(run, rules_only=options.rules_only), every, options.jobs)
    rows = [*_rows("fabula", ours), *_rows("all past", map(all_past, every))]
    rows = beside(sorted(rows, key=lambda row: row.measure), TELLING)
    report(rows)
    if not options.no_result:
        keep(named("telling", options), rows, on=options.date, corpus=f"{LABELS.name}, pdnc.dev")


def _rows(system: str, scored: Iterable[Mapping[str, Scores]]) -> list[Row]:
    every = list(scored)
    tasks = {kind: total(one[kind] for one in every if kind in one) for kind in KINDS}
    return rows_of(tasks, GIVEN, system)


def _kind(name: str) -> str:
    return "our stories" if name.endswith(".txt") else "novels"


def _share(right: Any) -> Share:
    found = list(right)
    return Share(sum(found), len(found))


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.telling", description=__doc__)
    out.add_argument("--jobs", type=int, default=1, help="texts at a time")
    add_rules_only(out)
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
