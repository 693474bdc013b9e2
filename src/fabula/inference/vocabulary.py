"""What the model is told of a word before it reads it."""

from functools import lru_cache

from fabula.inference.pieces import KEPT, Pieces
from fabula.inference.senses import Senses
from fabula.inference.shapes import shape


class Vocabulary:
    """The pieces of words, their shapes, and the classes of meaning that they can have."""

    def __init__(self, pieces: Pieces, senses: Senses) -> None:
        self.pieces, self.senses = pieces, senses
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """The word's pieces, and for each of them the shape of the word and its classes."""
        ids = self.pieces.of(word)
        return ids, (shape(word),) * len(ids), (self.senses.of(word),) * len(ids)
