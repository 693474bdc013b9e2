"""Finds quotations by their marks, paragraph by paragraph, and joins the pieces of each."""

import re
from typing import ClassVar

from fabula.annotators.quotation_marks import Piece, double_marks, pair
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, ParagraphKind, Passage, Quotation
from fabula.text import Source, Span

BRIDGE = re.compile(r"[^.!?]{0,200}[.!?,;:—-]*\s*")
"""Narration between two pieces of one quotation: its cue, at most one sentence."""


class Quotations:
    """Makes the quotations of each passage; what is open where a passage ends is closed there."""

    name: ClassVar[str] = "quotations"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage,)
    makes: ClassVar[tuple[type[Claim], ...]] = (Quotation,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        pass

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the quotations of the passage's story paragraphs."""
        text = draft.text
        groups: list[list[Piece]] = []
        open_speech = False
        for index in draft.paragraphs.covered_by(passage.span):
            if draft.paragraphs.kinds[index] != ParagraphKind.STORY:
                open_speech = False
                continue
            paragraph = draft.paragraphs[index]
            pieces = pair(double_marks(text, *paragraph), *paragraph)
            for number, piece in enumerate(pieces):
                continued = number == 0 and open_speech and piece.start == paragraph.start
                cut = number > 0 and BRIDGE.fullmatch(text, pieces[number - 1].end, piece.start) is not None
                if continued or cut:
                    groups[-1].append(piece)
                else:
                    groups.append([piece])
            open_speech = bool(pieces) and not pieces[-1].closed
        for group in groups:
            first, last = group[0], group[-1]
            draft.add(
                Quotation(
                    id=draft.new_id(Quotation),
                    evidence=tuple(Span(piece.start, piece.end) for piece in group),
                    known_at=passage.span.end,
                    made_by=self.name,
                    mode="speech",
                    style=text[first.start] + (text[last.end - 1] if last.closed else ""),
                )
            )
