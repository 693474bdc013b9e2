"""Time and memory of whole `fabula read` processes, the time of `import fabula`, and the size on disk."""

import os
import subprocess
import sys
import tempfile
import venv
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median

from benchmarks.anchors import COSTS, beside
from benchmarks.corpora import ROOT, load
from benchmarks.processes import Cost, cost
from benchmarks.results import Row, add_options, keep, report
from fabula.scoring import Reference

NOVEL, SHELF = 100_000, 1_000_000
"""Words of an ordinary novel, and of a long serial."""

IMPORTS = 9
"""Times that an import is repeated; the median counts."""


def read_cost(text: str) -> Cost:
    """The cost of `fabula read` on a file of this text."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story.txt")
        story.write_text(text, encoding="utf-8", newline="")
        command = [sys.executable, "-m", "fabula", "read", str(story), "-o", str(story.with_suffix(".fabula"))]
        return cost([*command, "--quiet"])


def novels(references: Sequence[Reference], count: int) -> list[Reference]:
    """Those nearest to 100,000 words."""
    return sorted(references, key=lambda reference: abs(len(reference.text.split()) - NOVEL))[:count]


def shelf(references: Sequence[Reference]) -> str:
    """A million words of several novels, one behind the other, cut at the end of a paragraph."""
    paragraphs, words = list[str](), 0
    for paragraph in (part for reference in references for part in reference.text.split("\n\n")):
        if words >= SHELF:
            break
        paragraphs.append(paragraph)
        words += len(paragraph.split())
    return "\n\n".join(paragraphs)


def reading(references: Sequence[Reference], count: int) -> Iterator[Row]:
    """Time and memory for novels, for a million words, and how one compares with the other."""
    each, lengths = list[Cost](), list[int]()
    for reference in novels(references, count):
        words, spent = len(reference.text.split()), read_cost(reference.text)
        each.append(spent)
        lengths.append(words)
        yield from _rows(reference.id, words, spent)
    wall = mean(one.wall * NOVEL / words for one, words in zip(each, lengths, strict=True))
    yield Row("fabula", "seconds for 100,000 words", wall, count)
    yield Row("fabula", "MB of memory for 100,000 words", max(one.memory for one in each), count)
    processors = mean(one.processors / words for one, words in zip(each, lengths, strict=True))
    text = shelf(references)
    words, spent = len(text.split()), read_cost(text)
    yield from _rows("a million words", words, spent)
    yield Row("fabula", "a million words: processor time against 100,000", spent.processors / (processors * NOVEL))


def _rows(name: str, words: int, spent: Cost) -> list[Row]:
    return [
        Row("fabula", f"{name}: seconds", spent.wall, words),
        Row("fabula", f"{name}: seconds of processors", spent.processors, words),
        Row("fabula", f"{name}: MB of memory", spent.memory, words),
    ]


def import_time() -> Row:
    """Milliseconds that `import fabula` adds to a bare interpreter."""
    bare, full = (
        median(cost([sys.executable, "-c", code]).wall for _ in range(IMPORTS)) for code in ("pass", "import fabula")
    )
    return Row("fabula", "import fabula: milliseconds", 1000 * (full - bare), IMPORTS)


def size() -> Row:
    """Megabytes that `pip install` adds to a fresh environment, dependencies included."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        before = _bytes(Path(folder))
        pip = [str(Path(folder, "bin", "python")), "-m", "pip", "install", "--quiet", str(ROOT)]
        subprocess.run(pip, check=True)
        return Row("fabula", "installed with dependencies: MB", (_bytes(Path(folder)) - before) / 1e6)


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    corpus = load("pdnc.train")
    rows = [*reading(corpus.references, options.novels), import_time(), *([size()] if options.size else [])]
    rows = beside(rows, COSTS)
    report(rows)
    if not options.no_result:
        keep("speed", rows, on=options.date, corpus=corpus.name, digest=corpus.digest, processors=os.cpu_count())


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    out.add_argument("--novels", type=int, default=3, metavar="N", help="novels nearest to 100,000 words")
    out.add_argument("--size", action="store_true", help="also install into a fresh environment and weigh it")
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
