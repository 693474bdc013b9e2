"""Which paragraphs in a row are headings, each with its title, and how deep they are."""

from fabula.annotators.structure.outline import HEADINGS, Group, Queue, Seen
from fabula.annotators.structure.titles import NUMBERED_LENGTH, is_capitalised

MANY = 400
"""Paragraphs of a list of contents that are held at once."""
TITLE_LINES = 4
"""Lines of the longest title that stands on several lines."""
MISSED = 3
"""How far a bare number may be ahead of the one before."""
TRUSTED = 2
"""Headings stated by the format, after which titles are no longer guessed."""


class Headings:
    """The headings so far, and those that begin at some place in the queue."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self._number: int | None = None
        self._has_chapters = False
        self._marked = 0

    @property
    def are_marked(self) -> bool:
        """Whether the format states its headings, so that none need be guessed."""
        return self._marked >= TRUSTED

    def take(self, seen: Seen) -> int:
        """Takes note of a heading that begins with this paragraph, and returns its level, 1 the highest."""
        kind = seen.look.kind
        level = seen.level or (1 if kind == "part" else 3 if kind == "number" and self._has_chapters else 2)
        if kind == "number":
            self._number = seen.look.number
        elif kind in ("chapter", "word"):
            self._has_chapters, self._number = True, 0
        self._marked += seen.level is not None
        return level

    def run(self, start: int) -> tuple[list[Group], int]:
        """The headings in a row from paragraph `start` on, each with its title line, and the first paragraph behind."""
        queue, groups, index = self._queue, list[Group](), start
        while (seen := queue.peek(index)) is not None and index - start < MANY:
            before = queue.at(groups[-1].start) if groups else None
            if before is not None and self._titles(before, index, index - groups[-1].start):
                groups[-1] = Group(groups[-1].start, index + 1)
            elif seen.look.kind == "word":
                number = queue.peek(index + 1)
                if number is None or number.look.kind != "number" or number.look.titled:
                    break
                groups.append(Group(index, index + 2))
                index += 1
            elif seen.look.kind in HEADINGS and seen.region is None and self.counts(seen, before):
                groups.append(Group(index, index + 1))
            else:
                break
            index += 1
        return groups, index

    def counts(self, seen: Seen, before: Seen | None = None) -> bool:
        """Whether a bare number goes on counting, from the heading `before` it in a row; every other heading does."""
        if seen.level is not None or seen.look.kind != "number":
            return True
        if self.are_marked:
            return False
        number = seen.look.number or 0
        last = before.look.number if before is not None and before.look.kind == "number" else self._number
        return number <= 1 or last is None or last < number <= last + MISSED

    def _titles(self, number: Seen, index: int, distance: int) -> bool:
        """Whether a paragraph is the title of the number so many paragraphs above it, or one more line of it."""
        queue = self._queue
        seen = queue.at(index)
        if seen.ruler or seen.region is not None or number.look.titled or number.look.kind == "marked":
            return False
        if number.level is not None:
            return distance == 1 and seen.level is not None and seen.look.kind == "marked"
        words, first = queue.words(seen), 2 if number.look.kind == "word" else 1
        if distance > first:
            if words[0] == "(" and distance == first + 1:
                return seen.look.kind == "line"
            if seen.blanks > 0 or distance > TITLE_LINES:
                return False
        if seen.level is not None or not (seen.look.kind == "line" or _is_exclaimed(words)):
            return False
        follower = queue.peek(index + 1)
        return is_capitalised(words) or words.isupper() or (follower is not None and follower.look.kind == "prose")


def _is_exclaimed(words: str) -> bool:
    """Whether these words are a title that ends with an exclamation mark."""
    return words[-1] == "!" and words[0].isalpha() and len(words) <= NUMBERED_LENGTH and is_capitalised(words)
