"""Finds quotations by their marks, paragraph by paragraph, and joins the pieces of each."""

from collections.abc import Sequence
from typing import ClassVar

from fabula.annotators.quoting.groups import Found, continues, quotations_of, repair
from fabula.annotators.quoting.letters import announced, are_lines, goes_on, opens_letter
from fabula.annotators.quoting.marks import MARK_CHARACTERS, Family
from fabula.annotators.quoting.pairs import Piece
from fabula.annotators.quoting.style import Style
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, ParagraphKind, Passage, Quotation
from fabula.text import Source, Span

INSERTED = 2
"""Paragraphs without marks, such as a poem or a message, that may stand inside one speech."""
LONG = 300
"""Characters of a paragraph that goes on with a letter that was not closed, though it is closed itself."""
HEADED = 3
"""Pieces of a letter within which it addresses somebody: its place, its date, the address."""


class Quotations:
    """Makes the quotations of each passage; what is open where a passage ends is closed there."""

    name: ClassVar[str] = "quotations"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage,)
    makes: ClassVar[tuple[type[Claim], ...]] = (Quotation,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._style = Style()
        self._unfinished = False

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the quotations of the passage's story paragraphs."""
        text, columns = draft.text, draft.paragraphs
        indices = columns.covered_by(passage.span)
        runs = [columns[i] if columns.kinds[i] == ParagraphKind.STORY else None for i in indices]
        self._style.observe(text, [span for span in runs if span])
        found: list[Found] = []
        speaking: Found | None = None
        letter: Found | None = None
        inserted = headed = 0
        for index, paragraph, following in zip(indices, runs, [*runs[1:], None], strict=True):
            pieces = self._style.pieces(paragraph) if paragraph else []
            if paragraph is None or not pieces:
                is_open = letter is not None and letter is speaking
                self._unfinished = is_open and columns.kinds[index] == ParagraphKind.RULER
                inserted, headed = inserted + 1, headed - 1
                if paragraph and announced(paragraph.of(text)):
                    headed = INSERTED
                if not paragraph or inserted > INSERTED:
                    speaking = None
                letter = letter if letter is speaking else None
                continue
            repair(text, pieces, following)
            lines = are_lines(text, pieces, paragraph)
            resumes = self._unfinished and (not pieces[-1].closed or paragraph.end - paragraph.start > LONG)
            begins = lines and (headed > 0 or resumes or opens_letter(text, pieces))
            written = lines and letter is not None and goes_on(text, letter.pieces, pieces)
            new = quotations_of(text, paragraph, pieces, self._style, letter=begins or written)
            if new and (begins or written):
                new = [_one(new)]
            if new and letter and written:
                _append(letter, new.pop(0))
                new = [letter]
            elif new and speaking and continues(speaking, new[0].pieces[0], paragraph, at_once=inserted == 0):
                _append(speaking, new[0])
                if begins and len(speaking.pieces) <= HEADED + len(pieces):
                    speaking.mode = "writing"
                    letter = speaking
                found += new[1:]
                new[0] = speaking
            else:
                letter = new[0] if new and begins else None
                found += new
            self._unfinished = False
            inserted = headed = 0
            speaking = new[-1] if new and not pieces[-1].closed else None
        self._unfinished = self._unfinished or (letter is not None and letter is speaking)
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


def _one(parts: list[Found]) -> Found:
    """The lines of a letter as one quotation."""
    for part in parts[1:]:
        _append(parts[0], part)
    return parts[0]


def _append(found: Found, further: Found) -> None:
    found.pieces += further.pieces
    found.inner += further.inner


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
