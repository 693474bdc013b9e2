"""The characters of a paragraph that may be quotation marks, and what each reading of them costs.

A mark may open, close, or be none (an apostrophe, a prime, a ditto). Its form and its neighbours set the costs; the
cheapest reading of a whole paragraph is chosen elsewhere. 0 is what a printer would do, `NEVER` is what none would.
"""

import re
from enum import IntEnum
from typing import NamedTuple

from fabula.annotators.lexicon import common_words
from fabula.annotators.lexicon.quoting import clipped_words, elided_words

NEVER = float("inf")
DITTO = 2.0
"""Cost of a closing mark free on both sides that stands for the words above it."""


class Family(IntEnum):
    """Marks that pair with one another."""

    DOUBLE = 0
    SINGLE = 1
    ANGLE = 2
    SMALL_ANGLE = 3
    CORNER = 4
    WHITE_CORNER = 5
    DASH = 6


class Mark(NamedTuple):
    """A mark and the costs of its readings.

    `directed` says that its form alone tells opening from closing, `leads` that it begins a line inside the paragraph.
    """

    start: int
    end: int
    opens: float
    closes: float
    skips: float
    directed: bool
    leads: bool = False


DOUBLE_MARKS, SINGLE_MARKS, ANGLES, CORNERS = '"“”„‟＂', "'’‘‚‛`", "«»‹›", "「」『』"
MARK_CHARACTERS = DOUBLE_MARKS + SINGLE_MARKS + ANGLES + CORNERS
CANDIDATE = re.compile(f"[{MARK_CHARACTERS}]")
ANGLE = re.compile(f"[{ANGLES}]")
WORD = re.compile(r"\w+")
FAMILIES = {
    **dict.fromkeys(("``", "''", *DOUBLE_MARKS), Family.DOUBLE),
    **dict.fromkeys(SINGLE_MARKS, Family.SINGLE),
    **dict.fromkeys("«»", Family.ANGLE),
    **dict.fromkeys("‹›", Family.SMALL_ANGLE),
    **dict.fromkeys("「」", Family.CORNER),
    **dict.fromkeys("『』", Family.WHITE_CORNER),
}
OFTEN_WHOLE = frozenset(("and", "is", "as", "er", "most", "long", "round", "till", "way", "night", "old", "ear"))
"""Words that lack a letter behind an apostrophe only in dialect."""
BEFORE_OPENING = frozenset("([{-–—―_*/¿¡" + MARK_CHARACTERS)
AFTER_CLOSING = frozenset(".,;:!?…)]}-–—―_*" + MARK_CHARACTERS)
STOPS = AFTER_CLOSING
"""What stands before a mark that closes a sentence, not a word."""


def marks_of(text: str, start: int, end: int, *, turned: bool = False) -> dict[Family, list[Mark]]:
    """The marks of a paragraph by family. `turned` says that guillemets open with » and close with «."""
    out: dict[Family, list[Mark]] = {}
    low = text.find("„", start, end) >= 0 or text.find("‚", start, end) >= 0
    last = start
    for match in CANDIDATE.finditer(text, start, end):
        first, form = match.start(), match[0]
        if first < last:
            continue
        if form in "'`" and text.startswith(form, first + 1, end) and _is_double(text, form, first, start, end):
            form += form
        last, family = first + len(form), FAMILIES[form]
        left = text[first - 1] if first > start else " "
        right = text[last] if last < end else " "
        opens, closes = _shape(left, right)
        if family is Family.SINGLE and left.isalnum() and right.isalnum():
            continue
        skips, directed = NEVER, form not in ('"', "''", "＂", "'")
        if family is Family.SINGLE:
            opens, closes, skips = _single(text, form, first, start, end, opens, closes)
        elif directed:
            opens, closes = _directed(form, opens, closes, low=low, turned=turned)
            if form == "”" and left.isspace() and right.isspace():
                skips = DITTO
        elif first == start and right.isspace():
            opens = 0.0  # scans have a blank here, also for a second mark that they lost
        elif left.isdigit() and not right.isalnum():
            skips = 1.5
        elif left.isspace() and right.isspace():
            skips = 4.0
        out.setdefault(family, []).append(Mark(first, last, opens, closes, skips, directed, left == "\n"))
    return out


