"""The narrator's words inside speech that no mark separates from them."""

import re
from collections.abc import Iterator

from fabula.annotators.quoting.features import cue_verbs
from fabula.text import Span

TURN = re.compile(r"[,.!?…;:—-]['’\"”]?\s+(?=\w)")
"""Where the narrator may take over."""
SPEAKER_FIRST = re.compile(
    r"(?:I\s(?=said|asked|answered|replied|cried)|(?:he|she|they|it)\s"
    r"|(?:[tT]he|[hH]is|[hH]er|[mM]y|an?)(?:\s[\w’'-]+){1,3}?\s"
    r"|[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*){0,2}\s)"
    r"(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b"
)
VERB_FIRST = re.compile(r"(?P<verb>[a-z]+)\s(?:he|she|I|they|we|it|the|an?|his|her|my|[A-Z][\w’'-]*)\b")
END = re.compile(r"[.!?…](?=\s|\Z)|,(?=\s(?!with|and|in|as|at|to|on|for|his|her|their|who|[a-z]+ing\b))|\Z")
"""Where a cue ends: with its sentence, or at a comma behind which it does not go on."""
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|[A-Z])\.\Z")


def narrated(text: str, start: int, end: int) -> Iterator[Span]:
    """Cues inside `text[start:end]` in text order, each from its first word to behind its last mark."""
    position = start
    while turn := TURN.search(text, position, end):
        first = turn.end()
        position = turn.end()
        if _cue_begins(text, first, end, sentence_over=text[turn.start()] == "."):
            last = _cue_end(text, first, end)
            yield Span(first, last)
            position = max(position, last - 1)


def _cue_begins(text: str, first: int, end: int, *, sentence_over: bool) -> bool:
    if text[first].islower() and (match := VERB_FIRST.match(text, first, end)) and match["verb"] in cue_verbs():
        return True
    match = SPEAKER_FIRST.match(text, first, end)
    return match is not None and not sentence_over and match["verb"] in cue_verbs()


def _cue_end(text: str, first: int, end: int) -> int:
    position = first
    while match := END.search(text, position, end):
        position = match.end()
        if match.end() >= end or not ABBREVIATION.search(text, first, match.end()):
            break
    return min(position, end)
