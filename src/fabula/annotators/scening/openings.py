"""What tells the first paragraph of a scene from any other: its first words, the words before, and what they share.

Surface evidence only, so that a reading by rules finds the same scenes. How much the words before and behind share is
after TextTiling (Hearst 1997).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from fabula.annotators.lexicon import function_words
from fabula.annotators.quoting.marks import MARK_CHARACTERS

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE = re.compile(r"(?<=[.!?…”])\s")
TIMES = frozenset(
    "morning evening night noon afternoon dawn day days week weeks month months year years hour hours minute minutes "
    "midnight later next after before when until since during meanwhile tomorrow yesterday tonight sunset sunrise dark "
    "darkness time moon sun monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december spring summer autumn winter breakfast lunch dinner supper".split()
)
PRONOUNS = {"he": ("he", "him", "his"), "she": ("she", "her"), "i": ("i", "me", "my"), "they": ("they", "them")}
PRESENT = frozenset(("is", "are", "am", "has"))
OPENING, CLOSING = 12, 6
"""Words at the beginning of a paragraph, and at the end of the one before, that are looked at."""
AROUND = 4
"""Paragraphs on either side whose pronouns and turns of speech are compared."""
WIDE = 12
"""Paragraphs before whose words and names are compared with those at and behind an opening."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the story with what is looked at in it; `start` is its place in the text."""

    start: int
    text: str

    @cached_property
    def cased(self) -> list[str]:
        """Its words."""
        return WORD.findall(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return [word.lower() for word in self.cased]

    @cached_property
    def topics(self) -> frozenset[str]:
        """The words that say what it is about."""
        return frozenset(word for word in self.words if len(word) > 2) - function_words()

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital, the first left out, that are not little words."""
        return frozenset(word for word in self.cased[1:] if word[0].isupper() and word.lower() not in function_words())

    @property
    def opens(self) -> bool:
        """Whether it begins with a quotation mark."""
        return self.text[:1] in MARK_CHARACTERS

    @property
    def closes(self) -> bool:
        """Whether it ends with a quotation mark."""
        return self.text[-1:] in MARK_CHARACTERS

    @cached_property
    def says(self) -> frozenset[str]:
        """The pronouns in it."""
        words = frozenset(self.words)
        return frozenset(name for name, forms in PRONOUNS.items() if not words.isdisjoint(forms))


def features(before: Sequence[Paragraph], here: Paragraph, after: Sequence[Paragraph]) -> Iterator[str]:
    """The evidence for and against a scene that begins with `here`.

    `before` holds the paragraphs since the last mark, one at least, `after` those that follow in the same passage.
    """
    last, following = before[-1], after[:AROUND]
    upcoming = after[0].opens if after else None
    yield f"speech={here.opens},{last.closes},{upcoming}"
    if not here.opens:
        yield from _first_words(here, before)
    yield from _last_words(last)
    yield f"long={_size(len(here.text))}"
    yield f"behind={min(len(after), 8)}"
    yield f"since={_size(len(before))}"
    near = before[-AROUND:]
    for name in PRONOUNS:
        now = any(name in one.says for one in (here, *following))
        yield f"{name}={any(name in one.says for one in near)},{now}"
    yield f"turns={sum(one.opens for one in near)},{sum(one.opens for one in following)}"
    yield from _shared(before[-WIDE:], [here, *following])


def _first_words(here: Paragraph, before: Sequence[Paragraph]) -> Iterator[str]:
    words = here.words[:OPENING]
    for length in (1, 2, 3):
        yield f"first{length}={' '.join(words[:length])}"
    for word in sorted(set(words)):
        yield f"early={word}"
    sentence = SENTENCE.split(here.text, maxsplit=1)[0]
    times = sorted(TIMES.intersection(word.lower() for word in WORD.findall(sentence[:150])))
    yield f"times={min(len(times), 3)}"
    for word in times:
        yield f"time={word}"
    yield f"sentence={_size(len(sentence))}"
    yield f"had={min(here.words.count('had'), 3)}"
    yield f"present={not PRESENT.isdisjoint(here.words[:50])}"
    if here.cased and here.cased[0].lower() not in function_words():
        yield f"new first={not any(here.cased[0] in one.cased for one in before[-WIDE:])}"
    named = [word for word in here.cased[1:OPENING] if word in here.names]
    if named:
        known = frozenset[str]().union(*(one.names for one in before[-WIDE:]))
        yield f"named={named[0] in known},{not known.isdisjoint(named)}"


def _last_words(last: Paragraph) -> Iterator[str]:
    sentence = SENTENCE.split(last.text)[-1]
    yield f"end={last.text[-2:]}"
    yield f"last sentence={_size(len(sentence))}"
    yield f"before={_size(len(last.text))}"
    for word in sorted({word.lower() for word in WORD.findall(sentence)[-CLOSING:]}):
        yield f"late={word}"


def _shared(before: Sequence[Paragraph], following: Sequence[Paragraph]) -> Iterator[str]:
    """Shares of the topics and names from here on that were there before."""
    for name in ("topics", "names"):
        old = frozenset[str]().union(*(getattr(one, name) for one in before))
        new = frozenset[str]().union(*(getattr(one, name) for one in following))
        yield f"{name}={round(8 * len(new & old) / len(new)) if new else None}"


def _size(number: int) -> int:
    """The number of binary digits: how large, roughly."""
    return number.bit_length()