def _is_double(text: str, form: str, first: int, start: int, end: int) -> bool:
    """Whether two single marks in a row stand for a double one."""
    if form == "`" or first + 2 >= end or not text[first + 2].isalnum():
        return True
    return (first == start or text[first - 1].isspace()) and not _is_elided(_word_behind(text, first + 2, end))


def guillemets_turned(text: str, start: int, end: int) -> bool | None:
    """Whether the first guillemet of a paragraph opens with its point to the right; `None` if that cannot be told."""
    match = ANGLE.search(text, start, end)
    if match is None:
        return None
    left = text[match.start() - 1] if match.start() > start else " "
    right = text[match.end()] if match.end() < end else " "
    return match[0] in "»›" if left.isspace() and not right.isspace() else None


def _shape(left: str, right: str) -> tuple[float, float]:
    """What a mark that does not tell its direction costs as an opening and as a closing one."""
    if left.isspace() != right.isspace():
        return (0.0, 4.0) if left.isspace() else (4.0, 0.0)
    left_free, right_free = left in BEFORE_OPENING, right in AFTER_CLOSING
    if left_free != right_free:
        return (0.0, 3.0) if left_free else (3.0, 0.0)
    return 1.0, 1.0


def _directed(form: str, opens: float, closes: float, *, low: bool, turned: bool) -> tuple[float, float]:
    if form in CORNERS:
        return (0.0, NEVER) if form in "「『" else (NEVER, 0.0)
    if form == "“" and low:
        return (4.0, 0.0) if closes <= 1 else (0.0, 4.0)
    opening = form in ("»›" if turned else "«‹") if form in ANGLES else form in "“„‟``"
    if opening:
        return (4.0, 2.0) if closes == 0 and form not in "„‟" else (0.0, 4.0 if opens else 9.0)
    return (1.0, 4.0) if opens == 0 else (4.0 if closes else 9.0, 0.0)


def _single(
    text: str, form: str, first: int, start: int, end: int, opens: float, closes: float
) -> tuple[float, float, float]:
    """Costs of a mark that may be an apostrophe as well."""
    left = text[first - 1] if first > start else " "
    right = text[first + 1] if first + 1 < end else " "
    if right.isalnum():
        word = _word_behind(text, first + 1, end)
        elided = right.isdigit() or _is_elided(word)
        if form == "’":
            return (4.0, NEVER, 0.0 if elided else 0.5)
        if form in "‘‚‛`":
            return (0.5, NEVER, 1.0) if elided else (0.0, NEVER, 4.0)
        if elided:
            return (2.0, 5.0, 0.0)
        if word in OFTEN_WHOLE:
            return (0.5, 5.0, 0.5)
        return (opens, 5.0, 4.0 if first == start else 2.0)
    if left.isalnum():
        if left.isdigit() or _is_clipped(_word_before(text, first, start)):
            goes_on = right.isspace() and text[first + 2 : first + 3].islower()
            return (5.0, 2.5 if goes_on else 1.0, 0.3)
        return (5.0, 0.5, 2.0)
    if form in "‘‚‛`":
        return opens, closes + 2 if form == "‘" else NEVER, 3.0
    if left in STOPS and opens > closes:
        return opens, 0.0, 4.0
    return opens, closes, 2.0


def _is_elided(word: str) -> bool:
    """Whether an apostrophe stands for the beginning of this word: one of a list, or one that lacks its h."""
    return word in elided_words() or (word not in common_words() and "h" + word in common_words())


def _is_clipped(word: str) -> bool:
    """Whether an apostrophe may stand for the end of this word: a plural, one of a list, or one that lacks a letter."""
    if word.endswith(("s", "in")) or word in clipped_words():
        return True
    return word not in common_words() and any(word + letter in common_words() for letter in "dtfg")


def _word_before(text: str, first: int, start: int) -> str:
    begin = first
    while begin > max(start, first - 12) and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:first].lower()


def _word_behind(text: str, first: int, end: int) -> str:
    word = WORD.match(text, first, min(first + 20, end))
    return word[0].lower() if word else ""
