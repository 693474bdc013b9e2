"""The chapters with their lengths."""

from typing import Any

from fabula.cli.output import bar, cut, listed
from fabula.cli.views.view import View
from fabula.world import Character, Story

BAR = 20
"""Letters of the longest bar."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """The divisions that are story, in order."""
    return [
        {
            "title": chapter.title,
            "start": chapter.span.start,
            "end": chapter.span.end,
            "level": chapter.division.level,
            "words": len(chapter.span.of(story.text).split()),
        }
        for chapter in story.chapters
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """The chapters with their lengths."""
    longest = max((value["words"] for value in values), default=1) or 1
    rows = [
        (str(number), cut("  " * (value["level"] - 1) + (value["title"] or "—"), 60), f"{value['words']:,}",
         bar(value["words"] / longest, BAR))
        for number, value in enumerate(values, 1)
    ]  # fmt: skip
    return listed(("", "title", "words", ""), rows, right=(0, 2)) if rows else ["  No chapter yet."]


CHAPTERS = View("chapters", "the chapters and their lengths", values, lines)
