"""Collects paragraphs as a format states them."""

import re
from collections.abc import Iterable, Sequence

from fabula.readers.assembly import assemble
from fabula.readers.block import RULER, Block, Region
from fabula.text import MarkKind, Notice, Source

HEADING_LIMIT = 300
"""Characters past which a heading is taken for a paragraph that was only made to look like one."""
SPACES = re.compile(r"[ \t\n\r\f]+")
LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c]")
RULER_LIMIT = 80
STRONG = "*~#⁂❦❧☙◊♦§•✦✻❖"
RULER_LIKE = re.compile(rf"(?:[{STRONG}]|[{STRONG}=_+\-–—]\s*[{STRONG}=_+\-–—])[{STRONG}=_+\-–—\s]*")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Marks that only say where a line may break: soft hyphen, zero width space, word joiner, zero width no-break space."""


class Manuscript:
    """Takes text, line breaks, emphasis and paragraph ends in the order of the file.

    `document` and `element` say where in the file the reader stands, `region` what the words there are.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.document = ""
        self.element = 0
        self.region: Region | None = None
        self._regions = 0
        self._before_story = 0
        self._gap = 0
        self._picture: str | None = None
        self._emphasis_depth = 0
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._line_is_blank = True
        self._emphasis: list[tuple[int, int]] = []
        self._emphasis_start = 0
        self._first_element: int | None = None

    @property
    def empty(self) -> bool:
        """Whether the paragraph in the making has no words yet."""
        return not self._pieces or (self._line_is_blank and not "".join(self._pieces).strip())

    @property
    def begun(self) -> bool:
        """Whether a paragraph of the story stands there; those found to be none are not looked at again."""
        blocks = self.blocks
        while self._before_story < len(blocks) and not blocks[self._before_story].is_story:
            self._before_story += 1
        return self._before_story < len(blocks)

    @property
    def at_line_start(self) -> bool:
        """Whether the line in the making has no words yet."""
        return self._line_is_blank

    def place(self) -> tuple[int, int]:
        """The place reached, for `since` and `take_back`."""
        return len(self.blocks), len(self._pieces)

    def since(self, place: tuple[int, int]) -> str:
        """The words added to the paragraph since then; none if it has ended."""
        return "".join(self._pieces[place[1] :]) if place[0] == len(self.blocks) else ""

    def take_back(self, place: tuple[int, int]) -> None:
        """Takes the words added to the paragraph since then out of it."""
        self._length -= len(self.since(place))
        del self._pieces[place[1] :]
        self._line_is_blank = not self._pieces or self._pieces[-1] == "\n"

    def enter(self, kind: MarkKind) -> Region:
        """Begins a region of its own, and returns it."""
        self._regions += 1
        self.region = Region(kind, self._regions)
        return self.region

    def text(self, words: str, *, verbatim: bool = False) -> None:
        """Adds words; white space is collapsed as a browser does, unless they are `verbatim`."""
        words = INVISIBLE.sub("", words)
        if verbatim:
            first, *others = LINE_BREAK.split(words)
            self._add(first)
            for line in others:
                self.line_break()
                self._add(line)
            return
        words = SPACES.sub(" ", words)
        if words.startswith(" ") and (not self._pieces or self._pieces[-1][-1] in " \n"):
            words = words[1:]
        self._add(words)

    def _add(self, words: str) -> None:
        if not words:
            return
        if self._line_is_blank and not words.isspace():
            self._line_is_blank = False
            if self._first_element is None:
                self._first_element = self.element
        self._pieces.append(words)
        self._length += len(words)

    def line_break(self) -> None:
        """Ends a line inside the paragraph; a second break ends the paragraph itself, as it looks to the eye."""
        if self.empty:
            self._drop()
            self._gap += 1
        elif self._line_is_blank:
            self.end()
        else:
            if self._pieces[-1].endswith(" "):
                self._length -= 1
                self._pieces[-1] = self._pieces[-1][:-1]
            self._pieces.append("\n")
            self._length += 1
            self._line_is_blank = True

    def emphasise(self, on: bool) -> None:
        """Begins or ends emphasis; it may nest, and it may run over paragraph ends."""
        self._emphasis_depth += 1 if on else -1
        if on and self._emphasis_depth == 1:
            self._emphasis_start = self._length
        elif not on and self._emphasis_depth == 0:
            self._emphasis.append((self._emphasis_start, self._length))

    def _drop(self) -> None:
        first = self._first_element
        self._begin()
        self._first_element = first

    def end(self, kind: MarkKind | None = None, level: int = 0) -> Block | None:
        """Ends the paragraph; returns it, or `None` if it holds no words."""
        if self._emphasis_depth:
            self._emphasis.append((self._emphasis_start, self._length))
        whole = "".join(self._pieces)
        words = whole.strip()
        block = None
        if words:
            if kind == "heading" and len(words) > HEADING_LIMIT:
                kind = None
            if kind is None and len(words) <= RULER_LIMIT and RULER_LIKE.fullmatch(words):
                kind = "ruler"
            shift = len(whole) - len(whole.lstrip())
            emphasis = list(_trimmed(words, ((start - shift, end - shift) for start, end in self._emphasis)))
            element = self.element if self._first_element is None else self._first_element
            block = Block(words, self.document, element, self.region, kind, level, self._gap, self._picture)
            block.emphasis = emphasis
            self.blocks.append(block)
            self._gap, self._picture = 0, None
        elif whole:
            self._gap += 1
        self._begin()
        return block

    def ruler(self) -> None:
        """Adds a ruler of its own, unless nothing stands before it or a ruler does."""
        self.end()
        if self.blocks and self.blocks[-1].kind != "ruler":
            self.blocks.append(Block(RULER, self.document, self.element, self.region, "ruler"))
        self._gap = 0

    def picture(self, name: str) -> None:
        """Notes a picture that stands alone."""
        self._picture = name

    def blank(self) -> None:
        """Notes an empty paragraph."""
        self.end()
        self._gap += 1

    def end_titled(self, kind: MarkKind | None, level: int) -> Block | None:
        """Ends a paragraph of a document with styles: `level` 0 is the work's title, which stands before the story."""
        block = self.end(kind, max(level, 1) if kind else 0)
        if block and kind and level == 0:
            block.region = self.enter("front")
            self.region = None
        return block

    def source(
        self,
        *,
        format: str,
        origin: str | None,
        title: str | None = None,
        author: str | None = None,
        metadata: Iterable[tuple[str, str]] = (),
        notices: Sequence[Notice] = (),
    ) -> Source:
        """The source. Rare gaps between paragraphs of the story become rulers, with a notice."""
        self.end()
        return assemble(
            self.blocks,
            Source("", title, author, origin, format, True, tuple(pair for pair in metadata if pair[1])),
            notices,
        )


def _trimmed(words: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The spans without white space at their edges; empty ones left out, adjoining ones joined."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        start, end = max(start, 0), min(end, len(words))
        while start < end and words[start].isspace():
            start += 1
        while end > start and words[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        if last and start <= last[1]:
            last = (last[0], max(end, last[1]))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last
