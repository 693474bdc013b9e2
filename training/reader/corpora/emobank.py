"""EmoBank: valence, arousal and dominance of sentences, from several kinds of writing."""

from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from fabula.inference.reading import MIDDLE, SPREAD
from training.reader.annotated import Annotated
from training.reader.corpora.lines import records
from training.reader.words import split


def load(folder: Path, part: str) -> list[Annotated]:
    """The ratings `affect`: valence, arousal, dominance. Sentences of one text are read together, in its order."""
    found = sorted(records(folder / "emobank" / f"{part}.jsonl.gz"), key=lambda record: place(record["id"]))
    return [_text(name, list(group)) for name, group in groupby(found, key=lambda record: place(record["id"])[0])]


def place(name: str) -> tuple[str, int]:
    """The text that a sentence is from and where it begins there; an id ends with the offsets of start and end."""
    text, start, _ = [*name.rsplit("_", 2), "", ""][:3] if name.count("_") >= 2 else (name, "0", "")
    return (text, int(start)) if start.isdigit() else (name, 0)


def _text(name: str, sentences: list[dict[str, Any]]) -> Annotated:
    words = [split(sentence["text"]) or ["."] for sentence in sentences]
    return Annotated(
        id=name,
        words=tuple(word for sentence in words for word in sentence),
        sentences=tuple(accumulate(map(len, words))),
        ratings={
            "affect": tuple(
                tuple((sentence[part] - MIDDLE) / SPREAD for part in ("valence", "arousal", "dominance"))
                for sentence in sentences
            )
        },
    )
