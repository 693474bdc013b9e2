"""What the resolver is given, passage by passage, kept so that it can be gone through many times."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from fabula.annotators.coreference.coreference import Coreference
from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.ranker import vectors_of
from fabula.annotators.coreference.table import Array
from fabula.annotators.following import NewClaims
from fabula.annotators.narrating.telling import Telling
from fabula.document import Draft
from fabula.inference.passage import reading_of
from fabula.layers import Expression, Gender, GivenCast, Identity, Mention, Passage
from fabula.pipeline import ANNOTATORS, read_source
from fabula.text import Source, Span
from fabula.world import Story


@dataclass
class Note:
    """One passage: its phrases with their vectors, and what became known of the cast.

    `late` are names before the passage that were recognised in it.
    """

    phrases: list[Phrase] = field(default_factory=list)
    vectors: tuple[Array, Array] | None = None
    merges: list[tuple[str, str]] = field(default_factory=list)
    genders: list[tuple[str, str]] = field(default_factory=list)
    late: list[tuple[Span, str]] = field(default_factory=list)


class Noting(Coreference):
    """Writes down what is given, and makes no claims."""

    notes: ClassVar[list[Note]] = []
    expressions: ClassVar[Sequence[Expression] | None] = None
    """To be taken for the model's, if any."""

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new = NewClaims()
        self._telling = Telling()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Notes the passage."""
        self._telling.follow(draft)
        note = Note()
        note.merges += [(one.entity, one.same_as) for one in self._new.of(draft, Identity)]
        note.genders += [(one.entity, one.pronouns) for one in self._new.of(draft, Gender)]
        made = self._new.of(draft, Mention)
        note.late += [(one.span, one.entity) for one in made if one.span.start < passage.span.start]
        self.notes.append(note)
        reading = reading_of(draft, passage)
        if reading is None:
            return
        found = reading.expressions if self.expressions is None else _within(draft, passage, self.expressions)
        note.phrases = self.phrases(draft, passage, found)
        if note.phrases:
            note.vectors = vectors_of(note.phrases, reading)


def noted(text: str, expressions: Sequence[Expression] | None = None) -> tuple[list[Note], Story]:
    """Reads a text and gives the notes beside the story."""
    Noting.notes, Noting.expressions = [], expressions
    annotators = [Noting if one is Coreference else one for one in ANNOTATORS]
    story = read_source(Source(text), annotators=annotators)
    return Noting.notes, story


def _within(draft: Draft, passage: Passage, expressions: Sequence[Expression]) -> list[Expression]:
    """Those that begin in the passage, at words."""
    inside = (one for one in expressions if passage.span.start <= one.span.start < passage.span.end)
    return [one for one in inside if len(draft.tokens.overlapping(one.span))]
