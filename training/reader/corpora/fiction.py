"""Novels without labels, for the encoder to know how they are written."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from training.reader.annotated import Annotated
from training.reader.corpora.lines import records
from training.reader.words import split

STRETCH = 40
"""Words that stay together; there are no sentences."""


def load(folder: Path, part: str) -> list[Annotated]:
    """`train`: the unlabelled novels and the training parts of LitBank and PDNC; none from a novel of a `dev` part."""
    dev = list(_records(folder, "litbank.dev", "pdnc.dev"))
    if part == "dev":
        return [_text(record["id"], split(record["text"])) for record in dev]
    return [_text(name, split(text)) for name, text in novels(folder, "fiction", "litbank.train", "pdnc.train")]


def novels(folder: Path, *names: str) -> Iterator[tuple[str, str]]:
    """Id and text of each; none from a novel of a `dev` part."""
    kept = {_bare(record["title"]) for record in _records(folder, "litbank.dev", "pdnc.dev")}
    for record in _records(folder, *names):
        if _bare(record["title"]) not in kept:
            yield record["id"], record["text"]


def _records(folder: Path, *names: str) -> Iterator[dict[str, Any]]:
    return chain.from_iterable(records(folder / f"{name}.jsonl.gz") for name in names)


def _bare(title: str) -> str:
    """A title as a key: without subtitle, case or marks."""
    return "".join(filter(str.isalnum, re.split("[;:,]", title)[0].lower()))


def _text(name: str, words: list[str]) -> Annotated:
    ends = (*range(STRETCH, len(words), STRETCH), len(words))
    return Annotated(id=name, words=tuple(words), sentences=ends)
