"""Whether a paragraph has speech in it, by its marks alone."""

import re

from fabula.text import Span

SPEECH = re.compile("[\"“”„‟«»‹›「」『』〝〞＂]|(?<![^\\W_])['‘‚](?=\\w)|``|(?:^|\n)[ \t]*[—–―]|^-{1,3} ?[^\\W\\d]")
"""Any mark that may open speech: quotation marks of all styles, or a dash at the beginning of a line."""
PAIRS = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))


def has_speech(paragraph: str) -> bool:
    """Whether anything in this paragraph may be speech, in any typography."""
    return SPEECH.search(paragraph) is not None


def is_left_open(text: str, span: Span) -> bool:
    """Whether a quotation is still open at the end of this paragraph, so that the next one may go on with it."""
    if text.count('"', span.start, span.end) % 2:
        return True
    return any(
        text.rfind(closing, span.start, span.end) < text.rfind(opening, span.start, span.end)
        for opening, closing in PAIRS
    )
