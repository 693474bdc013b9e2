"""LitBank: mentions with type and kind, the nested entity layer, and realis events, in excerpts of novels."""

from bisect import bisect_left
from pathlib import Path
from typing import Any

from training.reader.annotated import Annotated, Extent
from training.reader.corpora.lines import records
from training.reader.layers import CHAIN


def load(folder: Path, part: str) -> list[Annotated]:
    """The extents `mention` (as `PER.PROP`), `chain` (its entity) and `entity` (as `PER`), and the tags `event`."""
    return [_text(record) for record in records(folder / f"litbank.{part}.jsonl.gz")]


def _text(record: dict[str, Any]) -> Annotated:
    tokens: list[tuple[int, int]] = record["tokens"]
    starts = {start: number for number, (start, _) in enumerate(tokens)}
    ends = {end: number + 1 for number, (_, end) in enumerate(tokens)}
    events = {starts[event["start"]] for event in record["events"]}
    stops = [end for _, end in tokens]
    return Annotated(
        id=record["id"],
        words=tuple(record["text"][start:end] for start, end in tokens),
        sentences=tuple(bisect_left(stops, end) + 1 for _, end in record["sentences"]),
        tags={"event": tuple("B" if number in events else "O" for number in range(len(tokens)))},
        extents={
            "mention": tuple(
                Extent(starts[one["start"]], ends[one["end"]], f"{one['type']}.{one['kind']}")
                for one in record["mentions"]
            ),
            CHAIN: tuple(Extent(starts[one["start"]], ends[one["end"]], one["entity"]) for one in record["mentions"]),
            "entity": tuple(Extent(starts[one["start"]], ends[one["end"]], one["type"]) for one in record["entities"]),
        },
    )
