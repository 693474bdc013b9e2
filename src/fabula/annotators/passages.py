"""Passages, the units of reading, with the divisions and scene marks between them."""

import re
from collections.abc import Iterator

from fabula.annotators.paragraphs import paragraphs
from fabula.document import Draft
from fabula.layers import Division, ParagraphKind, Passage
from fabula.text import Span

NAME = "passages"
BUDGET = 3000
"""Characters after which a passage ends at the next narrated paragraph."""
LIMIT = 9000
"""Characters after which a passage ends at the next paragraph of any kind."""

MAKES = (Division, Passage)
HEADING = re.compile(r"(?:chapter|book|part|volume)\s+[\divxlc]+\b.{0,60}", re.IGNORECASE)


def passages(draft: Draft) -> Iterator[Passage]:
    """Cuts the text into passages, one at a time, so that annotators read each before the next is cut."""
    for record in MAKES:
        draft.declare(record)
    pending: list[tuple[Span, ParagraphKind]] = []
    for span in paragraphs(draft.source):
        words = span.of(draft.text)
        heading = HEADING.fullmatch(words) is not None
        length = span.start - pending[0][0].start if pending else 0
        narrated = not any(mark in words for mark in '"“”«»‘')
        if pending and (heading or (length > BUDGET and narrated) or length > LIMIT):
            yield _close(draft, pending)
            pending = []
        pending.append((span, ParagraphKind.HEADING if heading else ParagraphKind.STORY))
    if pending:
        yield _close(draft, pending)


def _close(draft: Draft, pending: list[tuple[Span, ParagraphKind]]) -> Passage:
    whole = Span(pending[0][0].start, pending[-1][0].end)
    for span, kind in pending:
        draft.paragraphs.append(span.start, span.end, kind)
    divisions = draft.claims(Division)
    first, kind = pending[0]
    if kind is ParagraphKind.HEADING or not divisions:
        draft.add(
            Division(
                id=draft.new_id(Division),
                evidence=(first,),
                known_at=whole.end,
                made_by=NAME,
                start=first.start,
                kind="chapter",
                title=first.of(draft.text) if kind is ParagraphKind.HEADING else None,
            )
        )
    return draft.add(
        Passage(
            id=draft.new_id(Passage),
            evidence=(whole,),
            known_at=whole.end,
            made_by=NAME,
            index=len(draft.claims(Passage)),
            division=draft.claims(Division)[-1].id,
        )
    )
