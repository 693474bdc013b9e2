"""SemCor: supersenses of content words, in the Brown Corpus."""

from itertools import accumulate
from pathlib import Path

from training.reader.annotated import Annotated
from training.reader.corpora.lines import records


def load(folder: Path, part: str) -> list[Annotated]:
    """The tags `supersense`, such as `B-noun.person`, `I-noun.person` and `O`."""
    return [
        Annotated(
            id=record["id"],
            words=tuple(word for sentence in record["sentences"] for word in sentence["tokens"]),
            sentences=tuple(accumulate(len(sentence["tokens"]) for sentence in record["sentences"])),
            tags={"supersense": tuple(tag for sentence in record["sentences"] for tag in sentence["supersense"])},
        )
        for record in records(folder / "semcor" / f"{part}.jsonl.gz")
    ]
