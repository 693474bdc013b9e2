"""Finds quotations by their marks, paragraph by paragraph, and joins the pieces of each."""

from collections.abc import Sequence
from typing import ClassVar

from fabula.annotators.quoting.groups import Found, continues, quotations_of, repair, salutes
from fabula.annotators.quoting.marks import MARK_CHARACTERS, Family
from fabula.annotators.quoting.pairs import Piece
from fabula.annotators.quoting.style import Style
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, ParagraphKind, Passage, Quotation
from fabula.text import Source, Span

INSERTED = 2
"""Paragraphs without marks, such as a poem or a message, that may stand inside one speech."""
HEADED = 3
"""Pieces of a letter within which it addresses somebody: its place, its date, the address."""


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
        inserted, letter = 0, False
        for paragraph, following in zip(runs, [*runs[1:], None], strict=True):
            pieces = self._style.pieces(paragraph) if paragraph else []
            if paragraph is None or not pieces:
                inserted += 1
                speaking = speaking if paragraph and inserted <= INSERTED else None
                letter = False
                continue
            repair(text, pieces, following)
            letter = _is_whole(pieces, paragraph) and (letter or salutes(text, pieces[0]))
            new = quotations_of(text, paragraph, pieces, self._style, letter=letter)
            if new and speaking and continues(speaking, new[0].pieces[0], paragraph, at_once=inserted == 0):
                speaking.pieces += new[0].pieces
                speaking.inner += new[0].inner
                if letter and len(speaking.pieces) <= HEADED:
                    speaking.mode = "writing"
                letter = False
                new[0] = speaking
                found += new[1:]
            else:
                found += new
            inserted = 0
            speaking = new[-1] if new and not pieces[-1].closed else None
        for quotation in found:
            self._claim(draft, passage, quotation, None)

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


def _is_whole(pieces: Sequence[Piece], paragraph: Span) -> bool:
    return len(pieces) == 1 and (pieces[0].start, pieces[0].end) == paragraph


def _style_of(text: str, pieces: Sequence[Piece]) -> str:
    """The opening and the closing mark; empty where the book left one out."""
    opening = next((_mark(text, piece.start, 1) for piece in pieces if piece.opened), "")
    if pieces[0].family is Family.DASH:
        return opening
    closing = next((_mark(text, piece.end, -1) for piece in pieces if piece.closed), "")
    return opening + (closing if closing and closing[0] in MARK_CHARACTERS else "")


def _mark(text: str, edge: int, side: int) -> str:
    two = text[edge : edge + 2] if side > 0 else text[edge - 2 : edge]
    if two in ("``", "''", "--"):
        return two
    return two[:1] if side > 0 else two[-1:]
