"""An occurrence of a name."""

from dataclasses import dataclass

from fabula.annotators.words import Words
from fabula.text import Span

PARTICLES = frozenset("de d' du des von van der den ter la le della di da del al el bin ibn ap o'".split())
"""Words with which a surname may begin, or go on."""


@dataclass(frozen=True, slots=True)
class Name:
    """An occurrence of a name.

    `titles` and `words` are lower-cased, without full stops; `words` is empty for a title standing alone ("the
    Captain"). `article` says that "the" came before. `first` and `last` are word indices in the passage where the
    name stands, -1 for an occurrence in an earlier passage.
    """

    span: Span
    form: str
    titles: tuple[str, ...]
    words: tuple[str, ...]
    article: bool
    first: int = -1
    last: int = -1

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one name from another."""
        return (*self.titles, *self.words)


def form_of(words: Words, first: int, last: int) -> str:
    """The name from word `first` to word `last` as an alias shows it, with single blanks."""
    return " ".join("".join(_shown(words.text[k]) + _gap(words, k) for k in range(first, last + 1)).split())


def _shown(word: str) -> str:
    """A word as an alias shows it: names in capitals throughout, as in headings and shouts, are set in lower case."""
    return word.capitalize() if len(word) > 3 and word.isupper() else word


def _gap(words: Words, k: int) -> str:
    return "" if k + 1 < len(words) and words.starts[k + 1] == words.ends[k] else " "
