"""Which paragraphs tell a moment as it goes, and which tell a length of time at once."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from fabula.annotators.following import NewClaims
from fabula.annotators.narrating.tempo_signs import lasting, momentary
from fabula.annotators.parse import Parse, parse_of
from fabula.document import Claim, Draft
from fabula.layers import Event, GivenCast, Narration, ParagraphKind, Passage, Quotation, Tempo, TimeExpression
from fabula.layers.narration import Tense
from fabula.layers.tempo import TempoKind
from fabula.text import Source, Span

SIGNS = 4
"""Signs that are cited, at most."""
LEAST = 2
"""Signs of a moment that a paragraph without speech has at least to be told as it goes."""
DENSE = 25
"""Words to one sign of a moment, at most."""
OUTWEIGHED = 4
"""Signs of a moment to one of a length of time, at least, in what is told as it goes."""
SPOKEN = 0.5
"""Of all the words of a paragraph, how many are speech at least for it to be told as it goes."""
ENOUGH = 1.0
"""What the signs of a length of time weigh at least in what is told at once."""
RARE = 150
"""Words to one such sign, at most."""
DEEDS = 2
"""Signs of a moment to one of a length of time, at most, in what is told at once."""


class Tempos:
    """Makes tempos of what can be counted: times that last, habits, deeds of a moment, and speech."""

    name: ClassVar[str] = "tempos"
    needs: ClassVar[tuple[type[Claim], ...]] = (Quotation, Event, TimeExpression, Narration)
    makes: ClassVar[tuple[type[Claim], ...]] = (Tempo,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new = NewClaims()
        self._narrations: list[Narration] = []

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the tempo of each paragraph of the passage that shows one."""
        parse = parse_of(draft, passage)
        self._narrations += self._new.of(draft, Narration)
        made = draft.since(TimeExpression, passage.span.start)
        replaced = {one.replaces for one in made}
        times = [one for one in made if one.id not in replaced]
        for index in draft.paragraphs.covered_by(passage.span):
            if draft.paragraphs.kinds[index] != ParagraphKind.STORY:
                continue
            paragraph = draft.paragraphs[index]
            inside = [one for one in times if paragraph.start <= one.span.start < paragraph.end]
            found = tempo(parse, paragraph, inside, self._told(paragraph.start))
            if found is not None:
                draft.add(
                    Tempo(
                        id=draft.new_id(Tempo),
                        evidence=parse.spans(found[1][:SIGNS]),
                        known_at=passage.known_at,
                        made_by=self.name,
                        start=paragraph.start,
                        end=paragraph.end,
                        tempo=found[0],
                    )
                )

    def _told(self, position: int) -> Tense:
        """The tense in which the story is told at a position."""
        index = bisect_right(self._narrations, position, key=lambda one: one.start) - 1
        return self._narrations[index].tense if index >= 0 else "past"


def tempo(
    parse: Parse, paragraph: Span, times: Sequence[TimeExpression], tense: Tense
) -> tuple[TempoKind, list[int]] | None:
    """The tempo of a paragraph and the words that show it; `None` if they show none, or both.

    `times` are those in it, `tense` is the one that it is told in.
    """
    words = [place for place in parse.places(paragraph) if parse.word(place)[0].isalnum()]
    told = [place for place in words if place not in parse.quotations]
    said = [place for place in words if place in parse.quotations and parse.quotations[place].mode == "speech"]
    lasts = lasting(parse, told, times, tense)
    deeds = momentary(parse, told, lasts)
    weight = sum(lasts.values())
    is_told = len(told) > SPOKEN * len(words)
    if is_told and weight >= ENOUGH and RARE * weight >= len(told) and len(deeds) <= DEEDS * weight:
        return "summary", sorted(lasts, key=lambda place: (-lasts[place], place))
    if said and len(said) >= SPOKEN * len(words) and weight < ENOUGH:
        return "scenic", [said[0], said[-1]]
    is_dense = len(deeds) >= LEAST and DENSE * len(deeds) >= len(told)
    return ("scenic", deeds) if is_dense and len(deeds) > OUTWEIGHED * weight else None
