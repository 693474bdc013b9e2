"""UD English EWT: parts of speech, features, lemmas and dependencies, in texts from the web."""

import gzip
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from fabula.inference.edits import edit
from training.reader.annotated import Annotated

FEATURES = ("Tense", "VerbForm", "Mood", "Person", "Number")
ABSENT = "_"
"""The value of a feature that a word does not have."""

Word = list[str]


def load(folder: Path, part: str) -> list[Annotated]:
    """The tags `upos`, `xpos` (Penn), `relation`, `lemma` (as an edit of the word), one for each feature, and heads."""
    with gzip.open(folder / "ewt" / f"en_ewt-ud-{part}.conllu.gz", "rt", encoding="utf-8") as lines:
        return list(texts(lines))


def texts(lines: Iterable[str]) -> Iterator[Annotated]:
    """The documents of a CoNLL-U file; multiword tokens and empty nodes are left out."""
    name, sentences = "", list[list[Word]]()
    for full, block in groupby(map(str.rstrip, lines), key=bool):
        if not full:
            continue
        sentence: list[Word] = []
        for line in block:
            if line.startswith("# newdoc") and sentences:
                yield _text(name, sentences)
                sentences = []
            if line.startswith("# newdoc"):
                name = line.partition("=")[2].strip()
            if line[0] != "#" and line.partition("\t")[0].isdigit():
                sentence.append(line.split("\t"))
        sentences.append(sentence)
    if sentences:
        yield _text(name, sentences)


def _text(name: str, sentences: list[list[Word]]) -> Annotated:
    words = [word for sentence in sentences for word in sentence]
    ends, heads = list[int](), list[int]()
    for sentence in sentences:
        begin = len(heads)
        heads += [begin + (int(word[6]) or int(word[0])) - 1 for word in sentence]
        ends.append(len(heads))
    features = [dict(pair.split("=", 1) for pair in word[5].split("|") if "=" in pair) for word in words]
    return Annotated(
        id=name,
        words=tuple(word[1] for word in words),
        sentences=tuple(ends),
        tags={
            "upos": tuple(word[3] for word in words),
            "xpos": tuple(word[4] for word in words),
            "relation": tuple(word[7] for word in words),
            "lemma": tuple(edit(word[1], word[2]) for word in words),
            **{name: tuple(one.get(name, ABSENT) for one in features) for name in FEATURES},
        },
        heads=tuple(heads),
    )
