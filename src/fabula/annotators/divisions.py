"""Headings, rulers and what is not story: the paragraphs of a text told apart, with the divisions they open.

Everything is decided from what came before, and from some paragraphs behind where a heading must be told from a line
of a list. `Block.tied` says that something about a paragraph was decided by what follows it: no passage may end there,
so that a text which stops at the end of a passage is read alike.
"""

from collections.abc import Iterator
from typing import NamedTuple

from fabula.annotators import gutenberg
from fabula.annotators.gaps import Gaps
from fabula.annotators.outline import HEADINGS, Group, Queue, Seen, entry, is_list, title_of, without_contents
from fabula.annotators.regions import kind_of
from fabula.annotators.titles import is_byline, is_capitalised, is_placeholder
from fabula.layers import DivisionKind, ParagraphKind
from fabula.text import Source, Span

OPENING = 2500
"""Characters of prose before the first heading that may be front matter; with more than that the story has begun."""
LICENCE = 20_000
"""The same behind a Gutenberg header."""
LISTED = 20_000
"""Characters of lines, as in a list of contents, that are held until it is known what they are."""
EARLY = 600
"""Characters of prose before a first heading that need not be numbered 1."""
LIST, MANY = 5, 400
"""Headings in a row that are a list of contents, and how many lines of one are held at once."""
FRONT_LENGTH, NOTE_LENGTH, END_LENGTH = 60_000, 1500, 3000
"""Characters after which matter that no heading ends gives way to story."""
TITLE_LINES = 4
MISSED = 3
"""How far a bare number may be ahead of the one before."""
TRUSTED = 2
"""Headings stated by the format, after which titles are no longer guessed."""


class Opening(NamedTuple):
    """The division that a paragraph opens. `end` is where its heading ends; `resumes` says that a note is over."""

    kind: DivisionKind
    title: str | None
    level: int
    end: int
    resumes: bool = False


class Block(NamedTuple):
    """A paragraph, what it is, the division it opens, and the gap before it where that stands out."""

    span: Span
    kind: ParagraphKind
    opens: Opening | None = None
    gap: Span | None = None
    tied: bool = False


def blocks(source: Source) -> Iterator[Block]:
    """The paragraphs of a source in text order, told apart."""
    return _Reading(source).blocks()


