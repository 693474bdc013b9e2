"""The words that go with the name of a time: determiner, number, adjectives, and what makes it rough."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from fabula.annotators import lexicon
from fabula.annotators.timing.numbers import is_number, ordinal
from fabula.annotators.words import Words

POINTING = frozenset("a an the this that these those my his her our your their its".split())
AMOUNTS = frozenset("few several many some couple another half each every any all whole one other no more most".split())
ORDER = frozenset("last next following preceding previous ensuing succeeding same past coming".split())
EMPTY = frozenset(
    "very only particular good bad long mere own early late certain next quite rather so too such".split()
)
CLOSED = POINTING | AMOUNTS | ORDER | EMPTY | {"or", "to", "of", "and", ","}
ROUGH = tuple(
    tuple(way.split())
    for way in (
        "a quarter of|three quarters of|at least|at most|more than|less than|not less than|no less than|the rest of|"
        "the remainder of|the whole of|the middle of|the dead of|the end of|the beginning of|the greater part of|"
        "the best part of|the better part of|the small hours of|the early hours of|the close of|part of|most of|"
        "upwards of|much above|half|about|nearly|almost|over|under|above|not|barely|scarcely|hardly|some|quite|fully|"
        "around|near|all"
    ).split("|")
)
"""What makes a time rough or takes a part of it, the longer before the shorter where one holds the other."""
FURTHEST = 4
"""Adjectives that may stand between a determiner and the name of the time."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `head`; `before` are those between what opens it, `rough`, and the head."""

    first: int
    head: int
    before: tuple[str, ...]
    rough: tuple[str, ...] = ()

    def has(self, *any_of: str) -> bool:
        """Does one of the words stand in it?"""
        return any(word in self.before for word in any_of)

    @property
    def whole(self) -> bool:
        """Is it said of the stretch from end to end?"""
        return self.has("whole", "all") or self.rough[-1:] == ("all",) or self.rough in WHOLE


WHOLE = frozenset(
    way for way in ROUGH if way[-1] == "of" and ("part" in way or way[1] in ("rest", "remainder", "whole", "of"))
)


def phrase(words: Words, head: int) -> Phrase:
    """The longest phrase that ends with the word `head`."""
    lower = words.lower
    opens = head
    i = head - 1
    loose = 0
    while i >= 0 and words.paragraph[i] == words.paragraph[head]:
        word = lower[i]
        if opens < head and _opens(lower[opens]) and word not in ("all", "half", "such", "many"):
            break
        if word == "a" and lower[i + 1] == "half" and lower[i - 1] == "and" and is_number(lower[i - 2]):
            opens = i - 2
            i -= 3
            continue
        if opens < head and lower[opens] in ("last", "next") and not _quantifies(word):
            break
        if (
            _quantifies(word)
            or (word in ("or", "to") and i and is_number(lower[i - 1]) and (opens == i + 1 and is_number(lower[i + 1])))
            or (word == "of" and lower[i - 1] == "couple")
            or (word == "and" and is_number(lower[i - 1]) and opens == i + 1)
            or (word == "," and opens == i + 1 == head - 1 and lower[i - 1] in ("many", "long"))
        ):
            opens = i
        elif word == "," and i + 1 < head and not _quantifies(lower[i + 1]):
            pass
        elif (
            (opens == i + 1 < head + 1 and opens < head and not _after_adjective(words, i))
            or (not word[0].isalpha() and word not in ('"', "“", "”"))
            or loose >= FURTHEST
            or not _adjective(words, i)
        ):
            break
        else:
            loose += 1
        i -= 1
    while (opens < head and lower[opens] in LEFT_OUT and lower[opens + 1] not in ("many", "few")) or (
        opens == head - 1 and lower[opens] == "that" and lower[head][-1] == "s"
    ):
        opens += 1
    first = opens
    rough: tuple[str, ...] = ()
    if opens < head and lower[opens] in ("every", "each") and lower[opens - 1] not in ("almost", "nearly"):
        return Phrase(opens, head, tuple(lower[opens:head]))
    for way in ROUGH:
        start = opens - len(way)
        if start >= 0 and tuple(lower[start:opens]) == way and words.paragraph[start] == words.paragraph[head]:
            first, rough = start, way
            break
    else:
        return Phrase(opens, head, tuple(lower[opens:head]))
    if rough in (
        ("at", "least"),
        ("more", "than"),
        ("some",),
        ("about",),
        ("over",),
        ("under",),
        ("above",),
        ("near",),
    ) and (opens == head or not any(is_number(word) or word in AMOUNTS | {"a", "an"} for word in lower[opens:head])):
        first, rough = opens, ()
    if rough == ("not",) and lower[first + 1] not in ("a",) and not is_number(lower[first + 1]):
        first, rough = opens, ()
    return Phrase(first, head, tuple(lower[opens:head]), rough)


LEFT_OUT = frozenset("only too so such own rather quite no".split())


def _opens(word: str) -> bool:
    """Is it a word before which no other of the phrase can stand?"""
    return word in POINTING or word in ("every", "each", "another", "some", "any", "all", "no")


def _after_adjective(words: Words, i: int) -> bool:
    """Can what follows word `i` stand behind an adjective? A number can, in "a bad ten minutes"."""
    after = words.lower[i + 1]
    if after in EMPTY or after == "little" or after == "past":
        return True
    return (
        (is_number(after) or after == "half")
        and i > 0
        and words.lower[i - 1] in ("a", "the", "that", "this")
        and _adjective(words, i)
    )


def _quantifies(word: str) -> bool:
    return (
        word in POINTING
        or word in AMOUNTS
        or word in ORDER
        or word in EMPTY
        or is_number(word)
        or ordinal(word) is not None
    )


def _adjective(words: Words, i: int) -> bool:
    """Could the word be an adjective? No verb says so in English, so what is no word of grammar passes."""
    word = words.lower[i]
    if word in ('"', "“", "”"):
        return True
    what = lexicon.time_words().get(word, ("adjective", ""))[0]
    if what in ("month", "season", "weekday"):
        return True
    if what != "adjective" or not word[0].isalpha():
        return False
    return (word not in _GRAMMAR or word.endswith("ly")) and (words.text[i].islower() or words.initial[i])


_GRAMMAR: AbstractSet[str] = lexicon.function_words() - {"little", "dozen"}
