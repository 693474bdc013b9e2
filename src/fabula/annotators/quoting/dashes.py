"""Speech that a dash opens: — Come in! he called."""

import re

from fabula.annotators.quoting.cues import narrated
from fabula.annotators.quoting.marks import Family
from fabula.annotators.quoting.pairs import Piece

DASH = re.compile(r"(?:[—–―]|--)\s?(?=[\w¿¡'’\"“«(…])|-\s(?=\w)")
ASIDE = re.compile(r"(?:\s[—–―](?=\w)|(?<=[,.!?…])\s[—–―]\s)(?P<words>[^\W\d_][^—–―]*)(?:[—–―][.,;:]?\s?|\Z)")
"""The narrator's words between dashes: attached as in Spanish, or behind a mark as in Russian."""
ENDED = re.compile(r"[.!?…,:;—-]['’\"”)]*\Z")


def opens_with_dash(text: str, start: int, end: int) -> bool:
    """Whether a paragraph may be speech opened by a dash: a dash, then words that end like a sentence, no heading."""
    if DASH.match(text, start, end) is None or text[start:end].isupper():
        return False
    return ENDED.search(text, max(start, end - 4), end) is not None


def dash_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of speech in a paragraph that a dash opens, without the narrator's words inside it."""
    asides = [match.span() for match in ASIDE.finditer(text, start + 1, end) if match["words"][0].islower()]
    cuts = asides or narrated(text, start, end)
    out: list[Piece] = []
    position = start
    for first, last in cuts:
        _add(out, text, position, first)
        position = last
    _add(out, text, position, end)
    return out


def _add(out: list[Piece], text: str, first: int, last: int) -> None:
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    if any(character.isalnum() for character in text[first:last]):
        out.append(Piece(first, last, Family.DASH, opened=not out, closed=True))
