"""Stretches of time by their unit: how long, how far off, how often, which of them."""

from fabula.annotators.timing.dated import dated
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.idle import idle
from fabula.annotators.timing.lengths import HALVES, length, lengths
from fabula.annotators.timing.numbers import amounts, is_number
from fabula.annotators.timing.phrases import Phrase, phrase
from fabula.annotators.words import Words

BEHIND = {
    **dict.fromkeys(("later", "after", "afterwards", "hence", "off", "away"), ""),
    **dict.fromkeys(("ago", "since", "before", "earlier", "previously", "back", "previous"), "-"),
}
"""What stands behind an offset, with its sign."""
AGES = {"old": "", "older": "+", "younger": "-"}
OF_DAYS = frozenset(
    "those these early old school olden former younger latter other happy his her my our their your".split()
)


BARE = frozenset(
    'for of in after and or but , . : ; — -- ( since took takes lasted spent waited as than had were are if with “ " ‘ '
    "through by".split()
) | {""}
"""What stands before "hours", "years" without a number where they measure."""


def measure(words: Words, head: int, unit: str, *, plural: bool) -> Found | None:
    """What a unit of time and the words around it say; None if they measure nothing."""
    lower = words.lower
    said = phrase(words, head)
    ahead = [*lower[head + 1 : head + 4], "", "", ""]
    behind = lower[said.first - 1] if said.first else ""
    if head > 1 and lower[head - 1] in ("after", "by", "to") and lower[head - 2] == lower[head]:
        return Found(head - 2, head, "frequency", f"every {length([1], unit)}")
    if said.has("a", "an", "per", "each", "every", "the") and behind in ("once", "twice", "thrice", "times"):
        return _so_often(words, said, unit)
    if idle(words, said, unit, plural=plural):
        return None
    if unit == "D" and not said.before and behind == "by":
        return Found(head, head, "time", "TDT")
    if ahead[0] in ("before", "afore", "after") and ahead[1] in ("yesterday", "to-morrow", "tomorrow") and unit == "D":
        return Found(said.first, head + 2, "date", "-P2D" if ahead[1] == "yesterday" else "P2D")
    if unit == "TH" and plural and said.before in (("the", "small"), ("small",)):
        return Found(said.first, head, "time", "TNI")
    values = lengths(words, said, unit, plural=plural)
    last = head
    if ahead[0] == "and" and ahead[1] == "a" and ahead[2] in ("half", "quarter") and values:
        values, last = [value + HALVES.get(unit, "") for value in values], head + 3
    elif ahead[0] == "or" and ahead[1] == "two" and said.has("a", "an"):
        values, last = [length([1], unit), length([2], unit)], head + 2
    elif ahead[:2] in (["or", "so"], ["or", "more"]):
        last = head + 2
    elif ahead[0] == "long" and said.whole:
        last = head + 1
    return _said(words, said, unit, values, last, plural=plural)


def _said(words: Words, said: Phrase, unit: str, values: list[str], last: int, *, plural: bool) -> Found | None:
    lower = words.lower
    after = ([*lower[last + 1 : last + 3], "", ""])[:2]
    behind = lower[said.first - 1] if said.first else ""
    value = "|".join(values)
    if said.has("every", "each") or (said.rough == () and behind == "every"):
        other = said.has("other") and not plural
        each = length([2], unit) if other else values[0] if values else None
        return Found(said.first, last, "frequency", f"every {each}") if each else None
    if after[0] in AGES and values:
        return Found(said.first, last + 1, "age", "|".join(f"{AGES[after[0]]}{value}" for value in values))
    if after == ["of", "age"] and values:
        return Found(said.first, last + 2, "age", value)
    if not plural and said.before and not said.whole and not said.has("another", "half"):
        said_day = dated(words, said, unit, after)
        if said_day is not None:
            return said_day
    if plural and said.has("preceding", "previous", "following", "ensuing", "succeeding"):
        sign = "-" if said.has("preceding", "previous") else ""
        return Found(said.first, last, "offset", sign + value)
    if plural and unit in ("D", "TH") and said.has("these", "those", *OF_DAYS) and not any(map(is_number, said.before)):
        return None
    if not plural and not said.before and not (after[0] in BEHIND and behind not in ("to",)):
        return None
    if not values:
        return None
    if after[0] in BEHIND and not said.has("all", "whole"):
        sign = BEHIND[after[0]]
        if not (after[0] in ("back", "off", "away") and after[1] in ("to", "from", "the", "in", "into")):
            return Found(said.first, last + 1, "offset", "|".join(sign + value for value in values))
    if after[0] == "more" and after[1] != "than" and behind in ("in", "within", "after"):
        return Found(said.first, last + 1, "offset", value)
    gone = after[0] in ("had", "has", "have", "having", "were", "are") and after[1] in ("gone", "passed", "elapsed")
    if gone and "since" in lower[last + 3 : last + 8]:
        return Found(said.first, last, "offset", value)
    if behind == "after" and after[0] == "of":
        return Found(said.first, last, "duration", value)
    if plural and not said.before and not said.rough and behind not in BARE:
        return None
    if after == ["from", "now"]:
        return Found(said.first, last + 2, "offset", value)
    if behind in ("in", "within", "after") and not said.has("last", "past", "these", "those", "the") and not said.whole:
        return Found(said.first, last, "offset", value)
    return Found(said.first, last, "duration", value)


def _so_often(words: Words, said: Phrase, unit: str) -> Found | None:
    how_often = {"once": 1, "twice": 2, "thrice": 3}.get(words.lower[said.first - 1])
    first = said.first - 1
    if how_often is None:
        first -= 1
        found = amounts(words.lower[max(first, 0) : said.first - 1])
        if first < 0 or not found:
            return None
        how_often = found[0]
    return Found(first, said.head, "frequency", f"{how_often} per {length([1], unit)}")
