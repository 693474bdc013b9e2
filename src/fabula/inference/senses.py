"""The classes of meaning that a word can have: a person, a place, motion (WordNet's files; Miller 1995)."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

CLASSES = 41
"""26 of nouns, then 15 of verbs; a set of them is a whole number, one bit each."""
NOUNS = (1 << 26) - 1
VERBS = ((1 << CLASSES) - 1) ^ NOUNS

KEPT = 50_000
"""Words whose classes are remembered."""

NOUN_ENDINGS = (
    ("men", "man"),
    ("ies", "y"),
    ("s", ""),
    ("ses", "s"),
    ("xes", "x"),
    ("zes", "z"),
    ("ches", "ch"),
    ("shes", "sh"),
)
VERB_ENDINGS = (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))
"""What a form ends with, and what its base does (WordNet's own rules of detachment)."""


class Senses:
    """Looks up words; `table` has the classes of base forms and of irregular ones."""

    def __init__(self, table: Mapping[str, int]) -> None:
        self._table = table
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, word: str) -> int:
        """The classes as written, in lower case, and of every base that it may be a form of; 0 for a word unknown."""
        lower = word.replace("’", "'").lower()
        found = self._table.get(word, 0) | self._table.get(lower, 0)
        for endings, part in ((NOUN_ENDINGS, NOUNS), (VERB_ENDINGS, VERBS)):
            for base in _bases(lower, endings):
                found |= self._table.get(base, 0) & part
        return found


def _bases(word: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word.removesuffix(ending) + instead
            yield base
            if ending in ("ed", "ing") and not instead and base[-1:] == base[-2:-1]:
                yield base[:-1]


def read_senses(text: str) -> Senses:
    """From a file's lines: a word and its classes, in base sixteen."""
    return Senses({word: int(bits, 16) for word, bits in map(str.split, text.splitlines())})
