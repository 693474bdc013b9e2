"""A story as a script for reading with many voices: every word once, in order, with who says it."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fabula.exports.export import Export
from fabula.layers import ParagraphKind
from fabula.text import Span
from fabula.world import Quoted, Story

KINDS = {
    ParagraphKind.STORY: "narration",
    ParagraphKind.HEADING: "heading",
    ParagraphKind.RULER: "ruler",
    ParagraphKind.MATTER: "matter",
}

LINE_ENDS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"})
"""Marks that JSON allows in a string but that some programs take for the end of a line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words for one voice. `quoted` is the quotation that they belong to, `None` for the narrator's own words."""

    span: Span
    kind: str
    quoted: Quoted | None

    @property
    def voice(self) -> str:
        """The speaker's id, `unknown`, or `narrator`: one voice each, even if two speakers have one name."""
        if self.quoted is None:
            return "narrator"
        return self.quoted.speaker.id if self.quoted.speaker else "unknown"

    @property
    def speaker(self) -> str:
        """The name for a person to read."""
        return self.quoted.speaker.name if self.quoted and self.quoted.speaker else self.voice


def stretches(story: Story) -> Iterator[Stretch]:
    """The whole text cut where the voice changes and where a paragraph begins.

    White space goes to the stretch before it. A quotation inside another is read by the outer one's speaker; words
    between marks that are no quotation are the narrator's.
    """
    pieces = _pieces(story)
    starts = [piece.start for piece, _ in pieces]
    paragraphs = story.document.paragraphs
    ends = [*list(paragraphs.starts)[1:], len(story.text)]
    start = 0
    for index, end in enumerate(ends[: len(paragraphs)]):
        kind = KINDS[ParagraphKind(paragraphs.kinds[index])]
        first = bisect_left(starts, start)
        if first and pieces[first - 1][0].end > start:
            first -= 1
        inside = pieces[first : bisect_left(starts, end)]
        yield from _paragraph(story.text, Span(start, end), kind, inside)
        start = end
    if start < len(story.text):
        yield Stretch(Span(start, len(story.text)), "narration", None)


def _pieces(story: Story) -> list[tuple[Span, Quoted]]:
    """Pieces of speech, thought and writing in text order, none inside another."""
    every = [
        (piece, quoted)
        for quoted in story.quotations
        if quoted.quotation.mode in ("speech", "thought", "writing")
        for piece in quoted.pieces
    ]
    every.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    out: list[tuple[Span, Quoted]] = []
    for piece, quoted in every:
        if not out or piece.start >= out[-1][0].end:
            out.append((piece, quoted))
    return out


def _paragraph(text: str, span: Span, kind: str, pieces: list[tuple[Span, Quoted]]) -> Iterator[Stretch]:
    position = span.start
    for index, (piece, quoted) in enumerate(pieces):
        start, end = max(piece.start, span.start), min(piece.end, span.end)
        if position < start:
            yield Stretch(Span(position, start), kind, None)
        following = pieces[index + 1][0].start if index + 1 < len(pieces) else span.end
        position = end if text[end:following].strip() else following
        yield Stretch(Span(start, position), quoted.quotation.mode, quoted)
    if position < span.end:
        yield Stretch(Span(position, span.end), kind, None)


def _line(text: str, stretch: Stretch) -> str:
    values = {
        "kind": stretch.kind,
        "voice": stretch.voice,
        "speaker": stretch.speaker,
        "confidence": stretch.quoted.confidence if stretch.quoted else None,
        "start": stretch.span.start,
        "end": stretch.span.end,
        "text": stretch.span.of(text),
    }
    return json.dumps(values, ensure_ascii=False).translate(LINE_ENDS) + "\n"


def _files(story: Story, stem: str) -> Mapping[str, str]:
    return {f"{stem}.script.jsonl": "".join(_line(story.text, stretch) for stretch in stretches(story))}


SCRIPT = Export("script", "Every word once, in order, with its voice: JSON lines.", ".script.jsonl", _files)
