"""How fast paragraphs are told, scenic or in summary, on paragraphs labelled by hand: `benchmarks/labels`.

Of the four novels of PDNC's development part and of stories of our own. Every second paragraph was looked at while the
rules were made; the others were held out.
"""

import json
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from benchmarks.corpora import load
from benchmarks.results import Row, add_options, keep, report, rows_of
from benchmarks.runs import pooled
from fabula.layers import Tempo, TempoKind
from fabula.pipeline import read_text
from fabula.scoring import Scores, total
from fabula.scoring.measures import Agreement, Share

LABELS = Path(__file__).parent / "labels" / "tempo.jsonl"
ROOT = Path(__file__).parents[1]
GIVEN = "nothing"
HALVES = ("looked at", "held out")
Labelled = Mapping[str, Any]
Text = tuple[str, Sequence[Labelled]]


def run(text: Text) -> Mapping[str, Scores]:
    """Reads one text and scores its labelled paragraphs, those of each half apart."""
    words, labels = text
    claims = list(read_text(words).document.layer(Tempo).current())
    found = [next((one.tempo for one in claims if one.start <= label["start"] < one.end), None) for label in labels]
    return scored(labels, found)


def all_scenic(text: Text) -> Mapping[str, Scores]:
    """What whoever takes every paragraph for scenic would score."""
    return scored(text[1], ["scenic"] * len(text[1]))


def scored(labels: Sequence[Labelled], found: Sequence[TempoKind | None]) -> Mapping[str, Scores]:
    """The scores of each half."""
    pairs = list(zip(labels, found, strict=True))
    return {half: _scores([one for one in pairs if one[0]["half"] == half]) for half in HALVES}


def texts() -> list[Text]:
    """Every labelled text with its labels."""
    by_text = defaultdict(list)
    for number, line in enumerate(LABELS.read_text("utf-8").splitlines()):
        label = json.loads(line)
        by_text[label["text"]].append({**label, "half": HALVES[number % 2]})
    novels = {one.id: one.text for one in load("pdnc.dev").references}
    return [(novels.get(name) or (ROOT / name).read_text("utf-8"), found) for name, found in by_text.items()]


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    every = texts()
    ours = pooled(run, every, options.jobs)
    rows = [*_rows("fabula", ours), *_rows("all scenic", map(all_scenic, every))]
    rows = sorted(rows, key=lambda row: row.measure)
    report(rows)
    if not options.no_result:
        keep("tempo", rows, on=options.date, corpus=f"{LABELS.name}, pdnc.dev")


def _scores(pairs: Sequence[tuple[Labelled, TempoKind | None]]) -> Scores:
    out: dict[str, Any] = {
        "right where it says anything": _share(label["tempo"] == tempo for label, tempo in pairs if tempo),
        "says anything": _share(tempo is not None for _, tempo in pairs),
    }
    for kind in get_args(TempoKind):
        reference = {number for number, (label, _) in enumerate(pairs) if label["tempo"] == kind}
        predicted = {number for number, (_, tempo) in enumerate(pairs) if tempo == kind}
        out[kind] = Agreement.of_sets(reference, predicted)
    return out


def _rows(system: str, scores: Iterable[Mapping[str, Scores]]) -> list[Row]:
    every = list(scores)
    return rows_of({half: total(one[half] for one in every) for half in HALVES}, GIVEN, system)


def _share(right: Iterable[bool]) -> Share:
    found = list(right)
    return Share(sum(found), len(found))


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.tempo", description=__doc__)
    out.add_argument("--jobs", type=int, default=1, help="texts at a time")
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
