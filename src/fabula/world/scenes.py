"""How a scene is told: in which person and tense, through whose eyes, and how much of it is speech."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fabula.document import Document
from fabula.layers import Narration, Narrator, Quotation
from fabula.layers.narration import Person, Tense
from fabula.text import Span
from fabula.world.focus import focaliser

T = TypeVar("T")
Started = TypeVar("Started", Narration, Narrator)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a scene is told. `person` and `tense` are `None` if they change within it, or the story has no such layer.

    `focaliser` is the entity through whose eyes it is told: whoever tells all of it, or in the third person whose inner
    life is told; `None` if that is nobody, or not sure. `speech` is the share of the text in what is said aloud, from 0
    to 1.
    """

    person: Person | None
    tense: Tense | None
    focaliser: str | None
    speech: float


def manner(document: Document, start: int, end: int, resolve: Callable[[str], str]) -> Manner:
    """How the text from `start` to `end` is told; `resolve` gives the id that an entity goes under after all merges."""
    told = _in_force(document, Narration, start, end)
    persons, tenses = {one.person for one in told}, {one.tense for one in told}
    tellers = {one.entity for one in _in_force(document, Narrator, start, end)}
    person, teller = _only(persons), _only(tellers)
    return Manner(
        person=person,
        tense=_only(tenses),
        focaliser=focaliser(document, Span(start, end), resolve) if person == 3 and not teller else teller,
        speech=_spoken(document, start, end) / max(1, end - start),
    )


def _only(found: set[T]) -> T | None:
    """What is all that was found; `None` if there is nothing, or more."""
    return next(iter(found)) if len(found) == 1 else None


def _in_force(document: Document, record: type[Started], start: int, end: int) -> list[Started]:
    """The claims that hold somewhere in a stretch; each holds from its `start` until the next."""
    if record not in document.layers:
        return []
    claims: list[Started] = sorted(document.layer(record).current(), key=lambda one: (one.start, one.known_at))
    before = [one for one in claims if one.start <= start]
    inside = [one for one in claims if start < one.start < end]
    return before[-1:] + inside


def _spoken(document: Document, start: int, end: int) -> int:
    """How many letters stand in quotations that are speech and lie in no other."""
    quotations = document.layer(Quotation).current()
    pieces = [piece for one in quotations if one.mode == "speech" and not one.parent for piece in one.evidence]
    return sum(max(0, min(end, piece.end) - max(start, piece.start)) for piece in pieces)
