"""Sentences and tokens."""

import re
from typing import ClassVar

from fabula.document import Claim, Draft
from fabula.layers import GivenCast, Passage
from fabula.text import Source

TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)")


class Tokens:
    """Fills the columns `sentences` and `tokens`."""

    name: ClassVar[str] = "tokens"
    needs: ClassVar[tuple[type[Claim], ...]] = ()
    makes: ClassVar[tuple[type[Claim], ...]] = ()

    def __init__(self, source: Source, given: GivenCast) -> None:
        pass

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the sentences and tokens of the passage's paragraphs."""
        for index in draft.paragraphs.covered_by(passage.span):
            paragraph = draft.paragraphs[index]
            start = paragraph.start
            for match in SENTENCE_END.finditer(draft.text, paragraph.start, paragraph.end):
                draft.sentences.append(start, match.end())
                start = match.end() + 1
            if start < paragraph.end:
                draft.sentences.append(start, paragraph.end)
            for match in TOKEN.finditer(draft.text, paragraph.start, paragraph.end):
                draft.tokens.append(*match.span())
