"""Paragraphs with what they look like, in a queue that can be looked into, and lists of contents."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from fabula.annotators.structure.paragraphs import Paragraph, Paragraphs
from fabula.annotators.structure.regions import Regions
from fabula.annotators.structure.rulers import is_ruler
from fabula.annotators.structure.titles import DECORATION, NUMBERED_LENGTH, PROSE, Look, look, without_number
from fabula.errors import SeamError
from fabula.text import Mark, Source, Span

HEADINGS = frozenset(("part", "chapter", "word", "number", "named", "marked"))
SHOWN = 2000
"""Characters of a paragraph that are looked at: no heading and no note is told by what comes later."""
PUNCTUATION = (".", ":", "!", "?", "-", "—")
LEADERS = re.compile(r"(?:[\s.…_-]+\d{1,4})?[\s.…_-]*$")
"""Dots and a page number at the end of a line of contents."""


class Seen(NamedTuple):
    """A paragraph, what it looks like, and what the format says of it."""

    span: Span
    blanks: int
    look: Look
    ruler: bool
    level: int | None
    region: Mark | None


class Group(NamedTuple):
    """A heading: paragraphs `start` to `end` of the queue."""

    start: int
    end: int


class Queue:
    """The paragraphs that have not been taken yet; when all are, the source may grow."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._regions = Regions(source)
        self._cut = Paragraphs(source)
        self._paragraphs = self._cut.more()
        self._seen: list[Seen] = []
        self._head = 0
        self._held = 0
        self._missed = False

    def grow(self, source: Source) -> None:
        """Takes the source that begins with the one so far.

        Raises `SeamError` if what follows now might have told the last paragraphs otherwise: prose, of a title.
        """
        self._text, self._regions = source.text, Regions(source)
        self._cut.grow(source)
        self._paragraphs = self._cut.more()
        first = self.peek()
        if self._missed and first and (first.look.kind not in HEADINGS or first.look.number == 1):
            raise SeamError("What ends the text so far may be a title of what follows. Read the whole text anew.")

    def peek(self, index: int = 0) -> Seen | None:
        """The paragraph so many places on; `None` behind the last."""
        missing = self._head + index + 1 - len(self._seen)
        if missing > 0:
            self._seen.extend(self._see(paragraph) for paragraph in islice(self._paragraphs, missing))
        if self._head + index < len(self._seen):
            return self._seen[self._head + index]
        self._missed |= index > 0
        return None

    def at(self, index: int) -> Seen:
        """A paragraph that is known to be there."""
        return self._seen[self._head + index]

    def pop(self) -> Seen:
        """Takes the next paragraph."""
        seen = self._seen[self._head]
        self._head += 1
        if self._head == len(self._seen) or self._head > 1000:
            del self._seen[: self._head]
            self._head = 0
        return seen

    def hold(self, index: int) -> None:
        """Says that a decision about the paragraphs before used the one so many places on, or that there is none."""
        seen = self.peek(index)
        self._held = max(self._held, seen.span.start if seen is not None else len(self._text))

    def is_held(self, seen: Seen) -> bool:
        """Whether something about this paragraph or those before it was decided by a later one."""
        return seen.span.start < self._held

    def words(self, seen: Seen) -> str:
        """The beginning of a paragraph."""
        return self._text[seen.span.start : min(seen.span.end, seen.span.start + SHOWN)]

    def _see(self, paragraph: Paragraph) -> Seen:
        span = paragraph.span
        level, region = self._regions.heading(span), self._regions.at(span.start)
        words = self._text[span.start : min(span.end, span.start + NUMBERED_LENGTH + 1)]
        found = look(words)
        if level is not None and found.kind not in HEADINGS:
            found = Look("marked")
        ruler = level is None and (self._regions.is_ruler(span) or is_ruler(words))
        if ruler and not (found.kind == "number" and (words.isupper() or words[-1].isdigit())):
            found = PROSE
        return Seen(span, paragraph.blanks, found, ruler, level, region)


def without_contents(queue: Queue, groups: Sequence[Group]) -> list[Group]:
    """Of headings in a row, those at the end that are not lines of contents.

    They are the ones that repeat a line above them, or else the last one if it may begin a count.
    """
    keys = [_key(queue, group) for group in groups]
    for index in range(max(1, len(groups) - 4), len(groups)):
        if keys[index] in keys[:index]:
            return list(groups[index:])
    if len(groups) < 5 and not any(a == b for a, b in pairwise(keys)):
        kinds = [queue.at(group.start).look for group in groups]
        if all(one.kind != two.kind for one, two in pairwise(kinds)):
            return list(groups)
    last = queue.at(groups[-1].start).look
    return [groups[-1]] if last.number in (None, 0, 1) else []


def _key(queue: Queue, group: Group) -> tuple[str, int | None, str]:
    seen = queue.at(group.start)
    return seen.look.kind, seen.look.number, "" if seen.look.number is not None else entry(queue.words(seen))


def entry(words: str) -> str:
    """A heading as it is compared with a line of contents: without number, dots, page and capitals."""
    plain = LEADERS.sub("", " ".join(words.split()).strip(DECORATION))
    return without_number(plain).casefold()


def title_of(parts: Sequence[str]) -> str:
    """The heading in one line, without ornament: the number, a full stop where it has none, and the title."""
    if len(parts) == 1 and "\n" in parts[0] and _is_number(parts[0].split("\n")[0]):
        parts = parts[0].split("\n", 1)
    number, *title = [" ".join(part.split()).strip("*_#~=|•· ") for part in parts]
    return " ".join([number if not title or number[-1:] in PUNCTUATION else f"{number}.", *title])


def _is_number(words: str) -> bool:
    found = look(words) if words.strip() else PROSE
    return found.number is not None and not found.titled
