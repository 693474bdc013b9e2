"""What is scored: the model of a run, or an exported file, with what it takes to ask it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from onnxruntime import InferenceSession

from fabula.inference.package import METADATA, MODEL, SENSES, TOKENIZER, Inventory
from fabula.inference.pieces import Pieces
from fabula.inference.senses import read_senses
from fabula.inference.vocabulary import Vocabulary
from training.reader.annotated import Annotated
from training.reader.answer import GIVEN, Answers, answers
from training.reader.batches import Inputs
from training.reader.files import CONFIG
from training.reader.reading import read
from training.reader.saved import load
from training.reader.starting import starting_vocabulary
from training.reader.windows import windows


@dataclass(frozen=True, slots=True)
class Subject:
    """A reader; `window` is the most word pieces that it reads at once."""

    answers: Answers
    vocabulary: Vocabulary
    labels: Inventory
    window: int

    def pairs(self, texts: list[Annotated]) -> list[tuple[Annotated, Annotated]]:
        """The texts' windows, each with how it was read."""
        known = [part for text in texts for part in windows(text, self.vocabulary.pieces.count, limit=self.window)]
        return list(zip(known, read(self.answers, known, self.vocabulary, self.labels), strict=True))


def subject(folder: Path) -> Subject:
    """From the folder of a run or of an exported model."""
    if (folder / METADATA).exists():
        metadata = json.loads((folder / METADATA).read_text("utf-8"))
        vocabulary = Vocabulary(Pieces(folder / TOKENIZER), read_senses((folder / SENSES).read_text("utf-8")))
        return Subject(exported(folder / MODEL), vocabulary, metadata["labels"], metadata["window"])
    reader, labels = load(folder)
    window = json.loads((folder / CONFIG).read_text("utf-8"))["window"]
    return Subject(answers(reader), starting_vocabulary(), labels, window)


def exported(model: Path) -> Answers:
    """The answers of a file."""
    session = InferenceSession(model, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(given: Inputs) -> Mapping[str, NDArray[Any]]:
        said = session.run(names, {name: getattr(given, name).numpy() for name in GIVEN})
        return dict(zip(names, said, strict=True))

    return run
