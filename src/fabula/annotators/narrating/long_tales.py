"""Tales that somebody tells at length: a long speech of several paragraphs, told in the past."""

from collections.abc import Iterator

from fabula.annotators.certainty import Certainty
from fabula.annotators.narrating.found_level import FoundLevel
from fabula.annotators.parse import Parse
from fabula.document import Draft
from fabula.layers import Passage, Quotation

WORDS = 150
PARAGRAPHS = 3
VERBS = 12
"""Predicates of main clauses, at least."""
PAST = 0.7
"""Of these, how many are told in the past at least."""
SHOWN = 4
"""Verbs that are cited."""


def long_tales(draft: Draft, passage: Passage, parse: Parse, certainty: Certainty) -> Iterator[FoundLevel]:
    """The tales that are told in a passage."""
    for quotation in draft.since(Quotation, passage.span.start):
        if quotation.mode != "speech" or quotation.parent or not _is_long(draft, quotation):
            continue
        places = [place for piece in quotation.evidence for place in parse.places(piece)]
        tenses = {place: is_past for place in places if (is_past := _is_past(parse, place)) is not None}
        past = [place for place, is_past in tenses.items() if is_past]
        if len(tenses) >= VERBS and len(past) >= PAST * len(tenses):
            start, end = quotation.evidence[0].start, quotation.evidence[-1].end
            by = certainty.teller(past[0]) or None
            yield FoundLevel("tale", start, end, parse.spans(past[:SHOWN]), by)


def _is_long(draft: Draft, quotation: Quotation) -> bool:
    paragraphs = {draft.paragraphs.at(piece.start) for piece in quotation.evidence}
    words = sum(len(piece.of(draft.text).split()) for piece in quotation.evidence)
    return len(paragraphs) >= PARAGRAPHS and words >= WORDS


def _is_past(parse: Parse, place: int) -> bool | None:
    """Whether the predicate of a main clause is told in the past; `None` where a word is none, or has no tense."""
    if parse.relation(place) not in ("root", "conj", "parataxis"):
        return None
    finite = [one for one in (place, *parse.below(place, "aux", "cop")) if parse.has(one, "VerbForm=Fin")]
    if any(parse.has(one, "Tense=Past") for one in finite):
        return True
    return False if any(parse.has(one, "Tense=Pres") for one in finite) else None
