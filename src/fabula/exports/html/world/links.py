"""Links from what the page says of the world to the words in its text."""

from fabula.document import Document
from fabula.exports.html.ink import as_html
from fabula.text import Span

AROUND, LONG = 30, 110
"""Letters before the words that are quoted with them, and in all."""


class Links:
    """Makes links, and remembers in `spans` the words that they lead to, so that the text can bear marks there."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.spans: set[Span] = set()

    def to(self, span: Span, label: str) -> str:
        """A link to some words. The label is HTML."""
        self.spans.add(span)
        return f"<a href=#{anchor(span)}>{label}</a>"

    def quote(self, span: Span) -> str:
        """A link that quotes the words with what stands around them in their sentence, cut between words."""
        sentences, text = self._document.sentences, self._document.source.text
        index = sentences.at(span.start)
        start, end = sentences[index] if index is not None else span
        end = max(end, span.end)
        if span.start - start > AROUND:
            start = text.find(" ", span.start - AROUND, span.start) + 1 or span.start
        cut = end - start > LONG
        if cut:
            end = max(text.rfind(" ", start, start + LONG), span.start + 1)
        words = Span(span.start, min(span.end, end))
        before, inside, after = (
            as_html(part) for part in (text[start : words.start], words.of(text), text[words.end : end])
        )
        said = f"{before}<b>{inside}</b>{after}" if before or after else inside
        return self.to(span, f"<bdi>{said}{'…' if cut else ''}</bdi>")


def anchor(span: Span) -> str:
    """The id that words bear in the text when something leads to them."""
    return f"w-{span.start}-{span.end}"
