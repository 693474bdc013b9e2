"""Reads novels without labels with a run, so that a later run learns from what it said: silver labels.

    python -m training.reader.teach RUN FILE        reads ../shared/corpora (FABULA_CORPORA overrides)

Xie et al. 2020, "Self-training with Noisy Student": the run that learns reads the same words with some of them hidden.
A run whose config names FILE as `taught`, and `taught` among its passes, learns from it.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from benchmarks.corpora import folder as corpora_folder
from training.reader.annotated import Annotated
from training.reader.corpora import fiction
from training.reader.corpora.taught import as_record
from training.reader.subject import subject
from training.reader.words import sentence_ends, spans

STRETCHES, STRETCH = 10, 12000
"""Stretches that are taken from a novel, evenly spread, and their length in code points."""


def stretches(title: str, text: str) -> Iterator[Annotated]:
    """Whole paragraphs from all over a novel, as words and sentences."""
    for number in range(STRETCHES):
        begin = text.find("\n\n", number * len(text) // STRETCHES)
        end = text.find("\n\n", begin + STRETCH)
        if 0 <= begin < end:
            yield stretch(f"{title}-{number}", text[begin:end].split("\n\n"))


def stretch(name: str, paragraphs: list[str]) -> Annotated:
    """Paragraphs as one text."""
    sentences: list[list[str]] = []
    for paragraph in filter(str.strip, paragraphs):
        found, begun = spans(paragraph), 0
        for stop in sentence_ends(paragraph):
            words = [paragraph[start:end] for start, end in found if begun <= start < stop]
            if words:
                sentences.append(words)
            begun = stop
    words = tuple(word for sentence in sentences for word in sentence)
    return Annotated(id=name, words=words, sentences=tuple(accumulate(map(len, sentences))))


def main(run: Path, target: Path) -> None:
    """Reads, and writes a window a line."""
    teacher = subject(run)
    with gzip.open(target, "wt", encoding="utf-8") as lines:
        for title, text in fiction.novels(corpora_folder(), "fiction", "pdnc.train"):
            for _, said in teacher.pairs(list(stretches(title, text))):
                lines.write(json.dumps(as_record(said), ensure_ascii=False) + "\n")
            print(title, file=sys.stderr, flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.teach", description="Makes silver labels.")
    parser.add_argument("run", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    main(options.run, options.file)
