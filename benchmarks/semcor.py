"""SemCor: supersenses in text put together from its words.

SemCor has words and no text. What is read is one paragraph for each of its texts, with blanks and quotation marks as
in print; neither words nor sentences are given.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.anchors import SENSES, beside
from benchmarks.corpora import digest, find, lines
from benchmarks.results import add_options, keep, report, rows_of
from benchmarks.runs import RULES_ONLY, pooled
from fabula.document.runs import runs
from fabula.pipeline import read_text
from fabula.scoring import Scores, total
from fabula.scoring.supersenses import Sense, score_supersenses
from fabula.text import Span

QUOTES = {"``": "“", "''": "”", "`": "‘"}
CLOSING = re.compile(r"[,.;:?!)\]%”]|''|'(?:s|d|m|ll|re|ve)?|n't", re.IGNORECASE)
OPENING = frozenset("([$“‘")


def printed(words: Iterable[str]) -> tuple[str, list[Span]]:
    """Words as text, and where each stands."""
    text, spans, glued = "", list[Span](), True
    for word in words:
        shown = QUOTES.get(word, word)
        if not glued and not CLOSING.fullmatch(shown):
            text += " "
        spans.append(Span(len(text), len(text) + len(shown)))
        text += shown
        glued = shown in OPENING
    return text, spans


def run(record: Mapping[str, Any]) -> Mapping[str, Scores] | None:
    """Reads and scores one text; `None` if it was read by rules only."""
    text, spans = printed(word for sentence in record["sentences"] for word in sentence["tokens"])
    labels = [label for sentence in record["sentences"] for label in sentence["supersense"]]
    reference: set[Sense] = {
        (Span(spans[first].start, spans[behind - 1].end), sense) for first, behind, sense in runs(labels)
    }
    story = read_text(text)
    if "supersense" not in story.document.tags:
        return None
    return {"supersenses": score_supersenses(story, reference)}


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    path = find(f"semcor/{options.split}.jsonl.gz")
    chosen = [record for record in lines(path) if not options.docs or record["id"] in options.docs]
    scored = [tasks for tasks in pooled(run, chosen, options.jobs) if tasks is not None]
    if not scored:
        raise SystemExit(RULES_ONLY.format(layers="supersenses"))
    rows = beside(rows_of({"supersenses": total(tasks["supersenses"] for tasks in scored)}, "nothing"), SENSES)
    report(rows)
    if not options.docs and not options.no_result:
        keep(f"semcor-{options.split}", rows, on=options.date, corpus=f"semcor/{path.name}", digest=digest(path))


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.semcor", description=__doc__)
    out.add_argument("split", choices=("train", "dev"))
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these texts; keeps no result")
    out.add_argument("--jobs", type=int, default=1, help="texts at a time")
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
