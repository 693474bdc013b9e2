"""The words of a short text that is one passage, for tests of what looks at words alone."""

from fabula.annotators import Annotator
from fabula.annotators.quoting.quotations import Quotations
from fabula.annotators.structure.passages import Passages
from fabula.annotators.structure.tokens import Tokens
from fabula.annotators.words import Words, words_of
from fabula.document import Draft
from fabula.layers import RECORDS, GivenCast, Passage
from fabula.text import Source


def drafted(text: str, annotators: tuple[type[Annotator], ...] = (Tokens, Quotations)) -> tuple[Draft, Passage]:
    """The draft of a text behind some annotators, and its only passage."""
    source = Source(text)
    draft = Draft(source)
    for record in RECORDS:
        draft.declare(record)
    readers = [annotator(source, GivenCast()) for annotator in annotators]
    (passage,) = Passages(draft).more()
    for reader in readers:
        reader.read(draft, passage)
    return draft, passage


def words_in(text: str) -> Words:
    """The words of the text with its quotations."""
    return words_of(*drafted(text))


def named_in(words: Words, *names: str) -> dict[int, tuple[int, str]]:
    """Where the names stand: first word, last word, and the name itself for an entity."""
    out = {}
    for name in names:
        parts = name.split()
        for i in range(len(words) - len(parts) + 1):
            if words.text[i : i + len(parts)] == parts:
                out[i] = (i + len(parts) - 1, name)
    return out
