"""Names of the calendar: weekdays, months with their days and years, feasts, years in figures."""

from fabula.annotators.lexicon import function_words, time_compounds, time_words
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.numbers import ordinal
from fabula.annotators.timing.phrases import Phrase, phrase
from fabula.annotators.words import Words

SURE = frozenset(
    "in of since until till by before after during next last every from this on for early late mid through".split()
)
YEARS = range(1000, 2100)
IN_YEAR = frozenset("in since of until till from before after by about year summer winter spring autumn".split())
TOLD = (
    SURE
    | frozenset("the a one that each any some about or following preceding ensuing previous".split())
    - {"of", "the", "through"}
    | {"early", "late"}
)
"""What stands before a weekday that is one, and no name."""
FOLLOWS = frozenset("day came comes morning evening night afternoon week drew went".split())
LAST_DAY = dict(zip((f"{n:02}" for n in range(1, 13)), (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))


def weekday(words: Words, head: int, name: str, *, plural: bool) -> Found | None:
    """A weekday ('5') with its "last", "next" or "every"."""
    if not words.text[head][0].isupper():
        return None
    lower = words.lower
    after = lower[head + 1] if head + 1 < len(words) else ""
    value = f"XXXX-WXX-{name}"
    if head > 1 and lower[head - 1] in ("after", "by") and lower[head - 2] == lower[head]:
        return Found(head - 2, head, "frequency", f"every {value}")
    behind = lower[head - 1] if head else ""
    if plural:
        return Found(head, head, "frequency", f"every {value}") if behind in ("on", "of", "except") else None
    if not (behind in TOLD or (behind in (",", "was", "is", "'s", "’s") and head > 1 and _told_of(lower[head - 2]))):
        return None
    if after in time_compounds() or after in ("-", "school"):
        return None
    return _in_its_cycle(words, phrase(words, head), "1W", value)


def _told_of(word: str) -> bool:
    return word in ("it", "day") or time_words().get(word, ("", ""))[0] == "now"


def feast(words: Words, head: int, name: str) -> Found | None:
    """A holiday, by its date ('12-25') or its name ('Easter')."""
    if not words.text[head][0].isupper():
        return None
    lower = words.lower
    after = lower[head + 1] if head + 1 < len(words) else ""
    if after == "eve" and name == "12-25":
        return _in_its_cycle(words, phrase(words, head), "1Y", "XXXX-12-24", head + 1)
    if (
        after in time_compounds()
        or after == "-"
        or (after and words.text[head + 1][0].isupper() and after not in ("day", "i"))
    ):
        return None
    if (
        after
        and after[0].isalpha()
        and after not in FOLLOWS
        and after not in function_words()
        and not after.endswith("ed")
    ):
        return None
    return _in_its_cycle(words, phrase(words, head), "1Y", f"XXXX-{name}", head + (after == "day"))


def month(words: Words, head: int, name: str) -> Found | None:
    """A month ('09') with its day and year, if they are said."""
    lower, text = words.lower, words.text
    if not text[head][0].isupper():
        return None
    first, last, day = head, head, 0
    behind = lower[head - 1] if head else ""
    two, three = lower[head - 2] if head > 1 else "", lower[head - 3] if head > 2 else ""
    if behind == "of" and (found := ordinal(two) or (two.isdecimal() and int(two))):
        day, first = found, head - 2 - (three == "the")
    elif behind == "of" and (three, two) == ("last", "day"):
        day, first = LAST_DAY[name], head - 3 - (lower[head - 4 : head - 3] == ["the"])
    elif found := ordinal(behind) or (behind.isdecimal() and int(behind)):
        day, first = found, head - 1 - (two == "the")
    else:
        at = head + 1 + (lower[head + 1 : head + 2] == ["the"])
        ahead = lower[at] if at < len(words) else ""
        if found := ordinal(ahead) or (ahead.isdecimal() and int(ahead) < 32 and int(ahead)) or 0:
            day, last = found, at
    if day > 31:
        return None
    year, last = _year_after(words, last)
    sure = behind in SURE or bool(day) or year != "XXXX"
    if not sure and (name in ("05", "03", "04", "06", "08") or words.initial[head]):
        return None
    date = f"{year}-{name}" + (f"-{day:02}" if day else "")
    if day or year != "XXXX":
        return Found(first, last, "date", date)
    said = phrase(words, head)
    if said.rough and said.rough[-1] == "of":
        return Found(said.first, last, "date", date)
    after = lower[head + 1] if head + 1 < len(words) else ""
    if after in time_compounds() or (after and text[head + 1][0].isupper() and after not in ("i",)):
        return None
    return _in_its_cycle(words, said, "1Y", date)


def year(words: Words, head: int) -> Found | None:
    """A year in four figures behind a word that makes it one."""
    text = words.text[head]
    if int(text) not in YEARS or not head or words.lower[head - 1] not in IN_YEAR:
        return None
    after = words.lower[head + 1] if head + 1 < len(words) else "."
    return (
        Found(head, head, "date", text)
        if not after[0].isalpha() or after in ("and", "to", "he", "she", "the")
        else None
    )


def _year_after(words: Words, last: int) -> tuple[str, int]:
    at = last + 1 + (words.lower[last + 1 : last + 2] == [","])
    word = words.text[at] if at < len(words) else ""
    return (word, at) if len(word) == 4 and word.isdecimal() and int(word) in YEARS else ("XXXX", last)


def _in_its_cycle(words: Words, said: Phrase, cycle: str, value: str, last: int | None = None) -> Found:
    """The name with what says which one: last, next, this, every."""
    last = said.head if last is None else last
    if said.has("every", "each"):
        return Found(said.first, last, "frequency", f"every {value}")
    if said.has("preceding", "previous"):
        return Found(said.first, last, "offset", f"-P{cycle}/{value}")
    if said.has("following", "ensuing") or (said.has("the") and said.has("next")):
        return Found(said.first, last, "offset", f"P{cycle}/{value}")
    for word, shift in (
        ("last", f"-P{cycle}"),
        ("next", f"P{cycle}"),
        ("this", f"P0{cycle[-1]}"),
        ("that", f"P0{cycle[-1]}"),
    ):
        if said.has(word):
            return Found(said.first, last, "date", f"{shift}/{value}")
    first = said.first if said.has("the", "a", "one", "early", "late") else said.head
    return Found(first, last, "date", value)
