"""Capitalised words that look like names and are none: dates, inns and ships, stammers."""

import re

from fabula.annotators import lexicon
from fabula.annotators.words import GENITIVE, Words

HOUSES = frozenset("inn tavern hotel pub alehouse bar arms ship schooner brig frigate steamer yacht boat".split())
DATE_BEFORE = frozenset("in since until till last next this early late mid by during".split())
DATE_AFTER = frozenset("night nights day days morning mornings evening evenings afternoon afternoons".split())
PARTS = frozenset("beginning middle end first last month day days morning evening night".split())
PATRONS = frozenset("valentine patrick michael martin swithin swithun stephen john".split())
"""Saints whose day goes by their name alone: "on Valentine's"."""
STAMMER = re.compile(r"(?P<letter>[a-z])-(?:(?P=letter)-)*(?P<word>(?P=letter)[a-z'’]+)")


def stammered(lower: str) -> str | None:
    """The word that is meant where its first letter is said twice: "yes" of "y-yes"; `None` where none is."""
    found = STAMMER.fullmatch(lower)
    return found["word"] if found else None


def is_date(words: Words, j: int) -> bool:
    """Whether a month or a day stands beside a number, or behind a word before dates; or it is a saint's day."""
    if words.lower[j] in PATRONS and words.lower[j + 1 : j + 2] and words.lower[j + 1] in GENITIVE:
        whose = words.lower[j + 2] if j + 2 < len(words) else ""
        return whose in ("day", "eve") or (words.lower[j] == "valentine" and not whose[:1].isalnum())
    if words.lower[j] not in lexicon.calendar_words():
        return False
    beside = (words.lower[k] for k in (j - 1, j + 1) if 0 <= k < len(words))
    if any(word[0].isdigit() for word in beside) or (j > 0 and words.lower[j - 1] in DATE_BEFORE):
        return True
    of = words.lower[max(0, j - 2) : j]
    return words.lower[min(j + 1, len(words) - 1)] in DATE_AFTER or (
        len(of) == 2 and of[1] == "of" and (of[0] in PARTS or of[0][0].isdigit())
    )


def is_house(words: Words, i: int, after: str) -> bool:
    """Whether "the" and a name at word `i` stand for an inn or a ship."""
    place = words.lower[i - 2] if i > 1 else ""
    return after in HOUSES or place in ("at", "aboard", "board")
