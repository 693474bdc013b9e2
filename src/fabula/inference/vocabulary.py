"""What the model is told of a word before it reads it."""

from dataclasses import dataclass

from fabula.inference.pieces import Pieces
from fabula.inference.senses import Senses


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces of words, and the classes of meaning that they can have."""

    pieces: Pieces
    senses: Senses
