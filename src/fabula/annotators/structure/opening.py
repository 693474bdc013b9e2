"""Where the story begins: title page, contents, dedication and header labels come before it."""

from typing import NamedTuple

from fabula.annotators.structure import gutenberg
from fabula.annotators.structure.headings import Headings
from fabula.annotators.structure.outline import HEADINGS, Group, Queue, Seen, without_contents
from fabula.annotators.structure.speech_signs import has_speech
from fabula.annotators.structure.titles import is_byline, is_list, is_placeholder

PROSE_LENGTH = 2500
"""Characters of prose before the first heading that may be front matter; with more than that the story has begun."""
LICENCE_LENGTH = 20_000
"""The same behind a Gutenberg header."""
LIST_LENGTH = 20_000
"""Characters of lines, as in a list of contents, that are held until it is known what they are."""
SPOKEN = 5
"""Paragraphs with speech that are no epigraphs: with them the story has begun."""
EARLY = 300
"""Characters of prose before a first heading that need not be numbered 1."""


class Beginning(NamedTuple):
    """So many paragraphs of front matter, then perhaps `title` paragraphs of heading.

    `again` says that the text proper, with a beginning of its own, comes behind them.
    """

    front: int
    title: int = 0
    again: bool = False


def beginning(queue: Queue, headings: Headings) -> Beginning:
    """Decides where the story begins: at the first heading that prose follows, or else at the first prose.

    Holds every paragraph it has looked at.
    """
    count, prose, listed, spoken, limit, contents = 0, 0, 0, 0, PROSE_LENGTH, False
    first = queue.peek()
    if first is not None and gutenberg.is_header(queue.words(first)):
        limit = LICENCE_LENGTH
    while (seen := queue.peek(count)) is not None and not seen.region:
        if prose > limit or listed > LIST_LENGTH or spoken >= SPOKEN:
            break
        size = seen.span.end - seen.span.start
        if gutenberg.is_start(queue.words(seen)):
            queue.hold(count)
            return Beginning(count + 1, again=True)
        if seen.look.kind in HEADINGS or seen.look.kind == "front":
            groups, behind = headings.run(count)
            if not groups:
                groups, behind = [Group(count, count + 1)], count + 1
            contents = contents or "contents" in queue.words(seen).lower()
            if _confirms(queue, queue.peek(behind), seen, contents=contents):
                real = without_contents(queue, groups) if len(groups) > 1 else groups
                number = queue.at(real[0].start).look.number if real else None
                if real and (number in (None, 0, 1) or prose < EARLY):
                    queue.hold(behind)
                    return Beginning(real[0].start)
            listed += size
            count = behind
            continue
        if is_prose(queue, seen):
            prose += size
            spoken += has_speech(queue.words(seen))
        else:
            listed += size
        count += 1
    queue.hold(count)
    return _without_heading(queue, count)


def is_prose(queue: Queue, seen: Seen) -> bool:
    """Whether a paragraph is prose, not a line of a title page or a list."""
    words = queue.words(seen)
    return (
        seen.look.kind == "prose"
        and not seen.ruler
        and not is_list(words)
        and not is_byline(words)
        and not is_placeholder(words)
    )


def _confirms(queue: Queue, follower: Seen | None, heading: Seen, *, contents: bool) -> bool:
    """Whether what follows a heading shows that it is not a line of contents; verse may open a chapter too."""
    if follower is None or follower.region is not None or is_prose(queue, follower):
        return True
    return follower.look.kind == "prose" and not (contents or follower.ruler or heading.look.kind == "front")


def _without_heading(queue: Queue, count: int) -> Beginning:
    """The beginning of a text whose first `count` paragraphs hold no numbered heading: its title may stand there."""
    looks = [queue.at(index).look.kind for index in range(count)]
    story = next((index for index in range(count) if is_prose(queue, queue.at(index))), None)
    if story is None:
        story = looks.index("prose") if "prose" in looks else looks.index("line") if "line" in looks else count
    lines: list[int] = []
    for index in range(story - 1, -1, -1):
        by = is_byline(queue.words(queue.at(index)))
        if (by and lines) or (not by and looks[index] != "line"):
            break
        if not by:
            lines.insert(0, index)
    if not lines:
        return Beginning(story)
    first = lines[-2] if len(lines) == 2 else lines[-1]
    return Beginning(first, title=lines[-1] + 1 - first)
