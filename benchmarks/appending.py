"""What a chapter costs that is appended to a serial of a million words: seconds until its story is there."""

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from benchmarks.anchors import APPENDING, beside
from benchmarks.corpora import load
from benchmarks.results import Row, add_options, keep, report
from benchmarks.speed import shelf
from fabula.pipeline import Reading
from fabula.text import Source

CHAPTER = 3000
"""Words of the chapter."""
TIMES = 5
"""Chapters that are appended, one after another; the slowest counts."""


def chapters(text: str) -> Iterator[str]:
    """Chapters made of a novel's paragraphs."""
    paragraphs, words, number = list[str](), 0, 901
    for paragraph in text.split("\n\n"):
        paragraphs.append(paragraph)
        words += len(paragraph.split())
        if words >= CHAPTER:
            yield "\n\n".join([f"Chapter {number}", *paragraphs])
            paragraphs, words, number = [], 0, number + 1


def seconds(text: str, more: list[str]) -> Iterator[float]:
    """How long each chapter takes behind the text: to be read, and to be in a story."""
    reading = Reading(Source(text))
    _ = reading.story
    for chapter in more:
        start = time.perf_counter()
        reading.append(chapter)
        _ = reading.story
        yield time.perf_counter() - start


def main(options: Namespace) -> None:
    """Runs, prints and keeps."""
    corpus = load("pdnc.train")
    text, others = shelf(corpus.references), corpus.references[-1].text
    more = list(chapters(others))[1 : TIMES + 1]
    spent = max(seconds(text, more))
    rows = beside([Row("fabula", "a chapter behind a million words: seconds", spent, TIMES)], APPENDING)
    report(rows)
    if not options.no_result:
        keep("appending", rows, on=options.date, corpus=corpus.name, digest=corpus.digest, processors=os.cpu_count())


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.appending", description=__doc__)
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
