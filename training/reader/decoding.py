"""From the model's answers about a window to its layers, in the form of the corpora; no torch."""

from fabula.inference import decoding
from fabula.inference.decoding import Answers
from fabula.inference.package import Inventory
from training.reader.annotated import Annotated, Extent


def decode(text: Annotated, row: int, said: Answers, labels: Inventory) -> Annotated:
    """The window with every layer; `row` is its place in the batch."""
    read = decoding.decode(said, labels, text.sentences, row=row)
    return Annotated(
        id=text.id,
        words=text.words,
        sentences=text.sentences,
        tags={layer: tuple(tags) for layer, tags in read.tags.items()},
        extents={layer: tuple(Extent(*one[:3]) for one in found) for layer, found in read.extents.items()},
        heads=tuple(read.heads),
        ratings={layer: tuple(map(tuple, numbers.tolist())) for layer, numbers in read.ratings.items()},
    )
