"""How old somebody is, where no unit says so: "a boy of nineteen", "aged nine", "in his thirtieth year"."""

import re

from fabula.annotators.lexicon import person_nouns
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.numbers import amounts, is_number, number, ordinal
from fabula.annotators.words import Words

YEAR_OLD = re.compile(r"(.+)-(year|month|week|day)s?-old")
BE = frozenset("was is am are were 'm ’m 's ’s be being".split())
WHO = frozenset("he she i you who".split())


def age(words: Words, head: int) -> Found | None:
    """The age that a number names, if it stands where one would."""
    lower = words.lower
    last = head
    while last + 2 < len(words) and lower[last + 1] in ("and", "or") and is_number(lower[last + 2]):
        last += 2
    first = head
    after = lower[last + 1] if last + 1 < len(words) else "."
    years = amounts(lower[head : last + 1])
    if not years or max(years) > 120 or not head or after == "-" or is_number(after):
        return None
    behind = lower[head - 1]
    while behind in ("about", "nearly", "almost", "over", "under", "past") and first:
        first -= 1
        behind = lower[first - 1] if first else ""
    value = "|".join(f"P{year}Y" for year in years)
    closes = not after[0].isalpha() or after in (
        "and",
        "or",
        "with",
        "who",
        "when",
        "in",
        "at",
        "to",
        "but",
        "he",
        "she",
    )
    two = lower[first - 2] if first > 1 else ""
    if behind == "aged" or (behind == "of" and two == "age" and closes):
        return Found(first, last, "age", value)
    if behind == "of" and closes and _person(two) and max(years) > 1:
        return Found(first, last, "age", value)
    if (
        behind in BE
        and closes
        and max(years) > 3
        and two in WHO
        and after in (".", ",", ";", "!", "?", "and", "when", "in", "but", "”", "’")
    ):
        return Found(first, last, "age", value)
    if behind == "turned" and closes:
        return Found(first, last, "age", value)
    return None


def year_old(words: Words, head: int) -> Found | None:
    """ "Three-year-old", one word."""
    hit = YEAR_OLD.fullmatch(words.lower[head])
    years = number(hit[1]) if hit else None
    if hit is None or years is None:
        return None
    return Found(head, head, "age", f"P{years}{hit[2][0].upper()}")


def nth_year(words: Words, head: int) -> Found | None:
    """ "His thirtieth year", seen from "year"."""
    if head < 2 or words.lower[head - 2] not in ("his", "her", "my", "your"):
        return None
    years = ordinal(words.lower[head - 1])
    return Found(head - 2, head, "age", f"P{years}Y") if years and years > 5 else None


def _person(word: str) -> bool:
    return word in person_nouns() or word in ("child", "creature")
