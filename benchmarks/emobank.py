"""EmoBank: valence, arousal and dominance of sentences, from several kinds of writing.

The sentences of one text are read together in their order, each as a paragraph: where a rated sentence ends is given.
Fiction counts with the others and by itself.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from benchmarks.anchors import AFFECT, beside
from benchmarks.corpora import digest, find, lines
from benchmarks.results import add_options, keep, report, rows_of
from benchmarks.runs import RULES_ONLY, pooled
from fabula.pipeline import read_text
from fabula.scoring import Scores, total
from fabula.scoring.affect import SCALES, score_affect
from fabula.text import Span

GIVEN = "sentences"
FICTION = "fiction"
"""A category of EmoBank's; a text has one."""
Rated = Mapping[str, Any]


def place(name: str) -> tuple[str, int]:
    """The text that a sentence is from and where it begins there; an id may end with the offsets of start and end."""
    text, *offsets = name.rsplit("_", 2)
    return (text, int(offsets[0])) if len(offsets) == 2 and offsets[0].isdigit() else (name, 0)


def run(sentences: Sequence[Rated]) -> Mapping[str, Scores] | None:
    """Reads and scores the sentences of one text; `None` if they were read by rules only."""
    text, rated = "", []
    for sentence in sentences:
        words = " ".join(sentence["text"].split())
        rated.append((Span(len(text), len(text) + len(words)), {scale: sentence[scale] for scale in SCALES}))
        text += f"{words}\n\n"
    story = read_text(text)
    if not set(SCALES) <= story.document.numbers.keys():
        return None
    scores = score_affect(story, rated)
    return {"affect": scores} | ({"affect in fiction": scores} if sentences[0]["category"] == FICTION else {})


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    path = find(f"emobank/{options.split}.jsonl.gz")
    records = sorted(lines(path), key=lambda record: place(record["id"]))
    chosen = [list(group) for _, group in groupby(records, key=lambda record: place(record["id"])[0])]
    scored = [tasks for tasks in pooled(run, chosen, options.jobs) if tasks is not None]
    if not scored:
        raise SystemExit(RULES_ONLY.format(layers="valence, arousal and dominance"))
    names = ("affect", "affect in fiction")
    totals = {name: total(tasks[name] for tasks in scored if name in tasks) for name in names}
    rows = beside(rows_of(totals, GIVEN), AFFECT)
    report(rows)
    if not options.no_result:
        keep(f"emobank-{options.split}", rows, on=options.date, corpus=f"emobank/{path.name}", digest=digest(path))


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.emobank", description=__doc__)
    out.add_argument("split", choices=("train", "dev"))
    out.add_argument("--jobs", type=int, default=1, help="texts at a time")
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