class _Reading:
    """What is known at some point of the reading."""

    def __init__(self, source: Source) -> None:
        self._queue = Queue(source)
        self._text = source.text
        self._shaped = source.shaped
        self._gaps = Gaps()
        self._entries: set[str] = set()
        self._last: Seen | None = None
        self._story: Opening | None = None
        self._matter: DivisionKind | None = None
        self._left = 0
        self._region: Span | None = None
        self._number: int | None = None
        self._has_chapters = False
        self._marked = 0
        self._after_heading = False
        self._closed = False
        self._begun = False

    def blocks(self) -> Iterator[Block]:
        """All blocks."""
        yield from self._opening()
        while self._queue.peek() is not None:
            yield from self._next()

    # -- the beginning

    def _opening(self) -> Iterator[Block]:
        """Title page, contents, dedication and header labels, up to the first heading or the first prose."""
        queue, count, prose, listed, limit = self._queue, 0, 0, 0, OPENING
        first = queue.peek()
        if first is not None and gutenberg.is_header(queue.words(first)):
            limit = LICENCE
        contents = False
        while (seen := queue.peek(count)) is not None and prose <= limit and listed <= LISTED:
            size = seen.span.end - seen.span.start
            if seen.region:
                break
            if gutenberg.is_start(queue.words(seen)):
                queue.hold(count)
                yield from self._front(count + 1)
                count, prose, listed, limit = 0, 0, 0, OPENING
                continue
            if seen.look.kind in HEADINGS or seen.look.kind == "front":
                groups, behind = self._run(count)
                if behind == count:
                    groups, behind = [Group(count, count + 1)], count + 1
                follower = queue.peek(behind)
                contents = contents or "contents" in queue.words(seen).lower()
                verse = follower is not None and follower.look.kind == "prose" and not contents and not follower.ruler
                if follower is None or self._is_prose(follower) or (verse and seen.look.kind != "front"):
                    real = without_contents(queue, groups) if len(groups) > 1 else groups
                    number = queue.at(real[0].start).look.number if real else None
                    if real and (number in (None, 0, 1) or prose < EARLY):
                        queue.hold(behind)
                        yield from self._front(real[0].start)
                        return
                listed += size
                count = behind
                continue
            if self._is_prose(seen):
                prose += size
            else:
                listed += size
            count += 1
        queue.hold(max(count - 1, 0))
        yield from self._untitled(count)

    def _untitled(self, count: int) -> Iterator[Block]:
        """The beginning of a text without a numbered heading: lines before the first prose, the last one its title."""
        queue = self._queue
        looks = [queue.at(index).look.kind for index in range(count)]
        story = next((index for index in range(count) if self._is_prose(queue.at(index))), None)
        if story is None:
            story = looks.index("prose") if "prose" in looks else looks.index("line") if "line" in looks else count
        lines: list[int] = []
        for index in range(story - 1, -1, -1):
            seen = queue.at(index)
            if seen.look.kind != "line" and not is_byline(queue.words(seen)):
                break
            if seen.look.kind == "line" and not is_byline(queue.words(seen)):
                lines.insert(0, index)
            elif lines:
                break
        title = lines[0] if len(lines) == 2 else lines[-1] if lines else None
        if title is None:
            yield from self._front(story)
            return
        yield from self._front(title)
        yield from self._heading(Group(0, len(lines[lines.index(title) :])))

    def _front(self, count: int) -> Iterator[Block]:
        """Takes so many paragraphs as front matter; notes and summaries among them are what they are."""
        for _ in range(count):
            seen = self._queue.pop()
            words = self._queue.words(seen)
            kind: DivisionKind = seen.look.kind if seen.look.kind in ("note", "summary") else "front"
            self._entries.update(entry(line) for line in words.split("\n") if len(line) < 200)
            new = kind if kind != self._matter else None
            self._matter, self._left = kind, 0
            opens = Opening(new, None, 1, seen.span.end) if new else None
            yield self._block(seen, ParagraphKind.RULER if seen.ruler else ParagraphKind.MATTER, opens)

    def _is_prose(self, seen: Seen) -> bool:
        words = self._queue.words(seen)
        return (
            seen.look.kind == "prose"
            and not seen.ruler
            and not is_list(words)
            and not is_byline(words)
            and not is_placeholder(words)
        )

    # -- paragraph after paragraph

    def _next(self) -> Iterator[Block]:
        seen = self._queue.at(0)
        words = self._queue.words(seen)
        kind = seen.look.kind
        if self._closed:
            yield self._plain()
        elif gutenberg.is_end(words):
            self._closed = True
            yield self._enter("end", None, END_LENGTH)
        elif seen.region is not None:
            yield self._in_region(seen)
        elif seen.ruler and not (kind == "number" and self._counts(seen, None)):
            if self._matter in ("note", "summary"):
                self._left = 0
            yield self._block(self._queue.pop(), ParagraphKind.RULER, self._first_opening(seen))
        elif is_placeholder(words) or kind == "signpost":
            yield self._block(self._queue.pop(), ParagraphKind.MATTER, self._first_opening(seen))
        elif kind in HEADINGS:
            yield from self._headings()
        elif kind == "front" and self._story is None:
            yield self._enter("front", title_of([words]), FRONT_LENGTH, ParagraphKind.HEADING)
        elif kind == "end" and self._story is not None:
            yield self._enter("end", title_of([words]), END_LENGTH, ParagraphKind.HEADING)
        elif kind in ("note", "summary"):
            alone = seen.look.titled
            heading = ParagraphKind.HEADING if alone else ParagraphKind.MATTER
            division: DivisionKind = "note" if kind == "note" else "summary"
            yield self._enter(division, title_of([words]) if alone else None, NOTE_LENGTH if alone else 0, heading)
        elif kind == "label" and (self._story is None or self._after_heading):
            yield self._block(self._queue.pop(), ParagraphKind.MATTER, self._first_opening(seen, "front"))
        elif kind == "line" and self._is_title(seen, words):
            yield from self._heading(Group(0, 1))
        else:
            yield self._plain()

    def _plain(self) -> Block:
        """The next paragraph as story, or as more of the matter that is open."""
        seen = self._queue.pop()
        size = seen.span.end - seen.span.start
        if self._matter is not None and (self._closed or self._left > 0):
            self._left -= size
            return self._block(seen, ParagraphKind.MATTER, None)
        opens = None
        if self._matter is not None or not self._begun:
            story = self._story
            opens = Opening(
                "chapter", story.title if story else None, story.level if story else 1, seen.span.end, bool(story)
            )
        self._matter, self._left = None, 0
        return self._block(seen, ParagraphKind.STORY, opens)

    def _enter(
        self, kind: DivisionKind, title: str | None, length: int, is_: ParagraphKind = ParagraphKind.MATTER
    ) -> Block:
        """The next paragraph as the beginning of matter of this kind, which lasts for at most so many characters."""
        seen = self._queue.pop()
        again = self._matter == kind and title is None
        self._matter, self._left = kind, length
        return self._block(seen, is_, None if again else Opening(kind, title, 1, seen.span.end))

    def _in_region(self, seen: Seen) -> Block:
        """The next paragraph, which the format says is not story."""
        region = seen.region
        assert region is not None
        heading = seen.level is not None
        title = title_of([self._queue.words(seen)]) if heading else None
        new = region.span.start != (self._region.start if self._region else None)
        self._region = region.span
        self._queue.pop()
        self._matter, self._left = kind_of(region), 0
        opens = Opening(kind_of(region), title, seen.level or 1, seen.span.end) if new or heading else None
        kind = ParagraphKind.RULER if seen.ruler else ParagraphKind.HEADING if heading else ParagraphKind.MATTER
        return self._block(seen, kind, opens)

    def _first_opening(self, seen: Seen, kind: DivisionKind = "chapter") -> Opening | None:
        if self._begun:
            return None
        if kind != "chapter":
            self._matter, self._left = kind, 0
        return Opening(kind, None, 1, seen.span.end)

    # -- headings

    def _headings(self) -> Iterator[Block]:
        """A heading, or several in a row, or a list of contents, or lines that only look like headings."""
        queue = self._queue
        groups, behind = self._run(0)
        if not groups:
            yield self._plain()
            return
        if len(groups) >= LIST:
            queue.hold(behind)
            real = without_contents(queue, groups)
            listed = real[0].start if real else behind
            self._matter, self._left = self._matter or "front", 0
            opens = Opening(self._matter, None, 1, queue.at(0).span.end)
            for index in range(listed):
                seen = queue.pop()
                self._entries.add(entry(queue.words(seen)))
                yield self._block(seen, ParagraphKind.MATTER, opens if index == 0 else None)
            groups = [Group(group.start - listed, group.end - listed) for group in real]
        elif len(groups) > 1 and all(queue.at(group.start).look.kind == "number" for group in groups):
            queue.hold(behind)
            for _ in range(behind):
                yield self._plain()
            return
        taken = 0
        for group in groups:
            yield from self._heading(Group(group.start - taken, group.end - taken))
            taken = group.end

    def _run(self, start: int) -> tuple[list[Group], int]:
        """The headings in a row from paragraph `start` on, each with its title line, and the first paragraph behind."""
        queue, groups, index = self._queue, list[Group](), start
        while (seen := queue.peek(index)) is not None and index - start < MANY:
            before = queue.at(groups[-1].start) if groups else None
            if before is not None and self._titles(before, seen, index - groups[-1].start):
                groups[-1] = Group(groups[-1].start, index + 1)
            elif seen.look.kind == "word":
                number = queue.peek(index + 1)
                if number is None or number.look.kind != "number" or number.look.titled:
                    break
                groups.append(Group(index, index + 2))
                index += 1
            elif seen.look.kind in HEADINGS and seen.region is None and self._counts(seen, before):
                groups.append(Group(index, index + 1))
            else:
                break
            index += 1
        return groups, index

    def _titles(self, number: Seen, seen: Seen, distance: int) -> bool:
        """Whether a line is the title of the number so many paragraphs above it, or one more line of it."""
        if seen.ruler or seen.region is not None or number.look.titled or number.look.kind == "marked":
            return False
        if distance > (2 if number.look.kind == "word" else 1) and (distance > TITLE_LINES or seen.blanks > 0):
            return False
        if number.level is not None:
            return seen.level is not None and seen.look.kind == "marked"
        return seen.level is None and seen.look.kind == "line"

    def _counts(self, seen: Seen, before: Seen | None) -> bool:
        """Whether a bare number goes on counting; every other heading does."""
        if seen.level is not None:
            return True
        if seen.look.kind != "number":
            return True
        if self._marked >= TRUSTED:
            return False
        number = seen.look.number or 0
        last = self._number
        if before is not None and before.look.kind == "number":
            last = before.look.number
        return number <= 1 or last is None or last < number <= last + MISSED

    def _heading(self, group: Group) -> Iterator[Block]:
        """Takes a heading of one or more paragraphs."""
        queue = self._queue
        first, last = queue.at(group.start), queue.at(group.end - 1)
        lines = [queue.words(queue.at(index)) for index in range(group.start, group.end)]
        title = title_of([" ".join(lines[:2]), *lines[2:]] if first.look.kind == "word" else lines)
        level = self._level(first)
        opens = Opening("chapter", title, level, last.span.end)
        if self._begun and first.look.kind in ("chapter", "part", "named", "word"):
            self._gaps.add_heading(first.blanks)
        if first.look.kind == "number":
            self._number = first.look.number
        elif first.look.kind in ("chapter", "word"):
            self._has_chapters, self._number = True, 0
        self._marked += first.level is not None
        self._story, self._matter, self._left, self._region = opens, None, 0, None
        queue.hold(group.end)
        for index in range(group.end - group.start):
            yield self._block(queue.pop(), ParagraphKind.HEADING, opens if index == 0 else None)
        self._after_heading = True

    def _level(self, seen: Seen) -> int:
        if seen.level is not None:
            return seen.level
        if seen.look.kind == "part":
            return 1
        return 3 if seen.look.kind == "number" and self._has_chapters else 2

    def _is_title(self, seen: Seen, words: str) -> bool:
        """Whether a line without a number is a heading: by the contents, by what follows, or by the gap before it."""
        follower = self._queue.peek(1)
        if follower is None or self._shaped or self._marked >= TRUSTED or not self._begun:
            return False
        numbered = follower.look.kind in ("number", "chapter") and follower.look.number == 1
        if not (numbered or self._is_prose(follower)):
            return False
        wide = self._gaps.may_head(seen.blanks)
        found = entry(words) in self._entries or (
            is_capitalised(words) and (numbered or self._matter == "end" or (wide and follower.blanks > 0))
        )
        if found:
            self._queue.hold(1)
        return found

    # -- blocks

    def _block(self, seen: Seen, kind: ParagraphKind, opens: Opening | None) -> Block:
        last, gap = self._last, None
        if kind is ParagraphKind.STORY and last is not None and not self._after_heading and opens is None:
            if self._gaps.stands_out(seen.blanks):
                gap = Span(last.span.end, seen.span.start)
            self._gaps.add(seen.blanks)
        self._last = seen
        self._begun = True
        self._after_heading = kind is not ParagraphKind.STORY
        if opens is not None and opens.kind == "chapter":
            self._story = opens
        return Block(seen.span, kind, opens, gap, self._queue.is_held(seen))
