"""Which one: a single day, week, month or year that is pointed at."""

from fabula.annotators.timing.found import Found
from fabula.annotators.timing.lengths import length
from fabula.annotators.timing.numbers import is_number, number, ordinal
from fabula.annotators.timing.phrases import Phrase
from fabula.annotators.words import Words

NAMED = frozenset("of when i you he she it we they that which after before".split())


def dated(words: Words, said: Phrase, unit: str, after: list[str]) -> Found | None:
    """A single day, week ... that is pointed at, if it is."""
    lower, head = words.lower, said.head
    behind = lower[said.first - 1] if said.first else ""
    before = said.before
    if any(is_number(word) and word != "one" for word in before) or said.has("half", "few", "many", "quarter"):
        return None
    long_enough = unit in ("D", "W", "M", "Y", "2W", "10Y", "100Y")
    if not long_enough:
        return None
    cycle = unit if unit[0].isalpha() else "Y"
    one = length([1], unit)
    blank = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(unit)
    if said.has("the") and said.has("other") and unit == "D":
        return Found(said.first, head, "date", "-PXD")
    if said.has("next", "following", "ensuing", "succeeding"):
        kind = "offset" if unit == "D" or said.has("the", "following", "ensuing") else "date"
        return Found(said.first, head, "offset" if kind == "offset" else "date", one)
    if said.has("preceding", "previous") or (after[0] == "before" and before == ("the",)):
        return Found(said.first, head + (after[0] == "before"), "offset", f"-{one}")
    if before == ("the",) and after[0] == "after":
        return Found(said.first, head + 1, "offset", one)
    if said.has("last", "past"):
        if not said.has("the", "this", "his", "her", "my", "a"):
            return Found(said.first, head, "date", f"-{one}")
        return Found(said.first, head, "duration", one) if unit != "D" else Found(said.first, head, "date", blank or "")
    if said.has("this", "that") or (said.has("same", "very") and said.has("the")):
        if said.has("first", "one"):
            return Found(
                said.first, head, "duration" if said.has("this") else "date", one if said.has("this") else blank or one
            )
        return Found(said.first, head, "date", f"P0{cycle}")
    if said.has("one", "some") and unit == "D" and behind != "for" and not said.has("the"):
        return Found(said.first, head, "date", "XXXX-XX-XX")
    if said.has("any") and blank:
        return Found(said.first, head, "date", blank)
    if said.has("the", "a", "an", "his", "her", "my", "our", "their", "your") and blank:
        return _named_or_told(words, said, unit, after, behind, blank)
    return None


def _named_or_told(words: Words, said: Phrase, unit: str, after: list[str], behind: str, blank: str) -> Found | None:
    head = said.head
    if said.before == ("the",) and unit == "Y" and number(after[0]) is not None:
        year = number(after[0]) or 0
        return Found(said.first, head + 1, "date", f"{year}" if year > 99 else f"XX{year:02}")
    if said.has("a", "an"):
        plain = all(word in ("a", "an", "very", "whole", "full", "long", "good", "bad") for word in said.before)
        return None if plain or unit != "D" else Found(said.first, head, "date", blank)
    if any(ordinal(word) for word in said.before):
        return Found(said.first, head, "date", blank)
    if not said.has("the"):
        return None
    if said.before != ("the",):
        return Found(said.first, head, "date", blank)
    if unit == "D":
        return Found(said.first, head, "date", blank if after[0] in NAMED else "P0D")
    return Found(said.first, head, "date", blank if after[0] in NAMED else f"P0{unit}")
