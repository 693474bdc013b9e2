"""From pieces to quotations: their modes, which pieces are one, and what stands inside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from fabula.annotators.quoting.cues import narrated
from fabula.annotators.quoting.features import Setting
from fabula.annotators.quoting.joins import joined
from fabula.annotators.quoting.letters import is_line_break
from fabula.annotators.quoting.marks import Family
from fabula.annotators.quoting.modes import is_utterance, other_mode, utterance_mode
from fabula.annotators.quoting.pairs import Piece, without_marks
from fabula.annotators.quoting.style import Style
from fabula.layers import QuotationMode
from fabula.text import Span

UTTERED = ("speech", "thought")


@dataclass(slots=True)
class Found:
    """A quotation in the making: its pieces, and the quotations inside it."""

    pieces: list[Piece]
    mode: QuotationMode
    inner: list["Found"] = field(default_factory=list)


def quotations_of(
    text: str, region: Span, pieces: Sequence[Piece], style: Style, *, letter: bool = False, inside: bool = False
) -> list[Found]:
    """The quotations that the pieces of one region make.

    `letter` says that the region is part of a letter, `inside` that it lies inside a quotation.
    """
    out: list[Found] = []
    for index, piece in enumerate(pieces):
        words = without_marks(text, piece)
        if words.start >= words.end:
            continue
        setting = Setting(
            region=region,
            before=pieces[index - 1].end if index else region.start,
            after=pieces[index + 1].start if index + 1 < len(pieces) else region.end,
            piece=Span(piece.start, piece.end),
            words=words,
            closed=piece.closed,
            usual=inside or style.usual(piece.family),
        )
        mode = _mode(text, setting, letter=letter)
        if out and _belongs(text, out[-1], piece, mode):
            out[-1].pieces.append(piece)
        else:
            out.append(Found([piece], mode))
        if piece.inner:
            out[-1].inner += quotations_of(text, words, piece.inner, style, inside=True)
    return out


def repair(text: str, pieces: Sequence[Piece], following: Span | None) -> None:
    """Gives a piece that lacks a mark its likely edge: where the narrator takes over, or the end of the words.

    `following` is the next paragraph of the passage, where a speech may go on.
    """
    for piece in pieces:
        if not piece.closed:
            open_end = piece is pieces[-1] and (following is None or text[following.start] == text[piece.start])
            cue = None if open_end else next(narrated(text, piece.start, piece.end), None)
            if cue:
                piece.end, piece.closed = cue.start, True
            while piece.end > piece.start + 1 and text[piece.end - 1].isspace():
                piece.end -= 1
        if not piece.opened:
            while text[piece.start].isspace():
                piece.start += 1
        piece.inner = [inner for inner in piece.inner if inner.start >= piece.start and inner.end <= piece.end]


def continues(speaking: Found, piece: Piece, paragraph: Span, *, at_once: bool) -> bool:
    """Whether a paragraph's first piece goes on with a speech that was not closed.

    `at_once` says that no paragraph without marks, such as a poem, stands between them.
    """
    starts = piece.start == paragraph.start and piece.family is speaking.pieces[-1].family
    return starts and (at_once or not piece.opened)


def _mode(text: str, setting: Setting, *, letter: bool) -> QuotationMode:
    if letter:
        return "writing"
    return utterance_mode(text, setting) if is_utterance(text, setting) else other_mode(text, setting)


def _belongs(text: str, found: Found, piece: Piece, mode: QuotationMode) -> bool:
    """Whether a piece goes on with what was found before it."""
    last = found.pieces[-1]
    uttered = mode in UTTERED and found.mode in UTTERED
    return _opens_line(text, last, piece) or (uttered and _joins(text, last, piece))


def _opens_line(text: str, last: Piece, piece: Piece) -> bool:
    """Whether a piece opens the next line of what was not closed, as in verse and in letters."""
    same = piece.family is last.family is not Family.DASH
    return same and not last.closed and piece.opened and is_line_break(text[last.end : piece.start])


def _joins(text: str, last: Piece, piece: Piece) -> bool:
    if piece.family is Family.DASH or last.family is Family.DASH:
        return piece.family is last.family
    return joined(text, without_marks(text, last), without_marks(text, piece))
