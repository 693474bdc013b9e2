"""What the text marks as a lie, as untrue, as a promise or as kept back, of somebody who can be no other."""

from collections.abc import Iterable
from typing import ClassVar

from fabula.annotators.certainty import NEEDS, SECOND, Certainty
from fabula.annotators.knowing.marked import Marked, belied, marked
from fabula.annotators.parse import Parse, parse_of
from fabula.document import Claim, Draft
from fabula.layers import (
    Assertion,
    AssertionKind,
    Cue,
    GivenCast,
    Passage,
    Quotation,
)
from fabula.text import Source, Span

SPEAKER = 0.8
"""How likely the speaker must be of words that are taken as theirs."""
NEAR = 3
"""How many code points may part a quotation from the narrator's word that it is untrue: its mark and white space."""


class Assertions:
    """Makes assertions."""

    name: ClassVar[str] = "assertions"
    needs: ClassVar[tuple[type[Claim], ...]] = (*NEEDS, Cue)
    makes: ClassVar[tuple[type[Claim], ...]] = (Assertion,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._certainty = Certainty()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage says."""
        parse = parse_of(draft, passage)
        self._certainty.follow(draft, passage, parse)
        cues = {claim.evidence[0]: claim.quotation for claim in draft.since(Cue, passage.span.start)}
        said = {claim.id: claim for claim in draft.since(Quotation, passage.span.start)}
        for found in marked(parse):
            self._mark(draft, passage, parse, found, said.get(_quoted(parse, found, cues)))
        for place, subject in belied(parse):
            self._belie(draft, passage, parse, (place, subject), said.values())

    def _mark(self, draft: Draft, passage: Passage, parse: Parse, found: Marked, said: Quotation | None) -> None:
        """Adds what a verb says of its subject, or of the speaker if it is the cue of a quotation."""
        own = parse.quotations.get(found.verb)
        by = None if own is None else self._speaker(parse, own)
        holder = self._speaker(parse, said) if said is not None else self._holder(parse, found.subject)
        if holder is None or (own is not None and by is None):
            return
        told = _under(parse, found.content)
        places = [*_under(parse, (found.subject,)), *found.verbs, *_under(parse, found.objects)]
        words = [place for place in (*places, *told) if parse.quotations.get(place) == own and parse.word(place)]
        inside = told if said is None else [place for piece in said.evidence for place in parse.places(piece)]
        about = self._people(parse, inside, holder)
        self._add(draft, passage, found.kind, holder, about, said, by, parse.spans(words))

    def _holder(self, parse: Parse, subject: int | None) -> str | None:
        """Whom the subject surely means; who is only spoken to may be another."""
        return None if subject is None or parse.word(subject) in SECOND else self._certainty.who(subject)

    def _belie(
        self, draft: Draft, passage: Passage, parse: Parse, words: tuple[int, int], said: Iterable[Quotation]
    ) -> None:
        """Adds that a quotation is untrue, where the narrator says so right behind it."""
        start = parse.sentence(words[0]).start
        before = [one for one in said if one.parent is None and 0 <= start - one.evidence[-1].end <= NEAR]
        if not before or parse.quotations.get(words[0]) is not None:
            return
        holder = self._speaker(parse, before[-1])
        if holder is not None:
            inside = [place for piece in before[-1].evidence for place in parse.places(piece)]
            about = self._people(parse, inside, holder)
            places = range(min(words), parse.subtree(words[0]).stop)
            self._add(draft, passage, "false", holder, about, before[-1], None, parse.spans(places))

    def _add(
        self,
        draft: Draft,
        passage: Passage,
        kind: AssertionKind,
        holder: str,
        about: tuple[str, ...],
        said: Quotation | None,
        by: str | None,
        words: tuple[Span, ...],
    ) -> None:
        draft.add(
            Assertion(
                id=draft.new_id(Assertion),
                evidence=words,
                known_at=passage.known_at,
                made_by=self.name,
                kind=kind,
                holder=holder,
                about=about,
                quotation=said.id if said else None,
                by=by,
            )
        )

    def _speaker(self, parse: Parse, said: Quotation) -> str | None:
        attribution = parse.attributions.get(said.id)
        if attribution is None or (attribution.confidence or 1.0) < SPEAKER:
            return None
        return attribution.speaker

    def _people(self, parse: Parse, places: Iterable[int], holder: str) -> tuple[str, ...]:
        """Others than the holder who are surely meant by some words."""
        same = self._certainty.resolve
        people = (self._certainty.who(place) for place in places if place in parse.mentions)
        return tuple(dict.fromkeys(one for one in people if one is not None and same(one) != same(holder)))


def _quoted(parse: Parse, found: Marked, cues: dict[Span, str]) -> str:
    """The id of the quotation whose cue a verb is; "" for none."""
    return cues.get(parse.span(found.verb), "")


def _under(parse: Parse, heads: Iterable[int | None]) -> list[int]:
    """Some words with all that hangs on them."""
    return [place for head in heads if head is not None for place in parse.subtree(head)]
