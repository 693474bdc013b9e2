"""Scores a reader on the development parts of all corpora.

python -m training.reader.scores FOLDER        the folder of a run, or of an exported model
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from onnxruntime import InferenceSession

from benchmarks.corpora import folder as corpora_folder
from training.reader.annotated import Annotated, joined
from training.reader.answer import GIVEN, Answers, answers
from training.reader.batches import Inputs
from training.reader.corpora import CORPORA
from training.reader.files import CONFIG, METADATA, MODEL, TOKENIZER
from training.reader.inventory import Inventory
from training.reader.measures import TARGETS, measures
from training.reader.pieces import Pieces
from training.reader.raw import raw_scores
from training.reader.reading import read
from training.reader.saved import load
from training.reader.starting import starting_weights
from training.reader.windows import windows


def scores(
    said: Answers,
    pieces: Pieces,
    labels: Inventory,
    *,
    corpora: Iterable[str],
    window: int,
    texts: int | None = None,
    raw: bool = False,
) -> dict[str, float]:
    """Every measure, over all texts or so many of each corpus.

    Words and sentences are the corpora's, but for the grammar of `raw` text, whose words and sentences fabula finds.
    """
    out: dict[str, float] = {}
    for name in corpora:
        found = CORPORA[name](corpora_folder(), "dev")[:texts]
        known = [part for text in found for part in windows(text, pieces.count, limit=window)]
        out |= measures(list(zip(known, read(said, known, pieces, labels), strict=True)))

    def whole(text: Annotated) -> Annotated:
        return joined(list(read(said, list(windows(text, pieces.count, limit=window)), pieces, labels)))

    if raw:
        out |= raw_scores(corpora_folder() / "ewt" / "en_ewt-ud-dev.conllu.gz", whole)
    return out


def exported(model: Path) -> Answers:
    """The answers of a file."""
    session = InferenceSession(model, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(given: Inputs) -> Mapping[str, NDArray[Any]]:
        said = session.run(names, {name: getattr(given, name).numpy() for name in GIVEN})
        return dict(zip(names, said, strict=True))

    return run


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.scores", description="Scores a reader.")
    parser.add_argument("folder", type=Path)
    where = parser.parse_args().folder
    if (where / METADATA).exists():
        metadata = json.loads((where / METADATA).read_text("utf-8"))
        found = scores(
            exported(where / MODEL),
            Pieces(where / TOKENIZER),
            metadata["labels"],
            corpora=CORPORA,
            window=metadata["window"],
            raw=True,
        )
    else:
        reader, names = load(where)
        limit = json.loads((where / CONFIG).read_text("utf-8"))["window"]
        pieces = Pieces(starting_weights() / TOKENIZER)
        found = scores(answers(reader), pieces, names, corpora=CORPORA, window=limit, raw=True)
    for measure, value in found.items():
        print(f"{measure:20} {value:6.2f}", f"{TARGETS[measure]:6.1f}" if measure in TARGETS else "")
