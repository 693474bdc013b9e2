"""Reads with the reader model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from fabula.annotators.reading.ahead import Ahead
from fabula.annotators.reading.grammar import add_grammar, add_nothing
from fabula.document import Claim, Draft
from fabula.inference.passage import PassageReading, hand_over
from fabula.layers import EntityPhrase, Event, Expression, GivenCast, Passage
from fabula.layers.expression import EntityType
from fabula.layers.mention import MentionKind
from fabula.text import Source, Span

if TYPE_CHECKING:
    from fabula.inference.decoding import Extent
    from fabula.inference.reading import Reading

C = TypeVar("C", bound=Claim)
TYPES: dict[str, EntityType] = {
    "PER": "person",
    "FAC": "facility",
    "GPE": "settlement",
    "LOC": "location",
    "ORG": "organisation",
    "VEH": "vehicle",
}
KINDS: dict[str, MentionKind] = {"PROP": "proper", "NOM": "nominal", "PRON": "pronominal"}
"""LitBank's labels in our words."""


class ModelReading:
    """Reads the words of each passage with the reader model: tags, numbers, expressions, entity phrases and events.

    Windows of whole sentences are read one by one and never cross a passage. Headings and matter have tags and numbers
    too, claims are made in the story only. Rulers are not read, nor is a passage in another language than English:
    their tags are empty. `confidence` is the model's own probability, which was not calibrated.
    """

    name: ClassVar[str] = "reader_model"
    needs: ClassVar[tuple[type[Claim], ...]] = ()
    makes: ClassVar[tuple[type[Claim], ...]] = (Expression, EntityPhrase, Event)

    def __init__(self, source: Source, given: GivenCast) -> None:
        # Imported here, since nobody who reads by rules or opens a saved story needs what takes so long to import.
        from fabula.inference.model import shared

        self._source, self._ahead = source, Ahead(source, given, shared())

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the model says of the passage."""
        if draft.source is not self._source:
            self._source = draft.source
            self._ahead.grow(draft.source)
        first, last = len(draft.tags["pos"]), len(draft.tokens)
        found, reading = self._ahead.take()
        if reading is None:
            add_nothing(draft)
            return
        add_grammar(draft, found, reading)
        places = [place for one in found for place in range(one.start, one.end)]
        in_story = [one.in_story for one in found for _ in range(one.start, one.end)]
        claims = _Claims(draft, passage, places, in_story)
        mentions = [one for one in reading.extents["mention"] if in_story[one.start]]
        hand_over(
            draft,
            passage,
            PassageReading(
                first=first,
                expressions=[claims.expression(one) for one in mentions],
                vectors=reading.spread([place - first for place in places], last - first),
                anaphors=reading.linked("anaphor", mentions),
                antecedents=reading.linked("antecedent", mentions),
            ),
        )
        claims.phrases_and_events(reading)


class _Claims:
    """Makes claims from places of words; `places` are those of the words in the document."""

    def __init__(self, draft: Draft, passage: Passage, places: Sequence[int], in_story: Sequence[bool]) -> None:
        self._draft, self._passage, self._places, self._in_story = draft, passage, places, in_story

    def expression(self, found: "Extent") -> Expression:
        """The claim of a mention's extent."""
        kind, type_ = reversed(found.label.split("."))
        return self._add(Expression, found.start, found.end, found.probability, kind=KINDS[kind], type=TYPES[type_])

    def phrases_and_events(self, reading: "Reading") -> None:
        """The claims of what is not a mention."""
        for found in reading.extents["entity"]:
            if self._in_story[found.start]:
                self._add(EntityPhrase, found.start, found.end, found.probability, type=TYPES[found.label])
        labelled = zip(reading.tags["event"], reading.probabilities["event"], self._in_story, strict=True)
        for word, (label, probability, in_story) in enumerate(labelled):
            if in_story and label == "B":
                self._add(Event, word, word + 1, probability)

    def _add(self, record: type[C], start: int, end: int, probability: float, **values: Any) -> C:
        tokens = self._draft.tokens
        span = Span(tokens.starts[self._places[start]], tokens.ends[self._places[end - 1]])
        return self._draft.add(
            record(
                id=self._draft.new_id(record),
                evidence=(span,),
                known_at=self._passage.known_at,
                made_by=ModelReading.name,
                confidence=round(probability, 3),
                **values,
            )
        )
