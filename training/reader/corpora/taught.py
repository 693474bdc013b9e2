"""Texts that a run has labelled, for another to learn from."""

from pathlib import Path
from typing import Any

from training.reader.annotated import Annotated, Extent
from training.reader.corpora.lines import records
from training.reader.layers import EXTENTS

TAGS = ("event", "supersense", "upos", "relation")
"""The layers of tags that are taught; the others are the grammar of words, which is as good as it gets."""


def as_record(text: Annotated) -> dict[str, Any]:
    """A labelled text, as JSON has it."""
    return {
        "id": text.id,
        "words": text.words,
        "sentences": text.sentences,
        "tags": {layer: text.tags[layer] for layer in TAGS},
        "extents": {layer: text.extents[layer] for layer in EXTENTS},
        "heads": text.heads,
    }


def load(path: Path) -> list[Annotated]:
    """What `training.reader.teach` wrote."""
    return [
        Annotated(
            id=record["id"],
            words=tuple(record["words"]),
            sentences=tuple(record["sentences"]),
            tags={layer: tuple(labels) for layer, labels in record["tags"].items()},
            extents={
                layer: tuple(Extent(start, end, label) for start, end, label in found)
                for layer, found in record["extents"].items()
            },
            heads=tuple(record["heads"]),
        )
        for record in records(path)
    ]
