"""Excerpts of LitBank: quotations, speakers, mentions of persons by kind, and what only the reader model finds."""

from argparse import ArgumentParser, Namespace

from benchmarks.anchors import EXCERPTS, beside
from benchmarks.corpora import load
from benchmarks.errors import sample
from benchmarks.results import add_options, add_rules_only, keep, named, report, rows_of
from benchmarks.runs import RULES_ONLY, run_all, totals

BY_MODEL = ("expressions", "entity phrases", "events")
"""Tasks that a reading by rules has no answers for."""


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    corpus = load(f"litbank.{options.split}", options.docs)
    runs = list(run_all(corpus, rules_only=options.rules_only, jobs=options.jobs))
    for error in sample([error for run in runs for error in run.wrong], options.errors, options.seed):
        print(f"{error}\n")
    tasks = totals(runs)
    rows = beside(rows_of(tasks, "nothing"), EXCERPTS)
    report(rows)
    if missing := [task for task in BY_MODEL if task not in tasks]:
        print(RULES_ONLY.format(layers=", ".join(missing)))
    if not options.docs and not options.no_result:
        name = named(f"litbank-{options.split}", options)
        keep(name, rows, on=options.date, corpus=corpus.name, digest=corpus.digest)


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.litbank", description=__doc__)
    out.add_argument("split", choices=("train", "dev"))
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these excerpts; keeps no result")
    out.add_argument("--jobs", type=int, default=1, help="excerpts at a time")
    out.add_argument("--errors", type=int, default=0, metavar="N", help="also print N wrong speakers at random")
    out.add_argument("--seed", type=int, default=0, help="of the choice")
    add_rules_only(out)
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
