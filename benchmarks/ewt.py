"""English Web Treebank: words, sentences, parts of speech and dependencies from the raw text, as CoNLL 2018 counted."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from benchmarks.anchors import GRAMMAR, beside
from benchmarks.corpora import digest, find
from benchmarks.results import add_options, keep, report, rows_of
from benchmarks.runs import RULES_ONLY, pooled
from benchmarks.treebank import Treebanked, texts
from fabula.exports import EXPORTS
from fabula.pipeline import read_text
from fabula.scoring import Scores, total
from fabula.scoring.grammar import score_grammar

GIVEN = "paragraphs"


def run(text: Treebanked) -> Mapping[str, Scores] | None:
    """Reads one text and scores what the CoNLL-U export writes; `None` if it was read by rules only."""
    story = read_text("\n\n".join(text.paragraphs) + "\n")
    if "pos" not in story.document.tags:
        return None
    (written,) = EXPORTS["conllu"].files(story, text.id).values()
    return {"grammar": score_grammar(text.lines, written.split("\n"))}


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    path = find(f"ewt/en_ewt-ud-{options.split}.conllu.gz")
    chosen = [text for text in texts(path) if not options.docs or text.id in options.docs]
    scored = [tasks for tasks in pooled(run, chosen, options.jobs) if tasks is not None]
    if not scored:
        raise SystemExit(RULES_ONLY.format(layers="grammar"))
    rows = beside(rows_of({"grammar": total(tasks["grammar"] for tasks in scored)}, GIVEN), GRAMMAR)
    report(rows)
    if not options.docs and not options.no_result:
        keep(f"ewt-{options.split}", rows, on=options.date, corpus=path.name, digest=digest(path))


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.ewt", description=__doc__)
    out.add_argument("split", choices=("train", "dev"))
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these texts; keeps no result")
    out.add_argument("--jobs", type=int, default=1, help="texts at a time")
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
