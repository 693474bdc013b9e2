"""Texts of a treebank: the raw paragraphs, and the lines of CoNLL-U that say how they should be read."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Treebanked:
    """One text. `paragraphs` are what a reader is given; `lines` are its words, sentences and trees."""

    id: str
    paragraphs: tuple[str, ...]
    lines: tuple[str, ...]


def texts(path: Path) -> Iterator[Treebanked]:
    """Each text of a gzipped file, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        block: list[str] = []
        for line in file:
            if line.startswith("# newdoc") and block:
                yield _text(block)
                block = []
            block.append(line.rstrip("\n"))
        yield _text(block)


def _text(lines: Sequence[str]) -> Treebanked:
    """The paragraphs put together from words and contractions, a blank where one stood."""
    paragraphs, until, name = [""], 0, ""
    for line in lines:
        if line.startswith("# newdoc id = "):
            name = line.removeprefix("# newdoc id = ")
        if line.startswith("# newpar"):
            paragraphs.append("")
        if not line:
            until = 0
        columns = line.split("\t")
        if len(columns) < 10 or "." in columns[0]:
            continue
        first, _, last = columns[0].partition("-")
        if last or int(first) > until:
            paragraphs[-1] += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
        until = int(last) if last else until
    return Treebanked(name, tuple(one.strip() for one in paragraphs if one.strip()), tuple(lines))
