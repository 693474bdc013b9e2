"""Quotations: are the right stretches of text found?"""

from collections.abc import Iterable

from fabula.scoring.measures import Agreement, Measure
from fabula.scoring.reference import Reference
from fabula.text import Span
from fabula.world import Quoted, Story

MARKS = frozenset("\"“”„‟«»‹›`'‘’‛")


def spoken(story: Story) -> list[Quoted]:
    """The quotations that somebody says or thinks, those inside another one left out: what BookNLP's files hold."""
    return [quoted for quoted in story.quotations if quoted.is_spoken]


def bare(text: str, span: Span) -> Span:
    """The span without blanks and quotation marks at its ends: corpora differ in whether they belong to it."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in MARKS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in MARKS):
        end -= 1
    return Span(start, end)


def score_quotations(story: Story, reference: Reference) -> dict[str, Measure]:
    """Agreement on pieces, with equal spans and with any overlap, and on characters of the text."""
    text = reference.text
    wanted = _pieces(text, (piece for quotation in reference.quotations for piece in quotation.pieces))
    found = _pieces(text, (piece for quoted in spoken(story) for piece in quoted.pieces))
    both = _common(wanted, found)
    return {
        "pieces, exact": Agreement.of_sets(wanted, found),
        "pieces, overlapping": Agreement(_touched(wanted, found), len(wanted), _touched(found, wanted), len(found)),
        "characters of the text": Agreement(both, _length(wanted), both, _length(found)),
    }


def _pieces(text: str, spans: Iterable[Span]) -> set[Span]:
    return {span for span in (bare(text, span) for span in spans) if span.start < span.end}


def _union(spans: set[Span]) -> list[Span]:
    """The stretches that the spans cover, in text order, none touching another."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _length(spans: set[Span]) -> int:
    return sum(span.end - span.start for span in _union(spans))


def _common(one: set[Span], other: set[Span]) -> int:
    """Characters that both cover."""
    left, right = _union(one), _union(other)
    i = j = count = 0
    while i < len(left) and j < len(right):
        count += max(0, min(left[i].end, right[j].end) - max(left[i].start, right[j].start))
        if left[i].end <= right[j].end:
            i += 1
        else:
            j += 1
    return count


def _touched(spans: set[Span], others: set[Span]) -> int:
    """How many of the spans overlap one of the others."""
    covered = _union(others)
    i = count = 0
    for span in sorted(spans):
        while i < len(covered) and covered[i].end <= span.start:
            i += 1
        count += i < len(covered) and covered[i].start < span.end
    return count
