"""Words as the encoder takes them: word pieces, and the shape that lower case hides."""

from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

SHAPES = ("lower", "title", "upper", "mixed", "other")
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})
ALIKE = {"``": '"', "''": '"', "--": "-", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
"""Spellings of corpora and editions that the encoder need not tell apart."""


def shape(word: str) -> int:
    """Index into `SHAPES`."""
    if not any(map(str.isalpha, word)):
        return 4
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3


class Pieces:
    """Cuts words into word pieces; each word on its own, so that pieces never join words."""

    PAD, BEGIN, END = 0, 101, 102
    LONGEST = 12
    """Pieces of a word after this many are not read."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.of = cache(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        plain = ALIKE.get(word) or word.translate(PLAIN)
        ids = self._tokenizer.encode(plain, add_special_tokens=False).ids[: self.LONGEST]
        return tuple(ids) or (self._tokenizer.token_to_id("[UNK]"),)

    def count(self, word: str) -> int:
        """How many pieces a word has."""
        return len(self.of(word))
