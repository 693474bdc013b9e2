"""Positions as a person names them: a chapter, a share of the text, an offset."""

import re
from typing import NamedTuple

import click

from fabula.world import Chapter, Story

SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%")
CHAPTER = re.compile(r"(?:(before|start of|end of|after)\s+)?(?:chapter|ch\.?)\s*(\d+|[ivxlc]+)\b", re.IGNORECASE)
NUMBER = re.compile(r"^\W*(?:(?:chapter|ch\.?|part|letter)\s+)?(\d+|[ivxlc]+)\b", re.IGNORECASE)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Place(NamedTuple):
    """A position and what a person calls it."""

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
        return Place(round(length * part), f"{share[1]} %")
    if words.isdecimal():
        if int(words) > length:
            raise click.BadParameter(f"The text has {length:,} characters, not {words}.", param_hint="--at")
        return Place(int(words), f"character {int(words):,}")
    if match := CHAPTER.fullmatch(words):
        return _end(_numbered(story, _number(match[2])), before=(match[1] or "").lower() in ("before", "start of"))
    before = words.lower().startswith("before ")
    return _end(_titled(story, words[7:] if before else words), before=before)


def chapter_number(title: str | None) -> int | None:
    """The number in a chapter's heading; `None` if it has none."""
    match = NUMBER.match(title or "")
    return _number(match[1]) if match else None


def _end(chapter: Chapter, *, before: bool) -> Place:
    name = " ".join((chapter.title or "the chapter").split())
    return Place(chapter.span.start, f"before “{name}”") if before else Place(chapter.span.end, f"end of “{name}”")


def _numbered(story: Story, number: int) -> Chapter:
    """The chapter whose heading bears this number; where headings have none, the one at this place in the row."""
    numbers = [chapter_number(chapter.title) for chapter in story.chapters]
    if numbers.count(number) == 1:
        return story.chapters[numbers.index(number)]
    if number in numbers:
        places = ", ".join(
            f"{chapter.span.end}" for chapter, own in zip(story.chapters, numbers, strict=True) if own == number
        )
        raise click.BadParameter(
            f"Several chapters are number {number}. Name one by its last position: {places}.", param_hint="--at"
        )
    if not any(numbers) and 0 < number <= len(story.chapters):
        return story.chapters[number - 1]
    raise click.BadParameter(
        f"There is no chapter {number}; the story has {len(story.chapters)}. `fabula show … chapters` lists them.",
        param_hint="--at",
    )


def _titled(story: Story, words: str) -> Chapter:
    found = [chapter for chapter in story.divisions if words.casefold() in (chapter.title or "").casefold()]
    if len(found) == 1:
        return found[0]
    reason = f"{len(found)} chapters are called so" if found else "is no place in this story"
    raise click.BadParameter(
        f"“{words}” {'—' if found else ''}{' ' if found else ''}{reason}. "
        "Write a chapter (“chapter 3”, “before chapter 3”), a share (40%), or a position (12000).",
        param_hint="--at",
    )


def _number(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    values = [ROMAN[digit] for digit in digits.lower()]
    return sum(-one if one < next_ else one for one, next_ in zip(values, [*values[1:], 0], strict=True))
