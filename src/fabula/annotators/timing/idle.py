"""Units of time that measure none: "a second time", "the hour", "a pound a week"."""

from fabula.annotators.timing.numbers import is_number, ordinal
from fabula.annotators.timing.phrases import WHOLE, Phrase
from fabula.annotators.words import Words

PRICES = frozenset(
    "pound pounds shilling shillings dollar dollars cent cents franc francs guinea guineas penny pence crown crowns "
    "£ $ mile miles sixpence income salary thousand hundred".split()
)
"""What is paid or run in a stretch of time."""
OWN = tuple((word,) for word in ("his", "her", "my", "our", "their", "your"))
WON = frozenset("carried carry won win saved save".split())
SECOND_ENDS = frozenset("or for before later after and he she they i it to the ago".split())


def idle(words: Words, said: Phrase, unit: str, *, plural: bool) -> bool:
    """Does the unit that the phrase ends with measure nothing?"""
    lower, head = words.lower, said.head
    behind = lower[said.first - 1] if said.first else ""
    two_behind = lower[said.first - 2] if said.first > 1 else ""
    ahead = [*lower[head + 1 : head + 3], "", ""][:2]
    return (
        _always(lower, head, behind, ahead)
        or (words.text[head][0].isupper() and not words.initial[head])
        or behind in PRICES
        or behind == "per"
        or (said.before == ("a",) and is_number(two_behind))  # "thirty ducats a month"
        or said.has("no")
        or said.before == ("good",)
        or (said.before in OWN and not plural)  # "my day is over"
        or (said.before == ("the",) and behind in WON)
        or (said.has("every") and ahead[0] == "of")  # the whole of something
        or (behind == "of" and two_behind == "day")  # "the day of the month"
        or (unit == "TS" and not plural and not _is_time(said, ahead[0]))
        or (unit == "100Y" and any(map(ordinal, said.before)))  # an age of history
        or (unit in ("TH", "TM") and not plural and not _counted(said))
        or (unit == "TH" and said.before == ("an",) and _point(behind, two_behind))
    )


def _always(lower: list[str], head: int, behind: str, ahead: list[str]) -> bool:
    """ "Day and night", and "day" of "day by day", which its last word finds."""
    if ahead[0] in ("after", "by", "to") and ahead[1] == lower[head]:
        return True
    if ahead[0] == "and" and ahead[1] in ("night", "nights"):
        return True
    return behind == "and" and head > 1 and lower[head - 2] in ("night", "nights")


def _is_time(said: Phrase, ahead: str) -> bool:
    """Is "second" no ordinal?"""
    if said.before not in (("a",), ("one",), ("half", "a"), ("every",)):
        return False
    return not ahead[:1].isalpha() or ahead in SECOND_ENDS


def _counted(said: Phrase) -> bool:
    """Does the phrase say how many? "The hour" does not."""
    if said.rough in WHOLE or said.rough[1:2] in (("quarter",), ("quarters",)):
        return True
    counts = said.has("a", "an", "one", "half", "quarter", "whole", "another", "full", "every", "each")
    return counts or any(map(is_number, said.before))


def _point(behind: str, two_behind: str) -> bool:
    """ "At so late an hour": a point of time that is not told."""
    return behind in ("at", "such") or two_behind in ("so", "too", "how", "as")
