"""Words as the encoder takes them: word pieces, in lower case."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})
ALIKE = {"``": '"', "''": '"', "--": "-", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
"""Spellings of corpora and editions that the encoder need not tell apart."""

KEPT = 50_000
"""Words whose pieces are remembered."""


class Pieces:
    """Cuts words into word pieces; each word on its own, so that pieces never join words."""

    PAD, BEGIN, END = 0, 101, 102
    LONGEST = 12
    """Pieces of a word after this many are not read."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._unknown = int(self._tokenizer.token_to_id("[UNK]") or 0)
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        plain = ALIKE.get(word) or word.translate(PLAIN).encode("utf-8", "replace").decode("utf-8")
        ids = self._tokenizer.encode(plain, add_special_tokens=False).ids[: self.LONGEST]
        return tuple(ids) or (self._unknown,)

    def count(self, word: str) -> int:
        """How many pieces a word has."""
        return len(self.of(word))
