"""The text of a story, where it came from, and the way back."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from re import compile as pattern
from typing import Literal, NamedTuple

from fabula.text.span import Span

MarkKind = Literal["heading", "ruler", "emphasis", "front", "note", "summary", "end"]

LINE_END = pattern(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
SURROGATE = pattern("[\ud800-\udfff]")
NUL = pattern("\0")


class Part(NamedTuple):
    """Where the file's own part begins in the text: an EPUB document's element, a DOCX paragraph."""

    start: int
    document: str
    element: int


class Mark(NamedTuple):
    """Structure that the file format states itself.

    `heading` and `ruler` mark one paragraph, `emphasis` some words; `front`, `note`, `summary` and `end` mark a
    region that is not story. `level` is a heading's depth, 1 the highest.
    """

    kind: MarkKind
    span: Span
    level: int = 0


class Notice(NamedTuple):
    """Something a reader decided or found that the person should know: an encoding, mojibake, a dropped image."""

    code: str
    message: str


class Location(NamedTuple):
    """A position as a person looks it up. `line` and `column` count from 1; the part is `None` in plain text."""

    line: int
    column: int
    document: str | None
    element: int | None


@dataclass(frozen=True)
class Source:
    """The text, never changed after reading, with its origin and the map back to the file.

    All positions are code points of `text`. `origin` is the file's name without its folder, so that the same file
    gives the same story wherever it lies. `shaped` says that the format states its own paragraphs, each ended by a
    blank line: a line end inside one is then a break that the author made, never a wrap.
    Lone surrogates and NULs, which files and databases cannot hold, become U+FFFD, one for one, with a notice; so do
    the surrogates by which Python writes a file's name that is not UTF-8.
    """

    text: str
    title: str | None = None
    author: str | None = None
    origin: str | None = None
    format: str = "text"
    shaped: bool = False
    metadata: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        for pattern_, code, name in ((SURROGATE, "surrogates", "lone surrogates"), (NUL, "nuls", "NUL characters")):
            clean, count = pattern_.subn("\ufffd", self.text)
            if count:
                object.__setattr__(self, "text", clean)
                notice = Notice(code, f"{count} {name} were read as U+FFFD.")
                object.__setattr__(self, "notices", (*self.notices, notice))
        if self.origin is not None:
            object.__setattr__(self, "origin", SURROGATE.sub("\ufffd", self.origin))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal."""
        return sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def locate(self, position: int) -> Location:
        """Line and column of a position, and the file's own part that holds it."""
        line = bisect_right(self._line_starts, position)
        index = bisect_right(self.parts, position, key=lambda part: part.start) - 1
        part = self.parts[index] if index >= 0 else None
        return Location(
            line,
            position - self._line_starts[line - 1] + 1,
            part.document if part else None,
            part.element if part else None,
        )

    def until(self, p: int) -> "Source":
        """The source as it stands when only `text[:p]` has been read."""
        return replace(
            self,
            text=self.text[:p],
            parts=tuple(part for part in self.parts if part.start < p),
            marks=tuple(
                mark._replace(span=Span(mark.span.start, min(mark.span.end, p)))
                for mark in self.marks
                if mark.span.start < p
            ),
        )
