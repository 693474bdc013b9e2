"""Reads novels without labels with a run, so that a later run learns from what it said: silver labels.

Xie et al. 2020, "Self-training with Noisy Student": the run that learns reads the same words with some of them hidden.
It names the other as `teacher`, and `taught` among its passes.
"""

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
from training.reader.files import SILVER
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


def silver(run: Path) -> Path:
    """The file in a run's folder with its labels of novels that have none, a window a line; written at first."""
    target = run / SILVER
    if target.exists():
        return target
    teacher, unfinished = subject(run), target.with_suffix(".part")
    with gzip.open(unfinished, "wt", encoding="utf-8") as lines:
        for title, text in fiction.novels(corpora_folder(), "fiction", "pdnc.train"):
            for _, said in teacher.pairs(list(stretches(title, text))):
                lines.write(json.dumps(as_record(said), ensure_ascii=False) + "\n")
            print(title, file=sys.stderr, flush=True)
    return unfinished.replace(target)
