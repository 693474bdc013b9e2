"""Tokens and supersenses as BookNLP's rows."""

from collections.abc import Iterator

from fabula.document import Columns, Tags
from fabula.document.runs import runs
from fabula.exports.booknlp.columns import SenseRow, TokenRow
from fabula.layers import Event
from fabula.world import Story

NONE = "_"
"""In place of a tag that nothing made."""


def token_rows(story: Story, words: list[str]) -> Iterator[TokenRow]:
    """The rows of the tokens, one after another: a long book has a million."""
    document = story.document
    paragraphs, sentences = _Holder(document.paragraphs), _Holder(document.sentences)
    pos, penn, lemmas, relations = (_tags(story, name) for name in ("pos", "penn", "lemma", "relation"))
    heads, events = document.numbers.get("head", ()), _events(story)
    last, within = -1, 0
    for number, (start, end) in enumerate(zip(document.tokens.starts, document.tokens.ends, strict=True)):
        paragraph, sentence = paragraphs.of(start), sentences.of(start)
        last, within = sentence, within + 1 if sentence == last else 0
        word, coarse = words[number], _at(pos, number)
        yield TokenRow(
            paragraph,
            sentence,
            within,
            number,
            word,
            _at(lemmas, number) or word.lower(),
            start,
            end,
            coarse or NONE,
            _at(penn, number) or coarse or NONE,
            _at(relations, number) or NONE,
            heads[number] if number < len(heads) else number,
            "EVENT" if number in events else "O",
        )


def sense_rows(story: Story, words: list[str]) -> Iterator[SenseRow]:
    """A row for the words of each supersense; none where nothing made them."""
    for first, behind, sense in runs(_tags(story, "supersense") or ()):
        yield SenseRow(first, behind - 1, sense, " ".join(words[first:behind]))


def _tags(story: Story, name: str) -> Tags | None:
    return story.document.tags.get(name)


def _at(tags: Tags | None, number: int) -> str:
    """A token's tag; "" where nothing made any, as behind the last passage that was read."""
    return str(tags[number]) if tags is not None and number < len(tags) else ""


def _events(story: Story) -> set[int]:
    """The tokens that tell an event; none where nothing looked for them."""
    document = story.document
    if Event not in document.layers:
        return set()
    return {number for event in document.layer(Event).current() for number in document.tokens.overlapping(event.span)}


class _Holder:
    """Finds what holds one position after another, from left to right."""

    def __init__(self, columns: Columns) -> None:
        self._starts = columns.starts
        self._index = 0

    def of(self, position: int) -> int:
        """Index of the last span that begins at or before this position."""
        while self._index + 1 < len(self._starts) and self._starts[self._index + 1] <= position:
            self._index += 1
        return self._index
