"""Headings, rulers and what is not story: the paragraphs of a text told apart, with the divisions they open.

Everything is decided from what came before, and from some paragraphs behind where a heading must be told from a line
of a list. `Block.tied` says that something about a paragraph was decided by what follows it: no passage may end there,
so that a text which stops at the end of a passage is read alike.
"""

from collections.abc import Iterator
from typing import NamedTuple, cast

from fabula.annotators.structure import gutenberg
from fabula.annotators.structure.gaps import Gaps, may_part
from fabula.annotators.structure.headings import Headings
from fabula.annotators.structure.opening import beginning, is_prose
from fabula.annotators.structure.outline import HEADINGS, Group, Queue, Seen, entry, title_of, without_contents
from fabula.annotators.structure.titles import is_capitalised, is_placeholder
from fabula.layers import DivisionKind, ParagraphKind
from fabula.text import Source, Span

LIST = 5
"""Headings in a row that are a list of contents."""
FRONT_LENGTH, NOTE_LENGTH, END_LENGTH = 60_000, 1500, 3000
"""Characters after which matter that no heading ends gives way to story."""
ENTRY_LENGTH = 200
"""Characters of the longest line of contents that is remembered."""


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


class Blocks:
    """The paragraphs of a source in text order, told apart; when it has grown, there are more.

    `matter` is what is not story and still open, `left` its patience.
    """

    def __init__(self, source: Source) -> None:
        self._queue = Queue(source)
        self._text = source.text
        self._shaped = source.shaped
        self._headings = Headings(self._queue)
        self._gaps = Gaps()
        self._entries: set[str] = set()
        self._last: Seen | None = None
        self._story: Opening | None = None
        self._matter: DivisionKind | None = None
        self._left = 0
        self._region: Span | None = None
        self._after_heading = False
        self._closed = False

    def grow(self, source: Source) -> None:
        """Takes the source that begins with the one so far, when all of that has been read."""
        self._text = source.text
        self._queue.grow(source)

    def more(self) -> Iterator[Block]:
        """The blocks up to the end."""
        if self._last is None:
            yield from self._beginning()
        while (seen := self._queue.peek()) is not None:
            yield from self._next(seen)

    def _beginning(self) -> Iterator[Block]:
        begin = beginning(self._queue, self._headings)
        while begin.again:
            yield from self._front(begin.front)
            begin = beginning(self._queue, self._headings)
        yield from self._front(begin.front)
        if begin.title:
            yield from self._heading(Group(0, begin.title))

    def _next(self, seen: Seen) -> Iterator[Block]:
        """The next paragraph, or several that were decided together."""
        words, kind = self._queue.words(seen), seen.look.kind
        if self._closed:
            yield self._plain()
        elif gutenberg.is_end(words):
            self._closed = True
            yield self._enter("end", None, END_LENGTH)
        elif seen.region is not None:
            yield self._in_region(seen)
        elif seen.ruler and not (kind == "number" and self._headings.counts(seen)):
            if self._matter in ("note", "summary"):
                self._left = 0
            yield self._take(ParagraphKind.RULER)
        elif is_placeholder(words) or kind == "signpost":
            yield self._take(ParagraphKind.MATTER)
        elif kind in HEADINGS:
            yield from self._run()
        elif kind == "front" and self._story is None:
            yield self._enter("front", title_of([words]), FRONT_LENGTH)
        elif kind == "end" and self._story is not None:
            yield self._enter("end", title_of([words]), END_LENGTH)
        elif kind in ("note", "summary"):
            alone = seen.look.titled
            title, length = (title_of([words]), NOTE_LENGTH) if alone else (None, 0)
            yield self._enter(cast("DivisionKind", kind), title, length)
        elif kind == "label" and self._after_heading:
            yield self._take(ParagraphKind.MATTER)
        elif kind == "line" and self._is_title(seen, words):
            yield from self._heading(Group(0, 1))
        else:
            yield self._plain()

    # -- what is not story

    def _front(self, count: int) -> Iterator[Block]:
        """Takes so many paragraphs as front matter; notes and summaries among them are what they are."""
        for _ in range(count):
            seen = self._queue.pop()
            self._remember(seen)
            kind: DivisionKind = seen.look.kind if seen.look.kind in ("note", "summary") else "front"
            opens = None if kind == self._matter else Opening(kind, None, 1, seen.span.end)
            self._matter, self._left = kind, 0
            yield self._block(seen, ParagraphKind.RULER if seen.ruler else ParagraphKind.MATTER, opens)

    def _enter(self, kind: DivisionKind, title: str | None, length: int) -> Block:
        """The next paragraph as the beginning of matter of this kind, which lasts for at most so many characters."""
        seen = self._queue.pop()
        again = self._matter == kind and title is None
        self._matter, self._left = kind, length
        opens = None if again else Opening(kind, title, 1, seen.span.end)
        return self._block(seen, ParagraphKind.HEADING if title else ParagraphKind.MATTER, opens)

    def _in_region(self, seen: Seen) -> Block:
        """The next paragraph, which the format says is not story."""
        region = self._queue.pop().region
        assert region is not None
        kind = cast("DivisionKind", region.kind)
        marked = seen.level is not None
        title = title_of([self._queue.words(seen)]) if marked else None
        opens = None
        if marked or region.span.start != (self._region.start if self._region else None):
            opens = Opening(kind, title, seen.level or 1, seen.span.end)
        self._region, self._matter, self._left = region.span, kind, 0
        is_ = ParagraphKind.RULER if seen.ruler else ParagraphKind.HEADING if marked else ParagraphKind.MATTER
        return self._block(seen, is_, opens)

    def _remember(self, seen: Seen) -> None:
        """Takes note of lines that may be entries of a list of contents."""
        lines = self._queue.words(seen).split("\n")
        self._entries.update(entry(line) for line in lines if len(line) < ENTRY_LENGTH)

    # -- headings

    def _run(self) -> Iterator[Block]:
        """A heading, or several in a row, or a list of contents, or lines that only look like headings."""
        queue = self._queue
        groups, behind = self._headings.run(0)
        if not groups:
            yield self._plain()
        elif len(groups) >= LIST:
            queue.hold(behind)
            real = without_contents(queue, groups)
            yield from self._front(real[0].start if real else behind)
        elif len(groups) > 1 and all(queue.at(group.start).look.kind == "number" for group in groups):
            queue.hold(behind)
            for _ in range(behind):
                yield self._plain()
        else:
            taken = 0
            for group in groups:
                yield from self._heading(Group(group.start - taken, group.end - taken))
                taken = group.end

    def _heading(self, group: Group) -> Iterator[Block]:
        """Takes a heading of one or more paragraphs."""
        queue = self._queue
        first, last = queue.at(group.start), queue.at(group.end - 1)
        lines = [queue.words(queue.at(index)) for index in range(group.start, group.end)]
        title = title_of([" ".join(lines[:2]), *lines[2:]] if first.look.kind == "word" else lines)
        opens = Opening("chapter", title, self._headings.take(first), last.span.end)
        if self._last is not None and first.look.kind in ("chapter", "part", "named", "word"):
            self._gaps.add_heading(first.blanks)
        self._matter, self._left, self._region = None, 0, None
        queue.hold(group.end)
        for index in range(group.end - group.start):
            yield self._block(queue.pop(), ParagraphKind.HEADING, opens if index == 0 else None)

    def _is_title(self, seen: Seen, words: str) -> bool:
        """Whether a line without a number is a heading: by the contents, by what follows, or by the gap before it."""
        follower = self._queue.peek(1)
        if follower is None or self._shaped or self._headings.are_marked:
            return False
        numbered = follower.look.kind in ("number", "chapter") and follower.look.number == 1
        if not (numbered or is_prose(self._queue, follower)):
            return False
        set_off = follower.blanks > 0 and self._gaps.may_head(seen.blanks)
        alike = is_capitalised(words) and words[-1] != ":"
        numbered = numbered and self._matter is None
        found = entry(words) in self._entries or (alike and (numbered or set_off or self._matter == "end"))
        if found:
            self._queue.hold(1)
        return found

    # -- blocks

    def _plain(self) -> Block:
        """The next paragraph as story, or as more of the matter that is open."""
        seen = self._queue.pop()
        if self._matter is not None and (self._closed or self._left > 0):
            self._left -= seen.span.end - seen.span.start
            if self._matter == "front":
                self._remember(seen)
            return self._block(seen, ParagraphKind.MATTER, None)
        opens = None
        if self._matter is not None:
            story = self._story or Opening("chapter", None, 1, 0)
            opens = story._replace(end=seen.span.end, resumes=self._story is not None)
        self._matter = self._region = None
        return self._block(seen, ParagraphKind.STORY, opens)

    def _take(self, kind: ParagraphKind) -> Block:
        return self._block(self._queue.pop(), kind, None)

    def _block(self, seen: Seen, kind: ParagraphKind, opens: Opening | None) -> Block:
        last, gap = self._last, None
        if last is None and opens is None:
            opens = Opening("chapter", None, 1, seen.span.end)
        elif last is not None and opens is None and kind is ParagraphKind.STORY and not self._after_heading:
            if self._gaps.stands_out(seen.blanks) and may_part(self._text[slice(*last.span)], self._queue.words(seen)):
                gap = Span(last.span.end, seen.span.start)
            self._gaps.add(seen.blanks)
        self._last = seen
        self._after_heading = kind is not ParagraphKind.STORY
        if opens is not None and opens.kind == "chapter" and not opens.resumes:
            self._story = opens
        return Block(seen.span, kind, opens, gap, self._queue.is_held(seen))
