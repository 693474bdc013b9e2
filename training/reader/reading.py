"""Reads windows, a few at a time."""

from collections.abc import Iterator, Sequence

from fabula.inference.package import Inventory
from fabula.inference.vocabulary import Vocabulary
from training.reader.annotated import Annotated
from training.reader.answer import Answers
from training.reader.batches import inputs
from training.reader.decoding import decode


def read(
    answers: Answers, texts: Sequence[Annotated], vocabulary: Vocabulary, labels: Inventory, *, batch: int = 8
) -> Iterator[Annotated]:
    """Each window with every layer as the model reads it."""
    for begin in range(0, len(texts), batch):
        some = texts[begin : begin + batch]
        said = answers(inputs(some, vocabulary))
        for row, text in enumerate(some):
            yield decode(text, row, said, labels)
