"""Words and sentences of running text, as fabula itself finds them."""

from fabula.annotators.structure.sentences import sentences
from fabula.annotators.structure.tokens import add_tokens
from fabula.document import Columns
from fabula.text import Span


def split(text: str) -> list[str]:
    """The words of a stretch of text."""
    return [text[start:end] for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a stretch of text begin and end."""
    tokens = Columns()
    add_tokens(tokens, text, Span(0, len(text)))
    return list(zip(tokens.starts, tokens.ends, strict=True))


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of a paragraph end."""
    return [end for _, end in sentences(text, Span(0, len(text)))]
