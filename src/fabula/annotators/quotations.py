"""Finds quotations by their marks, paragraph by paragraph, and joins the pieces of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from fabula.annotators.quotation_cues import narrated
from fabula.annotators.quotation_joins import joined
from fabula.annotators.quotation_marks import MARK_CHARACTERS, Family
from fabula.annotators.quotation_modes import (
    Setting,
    is_salutation,
    is_utterance,
    other_mode,
    utterance_mode,
)
from fabula.annotators.quotation_pairs import Piece
from fabula.annotators.quotation_style import Style
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, ParagraphKind, Passage, Quotation, QuotationMode
from fabula.text import Source, Span


@dataclass(slots=True)
class Found:
    """A quotation in the making: its pieces, and the quotations inside it."""

    pieces: list[Piece]
    mode: QuotationMode
    inner: list["Found"] = field(default_factory=list)


class Quotations:
    """Makes the quotations of each passage; what is open where a passage ends is closed there."""

    name: ClassVar[str] = "quotations"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage,)
    makes: ClassVar[tuple[type[Claim], ...]] = (Quotation,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._style = Style(source.text)

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the quotations of the passage's story paragraphs."""
        text, columns = draft.text, draft.paragraphs
        indices = columns.covered_by(passage.span)
        runs = [columns[i] if columns.kinds[i] == ParagraphKind.STORY else None for i in indices]
        self._style.observe([span for span in runs if span])
        found: list[Found] = []
        speaking: Found | None = None
        in_letter = False
        for paragraph, following in zip(runs, [*runs[1:], None], strict=True):
            if paragraph is None:
                speaking, in_letter = None, False
                continue
            pieces = self._style.pieces(paragraph)
            _repair(text, pieces, following)
            whole = len(pieces) == 1 and (pieces[0].start, pieces[0].end) == paragraph
            in_letter = whole and (in_letter or _salutes(text, pieces[0]))
            speaking = self._collect(text, paragraph, pieces, found, speaking, in_letter=in_letter)
        for quotation in found:
            self._claim(draft, passage, quotation, None)

    def _collect(
        self,
        text: str,
        region: Span,
        pieces: Sequence[Piece],
        found: list[Found],
        speaking: Found | None,
        *,
        in_letter: bool = False,
        inside: bool = False,
    ) -> Found | None:
        """Adds the quotations of one region; gives back the one that is still open at its end.

        `speaking` is the one that was open before, `inside` says that the region lies inside a quotation.
        """
        last: Found | None = None
        for index, piece in enumerate(pieces):
            words = _words(text, piece)
            if words.start >= words.end:
                continue
            before = pieces[index - 1].end if index else region.start
            after = pieces[index + 1].start if index + 1 < len(pieces) else region.end
            span = Span(piece.start, piece.end)
            usual = inside or self._style.usual(piece.family)
            setting = Setting(region, before, after, span, words, piece.closed, usual)
            goes_on = speaking is not None and index == 0 and piece.start == region.start and _alike(speaking, piece)
            if goes_on and speaking:
                quotation = speaking
                quotation.pieces.append(piece)
            elif in_letter:
                quotation = Found([piece], "writing")
                found.append(quotation)
            elif not is_utterance(text, setting):
                quotation = Found([piece], other_mode(text, setting))
                found.append(quotation)
            else:
                mode = utterance_mode(text, setting)
                if last and last.mode in ("speech", "thought") and _joins(text, last, piece, words):
                    quotation = last
                    quotation.pieces.append(piece)
                else:
                    quotation = Found([piece], mode)
                    found.append(quotation)
            if piece.inner:
                self._collect(text, words, piece.inner, quotation.inner, None, inside=True)
            last = quotation
        return last if last and pieces and not pieces[-1].closed else None

    def _claim(self, draft: Draft, passage: Passage, found: Found, parent: Quotation | None) -> None:
        quotation = draft.add(
            Quotation(
                id=draft.new_id(Quotation),
                evidence=tuple(Span(piece.start, piece.end) for piece in found.pieces),
                known_at=passage.span.end,
                made_by=self.name,
                mode=found.mode,
                style=_style_of(draft.text, found.pieces),
                parent=parent.id if parent else None,
            )
        )
        for inner in found.inner:
            self._claim(draft, passage, inner, quotation)


def _repair(text: str, pieces: Sequence[Piece], following: Span | None) -> None:
    """Gives a piece that lacks a mark its likely edge: where the narrator takes over, or the end of the words."""
    for piece in pieces:
        if not piece.closed:
            goes_on = piece is pieces[-1] and following is not None and text[following.start] == text[piece.start]
            cue = None if goes_on else next(narrated(text, piece.start, piece.end), None)
            if cue:
                piece.end, piece.closed = cue.start, True
            while piece.end > piece.start + 1 and text[piece.end - 1].isspace():
                piece.end -= 1
        if not piece.opened:
            while text[piece.start].isspace():
                piece.start += 1


def _words(text: str, piece: Piece) -> Span:
    """The piece without its marks and the blanks beside them."""
    start, end = piece.start, piece.end
    while start < end and (text[start] in MARK_CHARACTERS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in MARK_CHARACTERS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _salutes(text: str, piece: Piece) -> bool:
    words = _words(text, piece)
    return is_salutation(text, words) and text[words.end - 1] in ",:—-"


def _alike(found: Found, piece: Piece) -> bool:
    return piece.opened and found.pieces[-1].family is piece.family


def _joins(text: str, last: Found, piece: Piece, words: Span) -> bool:
    if piece.family is Family.DASH:
        return last.pieces[-1].family is Family.DASH
    return joined(text, _words(text, last.pieces[-1]), words)


def _style_of(text: str, pieces: Sequence[Piece]) -> str:
    """The opening and the closing mark; empty where the book left one out."""
    opening = next((_mark(text, piece.start, 1) for piece in pieces if piece.opened), "")
    if pieces[0].family is Family.DASH:
        return opening
    return opening + next((_mark(text, piece.end, -1) for piece in pieces if piece.closed), "")


def _mark(text: str, edge: int, side: int) -> str:
    two = text[edge : edge + 2] if side > 0 else text[edge - 2 : edge]
    if two in ("``", "''", "--"):
        return two
    return two[:1] if side > 0 else two[-1:]
