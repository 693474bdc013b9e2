"""What a page calls the divisions of a story."""

import re
from collections import Counter
from html import escape

from fabula.exports.html.ink import plain
from fabula.world import Chapter, Story

MATTER = {"front": "Front matter", "note": "Author’s note", "summary": "Summary", "end": "End matter"}
NUMBER = re.compile(r"(?:[ivxlc]+|\d+)\.?", re.IGNORECASE)
PART = re.compile(r"(?:part|book|volume|vol|act)\b", re.IGNORECASE)
"""Titles of a part of a book, as against the title of one story among others."""
OPENING = 40
"""Characters of its first line by which matter without a title is told from other such matter."""


def names(story: Story) -> list[str]:
    """What each division is called wherever it stands alone.

    A bare number needs the title over it where that is a story's own, or where the number comes more than once.
    """
    found = []
    over: list[Chapter] = []
    counts = Counter(_title(chapter) for chapter in story.divisions if chapter.division.resumes is None)
    for index, chapter in enumerate(story.divisions):
        while over and over[-1].division.level >= chapter.division.level:
            over.pop()
        title = _title(chapter)
        above = _title(over[-1]) if over and over[-1].is_story else ""
        if NUMBER.fullmatch(title) and above and (counts[title] > 1 or not PART.match(above)):
            title = f"{above}, {title.rstrip('.')}"
        found.append(title or _untitled(story, chapter, index))
        over.append(chapter)
    return found


def contents(story: Story) -> str:
    """The table of contents, as list items; matter around the story that bears one title twice stands there once."""
    items = []
    seen = set()
    for chapter, called in zip(story.divisions, names(story), strict=True):
        if chapter.division.resumes is not None or (not chapter.is_story and called in seen):
            continue
        seen.add(called)
        items.append(
            f'<li class=l{chapter.division.level}><a href="#{escape(chapter.division.id)}">'
            f"<bdi>{escape(plain(_title(chapter) or called))}</bdi></a></li>"
        )
    return "".join(items)


def _title(chapter: Chapter) -> str:
    return " ".join((chapter.title or "").split())


def _untitled(story: Story, chapter: Chapter, index: int) -> str:
    kind = MATTER.get(chapter.division.kind)
    if not kind:
        return f"Part {index + 1}"
    words = chapter.span.of(story.text).strip().partition("\n\n")[0].split()
    opening = ""
    while words and len(opening) + len(words[0]) < OPENING:
        opening += f" {words.pop(0)}"
    return f"{kind}:{opening}{'…' if words else ''}" if opening else kind
