"""Letters between quotation marks: where one begins, goes on and ends.

A letter opens with a line that announces it, a date, or an address ("Dear Sir,"). Either each of its lines opens with
a mark and only the last has a closing one, or each has both; then it goes on to its signature.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from fabula.annotators.quoting.features import is_salutation
from fabula.annotators.quoting.pairs import Piece, without_marks
from fabula.text import Span

HEAD = re.compile(r"(?:Letter|Telegram|Cable|Wire|Note)s?\b[^!?“”\"]{3,100}\Z", re.IGNORECASE)
LONG_WORD = re.compile(r"\b[^\W\d_][\w’'-]{4,}")
DATED = 60
"""Characters of the longest line that is a date and no more."""
DATE = re.compile(
    r"(?:\b(?:Jan|Febr?|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b[^a-z]*"
    r"|\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?: (?:morning|evening|night|afternoon))?"
    r"|\A\W*(?:Evening|Morning|Midnight|Night|Later|Noon)|\b1\d{3})\W*\Z"
)
VALEDICTION = re.compile(
    r"\b(?:yours?|ever|believe me|faithfully|truly|sincerely|affectionate(?:ly)?|devoted(?:ly)?|respectfully|obedient|"
    r"humble|loving|friend|servant|wishes|regards|love)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[A-Z][\w.’'-]*[\s,]+){0,4}[A-Z][\w.’'-]*\W*\Z")
POSTSCRIPT = re.compile(r"\W*P\.? ?(?:P\.? ?)?S\b")
SIGNED = 70
"""Characters of the longest line with a signature."""


def announced(line: str) -> bool:
    """Whether a line says that a letter follows: "Letter, Ada Thorne to Dr. Pell.", all its longer words capitals."""
    line = " ".join(line.split())
    return HEAD.match(line) is not None and all(word[0].isupper() for word in LONG_WORD.findall(line))


def are_lines(text: str, pieces: Sequence[Piece], paragraph: Span) -> bool:
    """Whether a paragraph is whole lines between marks, each opened anew."""
    if (pieces[0].start, pieces[-1].end) != paragraph or not all(piece.opened for piece in pieces):
        return False
    gaps = (text[piece.end : after.start] for piece, after in pairwise(pieces))
    return all(is_line_break(gap) for gap in gaps)


def is_line_break(gap: str) -> bool:
    """Whether nothing but the end of a line stands there."""
    return "\n" in gap and not gap.strip()


def opens_letter(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether lines are the beginning of a letter: an address, or a date that goes on in the next line."""
    dated = without_marks(text, pieces[0])
    return any(salutes(text, piece) for piece in pieces) or (
        not pieces[-1].closed and dated.end - dated.start < DATED and DATE.search(dated.of(text)) is not None
    )


def salutes(text: str, piece: Piece) -> bool:
    """Whether a piece is the address of a letter; one that a dash ends goes on in the next paragraph."""
    words = without_marks(text, piece)
    if not is_salutation(text, words):
        return False
    end = text[words.end - 1]
    return end in ",:" or (end in "—-" and (not piece.closed or text[words.end - 2] in ",:"))


def goes_on(text: str, letter: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether further lines belong to a letter."""
    if not letter[-1].closed or POSTSCRIPT.match(without_marks(text, pieces[0]).of(text)):
        return True
    return all(piece.closed for piece in letter) and signature(text, letter) is None


def signature(text: str, letter: Sequence[Piece] | Sequence[Span]) -> Span | None:
    """The name that signs a letter of these pieces; `None` if it is not signed.

    It stands in the last line before a postscript, alone or behind a valediction.
    """
    lines = [line for piece in letter for line in _lines(text, piece.start, piece.end)]
    end = next((i for i, line in enumerate(lines) if i and POSTSCRIPT.match(line.of(text))), len(lines))
    if not end:
        return None
    last = lines[end - 1]
    behind = last.of(text).rpartition(",")[2].strip()
    if end > 1 and NAME.match(last.of(text)) and len(last.of(text)) < SIGNED:
        before = lines[end - 2].of(text)
        if end > 2 or VALEDICTION.search(before[-SIGNED:]) or before[-1] in ",—-":
            return _name_in(text, last)
    tail = last.of(text)[-SIGNED:]
    if VALEDICTION.search(tail[: len(tail) - len(behind)]) and NAME.match(behind):
        return _name_in(text, Span(last.end - len(behind), last.end))
    return None


def _name_in(text: str, line: Span) -> Span:
    """The line without the stop behind it."""
    return Span(line.start, line.start + len(line.of(text).rstrip(" .,;:!")))


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines between two places, without their marks and the blanks beside them; empty ones left out."""
    out = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = without_marks(text, Span(start, stop))
        if line.start < line.end:
            out.append(line)
        start = stop + 1
    return out
