"""Letters: those between quotation marks, and those whose paragraphs open with an address and end with a signature."""

import re
from collections.abc import Iterator

from fabula.annotators.narrating.found_level import FoundLevel
from fabula.annotators.parse import Parse
from fabula.annotators.quoting.letters import SIGNED, signature
from fabula.document import Draft
from fabula.layers import ParagraphKind, Passage, Quotation
from fabula.text import Span

ADDRESS = re.compile(
    r"[“\"‘'_*\s]*(?:my\s+)?(?:own\s+|very\s+|good\s+)?(?:dear(?:est)?|darling|beloved)(?:\s+[\w.’'-]+?){1,4}[”\"’'_*]*\s*[,:—-]",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2}")
LINE = re.compile(r".+")
ALONE = re.compile(r"[^.!?\n]{4,50}[,:—-]+[_*\s]*")
"""An address that is a paragraph of its own."""
WORDS = 40
"""Words of a letter between quotation marks, at least."""
PIECES = 4
"""Lines of it among which the address stands: behind a place and a date."""
LONGEST = 60
"""Paragraphs of a letter without quotation marks, at most."""


class SetOffLetters:
    """Finds the letters of one passage after another; one may have begun in an earlier passage."""

    def __init__(self) -> None:
        self._paragraphs: list[Span] = []

    def read(self, draft: Draft, passage: Passage, parse: Parse) -> Iterator[FoundLevel]:
        """The letters that end in the passage."""
        text = draft.text
        for quotation in draft.since(Quotation, passage.span.start):
            if quotation.mode != "writing" or quotation.parent or _is_short(text, quotation):
                continue
            address, signed = _address(text, quotation), signature(text, quotation.evidence)
            by = _signer(parse, signed) if signed else None
            if address or (by and signed and WORD.search(text, *signed)):  # Initials may stand below anything.
                shown = tuple(one for one in (address, signed) if one)
                yield FoundLevel("letter", quotation.evidence[0].start, quotation.evidence[-1].end, shown, by)
        for index in draft.paragraphs.covered_by(passage.span):
            paragraph = draft.paragraphs[index]
            if draft.paragraphs.kinds[index] == ParagraphKind.HEADING or len(self._paragraphs) > LONGEST:
                self._paragraphs = []
            if _is_quoted(parse, paragraph):
                continue
            if ADDRESS.match(text, *paragraph) and ALONE.fullmatch(text, *paragraph):
                self._paragraphs = [paragraph]
            elif self._paragraphs:
                self._paragraphs.append(paragraph)
                if len(paragraph) < SIGNED and (signed := signature(text, self._paragraphs)):
                    evidence = self._paragraphs[0], signed
                    start, self._paragraphs = evidence[0].start, []
                    yield FoundLevel("letter", start, paragraph.end, evidence, _signer(parse, signed))


def _is_short(text: str, quotation: Quotation) -> bool:
    return sum(len(piece.of(text).split()) for piece in quotation.evidence) < WORDS


def _address(text: str, quotation: Quotation) -> Span | None:
    """Where one of the first lines of a quotation addresses somebody."""
    lines = (line for piece in quotation.evidence[:PIECES] for line in LINE.finditer(text, *piece))
    found = (ADDRESS.match(text, *line.span()) for line in lines)
    return next((Span(*one.span()) for one in found if one), None)


def _is_quoted(parse: Parse, paragraph: Span) -> bool:
    return any(place in parse.quotations for place in parse.places(paragraph))


def _signer(parse: Parse, signed: Span) -> str | None:
    """The entity whose name stands in a signature."""
    inside = (parse.mentions.get(place) for place in parse.places(signed))
    return next((one.entity for one in inside if one and one.kind == "proper"), None)
