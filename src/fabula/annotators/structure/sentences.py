"""Sentences of a paragraph."""

import re
from collections.abc import Iterator

from fabula.annotators.structure.abbreviations import BEFORE_NUMBERS, OTHERS, STANDING_ALONE, TITLES
from fabula.annotators.structure.written_words import SMILEY
from fabula.text import Span

CLOSING = "\"'”’»›)\\]}_*"
STOP = re.compile(
    rf"(?>(?P<stop>[.!?…](?:\s?[.!?…]){{0,9}})"
    rf"(?P<closing>(?:[{CLOSING}]|\s(?=[”’»](?:\s|\Z))){{0,9}}(?:\s{{1,2}}{SMILEY}(?!\S))?))\s+"
    r"|(?P<wide>[。！？]{1,9}[」』”’）]{0,9})\s*"
    r"|(?<!\S)(?P<alone>\d{1,2}/\d{1,2}/\d{2,4}\s{1,3}\d{1,2}:\d{2}(?::\d{2})?\s{1,3}[AP]M|[-=_*]{9,99})\s+",
)
"""`alone` are the date and time of a message, and a ruled line: sentences of their own."""
BEFORE = re.compile(r"[^\W_](?:[^\W\d_]|(?<=[^\W\d_])\.(?=[^\W\d_]))*$")
OPENINGS = "\"'“‘«‹„([{_*—–-¿¡"
BACK = 24
"""Characters before a full stop in which its word is looked for."""
WHOLE = 3
"""Letters from which a word before a full stop is a whole one, so that a sentence may begin in lower case behind it."""


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Sentences in text order, without the white space between them; they cover all words of the paragraph."""
    start = paragraph.start
    for found in STOP.finditer(text, paragraph.start, paragraph.end):
        behind = found.end()
        if found["alone"] is not None and start < (alone := found.start()):
            yield Span(start, start + len(text[start:alone].rstrip()))
            start = alone
        if behind >= paragraph.end:
            break
        if found["wide"] is not None:
            end = found.end("wide")
        elif found["alone"] is not None:
            end = found.end("alone")
        elif _ends(text, found, start, paragraph.end):
            end = found.end("closing")
        else:
            continue
        yield Span(start, end)
        start = behind
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends(text: str, found: re.Match[str], start: int, limit: int) -> bool:
    """Whether a sentence ends with this stop."""
    stop, closing, behind = found["stop"], found["closing"], found.end()
    while behind < limit and text[behind] in OPENINGS:
        behind += 1
    first = text[behind] if behind < limit else " "
    if stop != "." or closing:
        return not first.islower()
    if text[start : found.start()].isdigit():
        return False
    back = max(start, found.start() - BACK)
    before = BEFORE.search(text, back, found.start())
    if before is None:
        return not first.islower()
    word = before[0]
    lower = word.lower()
    if first.islower():
        whole = word.islower() and word.isalpha() and len(word) >= WHOLE and lower not in TITLES | OTHERS
        return whole and behind == found.end()
    if lower in TITLES and (word[0].isupper() or lower not in STANDING_ALONE):
        return False
    if len(word) == 1 and word.isupper():
        return word == "I" and not _is_initial(text, before.start(), found.end(), limit)
    if "." in word:
        return word.islower() or len(word) > 3
    if lower in OTHERS:
        return not (lower in BEFORE_NUMBERS and first.isdigit())
    return True


def _is_initial(text: str, start: int, behind: int, limit: int) -> bool:
    """Whether an I before a full stop is an initial, which it is beside another one."""
    after = text[behind : min(behind + 2, limit)]
    return text[max(start - 2, 0) : start].rstrip().endswith(".") and after[-1:] == "."
