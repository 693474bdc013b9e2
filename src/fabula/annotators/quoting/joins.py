"""Which pieces are one quotation."""

import re

from fabula.annotators.quoting.features import cue_verbs
from fabula.annotators.quoting.marks import MARK_CHARACTERS
from fabula.text import Span

WORD = re.compile(r"\w+(?:['’-]\w+)*")
SENTENCE_END = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!St)(?<!Mrs)[.!?]\s")
AROUND = " \t\r\n" + MARK_CHARACTERS
LONGEST = 400
"""Characters between two pieces of one quotation."""
CUE_LENGTH = 25
"""Words of a cue, with what it says about the speaker's manner."""
BEAT_LENGTH = 12
"""Words of a sentence of narration that has no verb of speech."""


def joined(text: str, left: Span, right: Span) -> bool:
    """Whether two pieces are one quotation cut by its cue.

    `left` and `right` are the words of the pieces without their marks. The cue is at most one sentence; a piece that
    ends with a full stop is over, unless a small letter goes on.
    """
    if right.start - left.end > LONGEST:
        return False
    between = text[left.end : right.start].strip(AROUND)
    words = [word.lower() for word in WORD.findall(between)]
    if not words or words[-1] in ("and", "or", "then", "but") or SENTENCE_END.search(between):
        return False
    last, end = text[left.end - 1], between[-1:]
    if text[right.start].islower() and last != ".":
        return True
    if last == "." or len(words) >= CUE_LENGTH:
        return False
    begins_with_cue = not cue_verbs().isdisjoint(words[:3])
    if end == ".":
        return begins_with_cue or len(words) <= BEAT_LENGTH
    if end == ":":
        return last == "," and begins_with_cue
    return end == ";" or last == "," or (end == "," and begins_with_cue)
