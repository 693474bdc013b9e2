"""Whole novels of the Project Dialogism Novel Corpus: quotations, speakers, addressees, cast, mentions in speech."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from benchmarks.anchors import FROM_TEXT, WITH_CHARACTERS, beside
from benchmarks.corpora import load
from benchmarks.errors import confusions, sample
from benchmarks.results import add_options, add_rules_only, keep, named, report, rows_of
from benchmarks.runs import Run, run_all, totals
from benchmarks.tables import aligned
from fabula.scoring import Scores

OVERVIEW = {
    "quotes": ("quotations", "pieces, exact"),
    "speakers": ("speakers", "all"),
    "explicit": ("speakers", "explicit"),
    "anaphoric": ("speakers", "anaphoric"),
    "implicit": ("speakers", "implicit"),
    "answered": ("speakers", "answered"),
    "1-to-1": ("speakers", "one-to-one map"),
    "aliases": ("cast", "aliases, B3"),
    "found": ("cast", "found, major and intermediate"),
    "gender": ("cast", "gender"),
    "mentions": ("quoted mentions", "resolved, all"),
    "names": ("quoted mentions", "resolved, names"),
    "pronouns": ("quoted mentions", "resolved, pronouns"),
    "addressed": ("addressees", "one right"),
    "ECE": ("calibration", "calibration error"),
}
"""The columns of the table of novels."""


def overview(runs: list[Run]) -> str:
    """One line for each novel, and one for all."""
    lines = [(run.text, *_cells(run.tasks)) for run in runs]
    if len(runs) > 1:
        lines.append(("all", *_cells(totals(runs))))
    return aligned(("novel", *OVERVIEW), lines)


def _cells(tasks: Mapping[str, Scores]) -> list[str]:
    return [
        f"{tasks[task][name].value:.1f}" if name in tasks.get(task, {}) else "-" for task, name in OVERVIEW.values()
    ]


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    corpus = load(f"pdnc.{options.split}", options.docs)
    runs = list(run_all(corpus, given=options.given, rules_only=options.rules_only, jobs=options.jobs))
    print(overview(runs))
    wrong = [error for run in runs for error in run.wrong if options.type in (None, error.type)]
    if options.confusions:
        print(f"\n{confusions(wrong, options.confusions)}")
    for error in sample(wrong, options.errors, options.seed):
        print(f"\n{error}")
    if options.quick:
        return
    given = "nothing" if options.given == "none" else options.given
    anchors = FROM_TEXT if options.given == "none" else WITH_CHARACTERS
    rows = beside(rows_of(totals(runs), given), anchors)
    print()
    report(rows)
    if not options.docs and not options.no_result:
        name = f"pdnc-{options.split}" + ("" if options.given == "none" else f"-given-{options.given}")
        texts = {
            run.text: {f"{task}: {name}": m.value for task, s in run.tasks.items() for name, m in s.items()}
            for run in runs
        }
        keep(named(name, options), rows, on=options.date, corpus=corpus.name, digest=corpus.digest, texts=texts)


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.pdnc", description=__doc__)
    out.add_argument("split", choices=("train", "dev"))
    out.add_argument("--given", choices=("none", "characters"), default="none", help="what is told before reading")
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these novels; keeps no result")
    out.add_argument("--jobs", type=int, default=1, help="novels at a time")
    out.add_argument("--quick", action="store_true", help="the table of novels only; keeps no result")
    out.add_argument("--errors", type=int, default=0, metavar="N", help="also print N wrong speakers at random")
    out.add_argument("--confusions", type=int, default=0, metavar="N", help="also print the N most frequent mix-ups")
    out.add_argument("--type", choices=("explicit", "anaphoric", "implicit"), help="of those, one type only")
    out.add_argument("--seed", type=int, default=0, help="of the choice")
    add_rules_only(out)
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
