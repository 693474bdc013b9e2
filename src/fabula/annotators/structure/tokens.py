"""Sentences and tokens.

Words are cut as in UD English and LitBank: clitics (`'s`, `n't`, `'ll`) are tokens of their own, words with hyphens and
other apostrophes are one, titles keep their full stop, a dash or an ellipsis is one token; so are addresses, dates and
smileys. Every character that is not blank belongs to exactly one token, and every token is a slice of the text.
"""

import re
from typing import ClassVar

from fabula.annotators.structure.abbreviations import STOPPED
from fabula.annotators.structure.sentences import sentences
from fabula.annotators.structure.written_words import ADDRESS, JOINED_LETTERS, NUMBER, RULE, RUN_TOGETHER, SMILEY
from fabula.document import Claim, Columns, Draft
from fabula.layers import GivenCast, ParagraphKind, Passage
from fabula.text import Source, Span

MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u0900-\u0963\u0970-\u0df3"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0f71-\u0f84\u102b-\u103e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Characters that belong to the word before them: combining marks, vowel signs, joiners, soft hyphens."""
LETTERS = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
TOKEN = re.compile(
    rf"{ADDRESS}|{STOPPED}"
    rf"|['’](?i:em|cause|bout|til|till|n|round|neath|tween|gainst|fore|s|d|m|ll|re|ve)(?![\w'’-])"
    rf"|['’](?i:t)(?=(?i:is|was|were|will|would)\b)"
    rf"|{NUMBER}|{JOINED_LETTERS}|{SMILEY}|{RULE}|{RUN_TOGETHER}"
    rf"|(?P<word>{LETTERS}(?P<inner>(?:['’‑-]{LETTERS})*))"
    r"|-{2,}|[—–―]+|\.{2,}|…+|[!?]{2,}|(?P<sign>[^\w\s])(?P=sign){3,}|[^\w\s]|_"
)
CLITIC = re.compile(r"(?<=n)['’]t$|['’](?:s|d|m|ll|re|ve)$", re.IGNORECASE)


class Tokens:
    """Fills the columns `sentences` and `tokens`, for paragraphs of every kind."""

    name: ClassVar[str] = "tokens"
    needs: ClassVar[tuple[type[Claim], ...]] = ()
    makes: ClassVar[tuple[type[Claim], ...]] = ()

    def __init__(self, source: Source, given: GivenCast) -> None:
        pass

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the sentences and tokens of the passage's paragraphs."""
        for index in draft.paragraphs.covered_by(passage.span):
            paragraph = draft.paragraphs[index]
            if draft.paragraphs.kinds[index] in (ParagraphKind.HEADING, ParagraphKind.RULER):
                draft.sentences.append(*paragraph)
            else:
                for sentence in sentences(draft.text, paragraph):
                    draft.sentences.append(*sentence)
            add_tokens(draft.tokens, draft.text, paragraph)


def add_tokens(tokens: Columns, text: str, span: Span) -> None:
    """Adds the tokens of a stretch of text."""
    starts: list[int] = []
    ends: list[int] = []
    for found in TOKEN.finditer(text, span.start, span.end):
        start, end = found.span()
        if found["inner"] and (clitic := CLITIC.search(text, start, end)):
            cut = clitic.start()
            if text[cut + 1] in "tT":
                cut -= 1
            if cut > start:
                starts.append(start)
                ends.append(cut)
            starts.append(cut)
            ends.append(end)
        else:
            starts.append(start)
            ends.append(end)
    tokens.starts.extend(starts)
    tokens.ends.extend(ends)
    tokens.kinds.extend([0] * len(starts))
