"""Whether a question is answered as soon as it is asked."""

import re
from collections.abc import Sequence

from fabula.layers import Quotation
from fabula.layers.question import QuestionKind
from fabula.text import Span

AFTER = 600
"""How many code points behind a question show whether it is answered at once."""
UNKNOWN = re.compile(
    r"\b(?:do not|don['’]t|did not|didn['’]t|not) (?:\w+ )?know\b|\bdunno\b|\bno idea\b|\bI wonder\b"
    r"|\b(?:can ?not|can['’]t|could not|couldn['’]t) (?:\w+ )?(?:say|tell|imagine|guess|think|conceive|understand)\b"
    r"|\bmore than I (?:can|could)\b|\b(?:God|heaven|goodness|Lord|who|nobody|no one) (?:only )?knows\b"
    r"|\bwho (?:can|could|shall) (?:say|tell)\b|\bno (?:knowing|telling|saying)\b|\bwish I knew\b|\bmystery\b",
    re.IGNORECASE,
)
"""How somebody says that they do not know."""
SENTENCE = re.compile(r"[^.!?]*[.!?]+[\"'”’]*\s*")
NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]+|\b(?:I|me|you|your|it|that|this)\b")
"""What may stand for the one asked for."""
HAS_SUBJECT = re.compile(r"\b(?:I|you|he|she|it|we|they|there|this|that)\b", re.IGNORECASE)
MARKS = " \n\"'“‘”’_"


def is_left_open(
    text: str, behind: Span, speech: Sequence[Quotation], own: Quotation | None, kind: QuestionKind, *, past: bool
) -> bool:
    """Whether what follows a question, the words `behind` it, leaves it open.

    Whoever asks may only ask on, or say that nobody knows. The next to speak must say so too; asked for somebody, it
    is enough to name nobody. Silence leaves open what is past: what is so now may be shown.
    """
    if own is None:
        following = _first(behind.of(text).split("\n\n")[0])
        return not following.strip() or HAS_SUBJECT.search(following) is not None or "?" in following
    said = " ".join(
        piece.of(text)[max(behind.start - piece.start, 0) :] for piece in own.evidence if piece.end > behind.start
    )
    if UNKNOWN.search(said):
        return True
    if said.strip(MARKS) and "?" not in _first(said):
        return False
    last = own.evidence[-1].end
    reply = next((one for one in speech if last <= one.span.start < behind.end), None)
    if reply is None:
        return past
    words = _first(reply.span.of(text))
    return UNKNOWN.search(words) is not None or (
        past and kind == "who" and "?" not in words and len(words.split()) > 3 and not NAMED.search(words)
    )


def _first(words: str) -> str:
    """The first sentence."""
    found = SENTENCE.match(words.lstrip(MARKS))
    return found.group() if found else words.strip(MARKS)
