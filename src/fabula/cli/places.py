"""Positions as a person names them: a chapter, a share of the text, an offset."""

import re
from typing import NamedTuple

import click

from fabula.annotators.structure.numerals import NUMERAL, value
from fabula.world import Chapter, Story

SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%")
CHAPTER = re.compile(rf"(?:(before|end of)\s+)?(?:chapter|ch\.?)\s*({NUMERAL})", re.IGNORECASE)
NUMBER = re.compile(
    rf"\W*(?:(?:chapter|ch\.?|letter|stave|canto)\s+({NUMERAL})\b|(\d{{1,3}}\b|{NUMERAL}(?=\s*(?:[^\w\s'’-]|\n|$)|\s-)))",
    re.IGNORECASE,
)
"""The number that opens a heading; in letters and without "chapter" it stands alone: "Second Sight" has none."""


class Place(NamedTuple):
    """A position, and how a person says that something is known there: `at 40 %`, `before “III”`."""

    position: int
    name: str


def find_place(story: Story, words: str) -> Place:
    """The position that some words name. A chapter is where it ends, unless the words say `before`."""
    words = words.strip()
    length = len(story.text)
    if share := SHARE.fullmatch(words):
        part = float(share[1]) / 100
        if part > 1:
            raise click.BadParameter(f"{words} is more than the whole text.", param_hint="--at")
        return Place(round(length * part), f"at {share[1]} %")
    if words.isdecimal():
        if int(words) > length:
            raise click.BadParameter(f"The text has {length:,} characters, not {words}.", param_hint="--at")
        return Place(int(words), f"at character {int(words):,}")
    if (match := CHAPTER.fullmatch(words)) and (number := value(match[2])) is not None:
        return _end(_numbered(story, number), before=(match[1] or "").lower() == "before")
    before = words.lower().startswith("before ")
    return _end(_titled(story, words[7:] if before else words), before=before)


def chapter_number(title: str | None) -> int | None:
    """The number in a chapter's heading; `None` if it has none."""
    match = NUMBER.match(title or "")
    return value(match[1] or match[2]) if match else None


def _end(chapter: Chapter, *, before: bool) -> Place:
    name = " ".join((chapter.title or "the chapter").split())
    if before:
        return Place(chapter.span.start, f"before “{name}”")
    return Place(chapter.span.end, f"at the end of “{name}”")


def _numbered(story: Story, number: int) -> Chapter:
    """The chapter whose heading bears this number; where most headings bear none, the one at this place in the row."""
    numbers = [chapter_number(chapter.title) for chapter in story.chapters]
    if len(numbers) - numbers.count(None) < len(numbers) / 2:
        numbers = list(range(1, len(numbers) + 1))
    if numbers.count(number) == 1:
        return story.chapters[numbers.index(number)]
    if number in numbers:
        places = ", ".join(
            f"{chapter.span.end}" for chapter, own in zip(story.chapters, numbers, strict=True) if own == number
        )
        raise click.BadParameter(
            f"Several chapters are number {number}. Name one by its last position: {places}.", param_hint="--at"
        )
    raise click.BadParameter(
        f"There is no chapter {number}; the story has {len(story.chapters)}. `fabula show … chapters` lists them.",
        param_hint="--at",
    )


def _titled(story: Story, words: str) -> Chapter:
    found = [chapter for chapter in story.divisions if words.casefold() in (chapter.title or "").casefold()]
    if len(found) == 1:
        return found[0]
    reason = f"is in the titles of {len(found)} chapters" if found else "is no place in this story"
    raise click.BadParameter(
        f"“{words}” {reason}. Write a chapter (“chapter 3”, “before chapter 3”), a share (40%), or a position (12000).",
        param_hint="--at",
    )
