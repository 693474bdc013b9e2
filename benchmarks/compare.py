"""Scores our BookNLP files with an independent scorer, beside our own figures: the two must agree to 0.1."""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpora import folder, load
from benchmarks.runs import pooled
from benchmarks.tables import aligned
from fabula.exports import write
from fabula.exports.booknlp import BOOKNLP
from fabula.pipeline import read_text
from fabula.scoring import Reference, Scores, score, total

TOLERANCE = 0.1
KINDS = {"name": "names", "pronoun": "pronouns", "nominal": "nominals"}
TYPES = ("explicit", "anaphoric", "implicit")
CATEGORIES = ("major", "intermediate", "minor")

SAME: dict[str, tuple[str, ...]] = {
    "quotations: pieces, exact": ("quotes", "exact", "F1"),
    "quotations: pieces, overlapping": ("quotes", "overlap", "F1"),
    "quotations: characters of the text": ("quotes", "characters", "F1"),
    "speakers: all": ("speakers", "name map", "all", "acc"),
    **{f"speakers: {kind}": ("speakers", "name map", f"type: {kind}", "acc") for kind in TYPES},
    **{f"speakers: {kind} speaker": ("speakers", "name map", f"speaker: {kind}", "acc") for kind in CATEGORIES},
    "speakers: quotation found": ("speakers", "quotations found", "acc"),
    "speakers: one-to-one map": ("speakers", "best one-to-one", "all", "acc"),
    "speakers: B3 over quotations": ("speakers", "B3 over quotations", "F1"),
    "cast: aliases seen": ("characters", "aliases seen", "acc"),
    "cast: aliases, B3": ("characters", "alias B3", "F1"),
    "cast: found, all": ("characters", "characters found: all", "acc"),
    "cast: found, major and intermediate": ("characters", "characters found: major+intermediate", "acc"),
    **{f"cast: found, {kind}": ("characters", f"characters found: {kind}", "acc") for kind in CATEGORIES},
    "cast: gender": ("characters", "gender right (major+intermediate, mapped)", "acc"),
    "cast: further entities for one character": ("characters", "extra clusters per mapped character"),
    "cast: entities mixing characters": ("characters", "clusters mixing characters"),
    "quoted mentions: resolved, all": ("mentions", "resolved: all", "acc"),
    "quoted mentions: found, all": ("mentions", "mention found: all", "acc"),
    **{f"quoted mentions: resolved, {ours}": ("mentions", f"resolved: {kind}", "acc") for kind, ours in KINDS.items()},
    "mentions: proper mentions": ("entities", "coref layer, PROP", "PER", "F1"),
    "mentions: all mentions": ("entities", "coref layer, PROP+NOM+PRON", "PER", "F1"),
}
"""Where the other scorer keeps each of our measures."""


def read(reference: Reference, out: Path) -> dict[str, Scores]:
    """Reads a text, writes its BookNLP files, and scores it."""
    story = read_text(reference.text)
    write(BOOKNLP, story, reference.id, out)
    return score(story, reference).tasks


def main(options: Namespace) -> None:
    """Runs both and prints them side by side; fails if they differ."""
    if not options.scorer.exists():
        raise SystemExit(f"No scorer {options.scorer}. Name it with --scorer.")
    corpus = load(options.corpus, options.docs)
    with tempfile.TemporaryDirectory() as out:
        texts = list(pooled(partial(read, out=Path(out)), corpus.references, options.jobs))
        gold = str(folder() / f"{corpus.name}.jsonl.gz")
        command = [sys.executable, str(options.scorer), "all", "--gold", gold, "--pred", out, "--json"]
        if options.docs:
            command += ["--docs", *options.docs]
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    theirs = json.loads(answer)
    rows, different = [], 0
    for task in dict.fromkeys(task for text in texts for task in text):
        for name, measure in total(text[task] for text in texts if task in text).items():
            other = _at(theirs, SAME.get(f"{task}: {name}", ()))
            if other is not None:
                apart = abs(measure.value - other) > TOLERANCE
                different += apart
                mark = "differs" if apart else ""
                rows.append((f"{task}: {name}", f"{measure.value:.2f}", f"{other:.2f}", mark))
    print(aligned(("measure", "fabula", "scorer", "agreement"), rows))
    if different:
        raise SystemExit(f"{different} of {len(rows)} figures differ by more than {TOLERANCE}.")


def _at(tree: Mapping[str, Any], path: tuple[str, ...]) -> float | None:
    value: Any = tree if path else None
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return None if value is None else float(value)


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    out.add_argument("corpus", help="such as pdnc.dev or litbank.dev")
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these texts")
    out.add_argument("--jobs", type=int, default=1, help="texts at a time")
    scorer = folder().parent / "score" / "score.py"
    out.add_argument("--scorer", type=Path, default=scorer, help="the other scorer")
    return out


if __name__ == "__main__":
    main(parser().parse_args())
