"""Where something stands, as a person or a program looks it up."""

from bisect import bisect_right
from typing import Any

from fabula.cli.output import cut, percent
from fabula.cli.places import chapter_number
from fabula.text import Span
from fabula.world import Story

AROUND, LONG = 20, 80
"""Letters before some words, and in all, that are quoted to find them by."""


def where(story: Story, position: int) -> str:
    """A position as a person looks it up: a line of a text, or a chapter of a book and how far into the book it is."""
    place = story.source.locate(position)
    if place.document is None and place.element is None:
        return f"line {place.line}"
    share = percent(position / max(story.length, 1))
    index = bisect_right(story.divisions, position, key=lambda division: division.span.start) - 1
    title = story.divisions[index].title if index >= 0 else None
    if title is None:
        return share
    number = chapter_number(title)
    return f"{cut(title, 18) if number is None else f'ch. {number}'}, {share}"


def location(story: Story, position: int) -> dict[str, Any]:
    """A position as another program looks it up."""
    return {"position": position, **story.source.locate(position)._asdict()}


def words_around(story: Story, span: Span) -> str:
    """The words with what stands just around them in their sentence, no word cut."""
    sentences, text = story.document.sentences, story.text
    index = sentences.at(span.start)
    sentence = sentences[index] if index is not None else span
    start, end = sentence.start, sentence.end
    if span.start - start > AROUND:
        start = text.find(" ", span.start - AROUND, span.start) + 1 or span.start
    if end - start > LONG:
        end = max(text.rfind(" ", start, start + LONG), span.start + 1)
    return " ".join(text[start:end].split())
