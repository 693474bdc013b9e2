"""The typography of a book's speech, as far as it has been read."""

from collections.abc import Sequence

from fabula.annotators.quoting.dashes import dash_pieces, opens_with_dash
from fabula.annotators.quoting.marks import AFTER_CLOSING, Family, guillemets_turned, marks_of
from fabula.annotators.quoting.pairs import Piece, pieces_of
from fabula.text import Span

PLAIN = 0.2
"""Share of the paragraphs opened by the commonest marks from which on other marks are plainly in use."""
SO_CALLED = 60
"""Characters that single marks may hold where they are not the marks of speech and no sentence ends in them."""


class Style:
    """Counts what opens paragraphs, and reads each paragraph in the light of it."""

    def __init__(self) -> None:
        self._text = ""
        self._opened = dict.fromkeys(Family, 0)
        self._turned = False

    def observe(self, text: str, paragraphs: Sequence[Span]) -> None:
        """Counts the marks that open these paragraphs of the text; call it before reading them."""
        self._text = text
        for span in paragraphs:
            if opens_with_dash(self._text, *span):
                self._opened[Family.DASH] += 1
                continue
            turned = guillemets_turned(self._text, *span)
            self._turned = self._turned if turned is None else turned
            for family, marks in marks_of(self._text, span.start, min(span.start + 3, span.end)).items():
                if marks[0].start == span.start and marks[0].opens <= 1:
                    self._opened[family] += 1

    def usual(self, family: Family) -> bool:
        """Whether speech stands between these marks in this book."""
        most = max(self._opened.values())
        return family is Family.DOUBLE if most == 0 else self._opened[family] >= PLAIN * most

    def pieces(self, paragraph: Span) -> list[Piece]:
        """The pieces of a paragraph, those inside others in `inner`."""
        if self.usual(Family.DASH) and opens_with_dash(self._text, *paragraph):
            return dash_pieces(self._text, *paragraph)
        marks = marks_of(self._text, *paragraph, turned=self._turned)
        if not marks:
            return []
        order = sorted(Family, key=lambda family: -self._opened[family])
        return self._plausible(pieces_of(marks, *paragraph, order))

    def _plausible(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Without single marks that are likely apostrophes."""
        out = []
        for piece in pieces:
            piece.inner = self._plausible(piece.inner)
            if piece.family is not Family.SINGLE or self._is_quoted(piece):
                out.append(piece)
            else:
                out += piece.inner
        return out

    def _is_quoted(self, piece: Piece) -> bool:
        if not piece.opened or (not piece.closed and not self.usual(Family.SINGLE)):
            return False
        return self.usual(Family.SINGLE) or (
            piece.end - piece.start < SO_CALLED or self._text[piece.end - 2] in AFTER_CLOSING
        )
