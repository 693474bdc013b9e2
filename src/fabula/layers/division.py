"""Front matter, chapters, notes and end matter."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

DivisionKind = Literal["front", "chapter", "note", "summary", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Division(Claim):
    """A numbered or titled part of the text, which lasts until the next one begins.

    `start` is where it begins; its heading, where it has one, is the evidence, else the first paragraph.
    `kind` says whether it is story (`chapter`) or lies around it. `title` is `None` without a heading.
    `level` is the depth of the heading, 1 the highest; in plain text 1 for parts, 2 for chapters, 3 for their sections.
    `resumes` is the id of the chapter that goes on here after a note, `None` elsewhere; it gives its title too.
    """

    layer: ClassVar[str] = "divisions"
    prefix: ClassVar[str] = "d"

    start: int
    kind: DivisionKind
    title: str | None = None
    level: int = 1
    resumes: str | None = None
