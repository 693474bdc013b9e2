"""Time expressions in 48 stretches of the novels of `pdnc.dev`: found, of the right kind, and normalised."""

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.anchors import TIMES, beside
from benchmarks.corpora import digest, load
from benchmarks.results import Row, add_options, add_rules_only, keep, named, report
from fabula.layers import TimeExpression
from fabula.pipeline import read_text
from fabula.scoring import total
from fabula.scoring.measures import Agreement
from fabula.scoring.times import Time, score_times
from fabula.text import Span

LABELS = Path(__file__).parent / "labels" / "times.jsonl"
PLAIN = re.compile(
    r"\b(?:(?:an?|the|this|that|one|two|three|four|five|six|ten|next|last|all|every|some|few)\s+)*"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|mornings?|afternoons?|evenings?|nights?"
    r"|to-?day|to-?morrow|to-?night|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"(?:\s+(?:ago|later|before))?",
    re.IGNORECASE,
)
"""What the simplest finder takes: words of times with what stands before them; it gives no kinds and no values."""


def stretches(novel: str) -> Iterator[tuple[Span, set[Time]]]:
    """The stretches of a novel with the times in them."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        values = json.loads(line)
        if values["text"] == novel:
            times = {(Span(time["start"], time["end"]), time["kind"], time["value"]) for time in values["times"]}
            yield Span(values["start"], values["end"]), times


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    corpus = load("pdnc.dev", options.docs)
    ours, plain = [], []
    for novel in corpus.references:
        layer = read_text(novel.text, rules_only=options.rules_only).document.layer(TimeExpression)
        made = {(one.span, one.kind, one.value) for one in layer}
        for stretch, labelled in stretches(novel.id):
            found = {time for time in made if stretch.covers(time[0])}
            ours.append(score_times(labelled, found))
            hits = PLAIN.finditer(novel.text, stretch.start, stretch.end)
            plain.append(score_times(labelled, {(Span(*hit.span()), "", "") for hit in hits}))
    rows = []
    for measure, agreement in total(ours).items():
        assert isinstance(agreement, Agreement)
        rows += _rows("fabula", measure, agreement)
        if measure in ("extent", "extent, overlapping"):
            simple = total(plain)[measure]
            assert isinstance(simple, Agreement)
            rows += _rows("plain expression", measure, simple)
    rows = beside(rows, TIMES)
    report(rows)
    if not options.docs and not options.no_result:
        facts = {"corpus": corpus.name, "digest": corpus.digest, "labels": digest(LABELS)}
        keep(named("times", options), rows, on=options.date, **facts)


def _rows(system: str, measure: str, agreement: Agreement) -> list[Row]:
    return [
        Row(system, measure, agreement.value, agreement.reference),
        Row(system, f"{measure}, precision", agreement.precision, agreement.predicted),
        Row(system, f"{measure}, recall", agreement.recall, agreement.reference),
    ]


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.times", description=__doc__)
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these novels; keeps no result")
    add_rules_only(out)
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
