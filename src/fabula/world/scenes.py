"""How a scene is told: in which person and tense, through whose eyes, and how much of it is speech."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fabula.document import Document
from fabula.layers import Narration, Narrator, Quotation, Tempo
from fabula.layers.narration import Person, Tense
from fabula.layers.tempo import TempoKind
from fabula.text import Span
from fabula.world.focus import focaliser
from fabula.world.levels import SceneLevel, level_of

AMOUNT = 0.25
"""Of the letters of a scene, how many are told in a tempo at least for it to be the scene's."""
FEWEST = 2
"""Paragraphs that show it, at least."""
TIMES = 2
"""How many times as much as in the other, at least."""
T = TypeVar("T")
Started = TypeVar("Started", Narration, Narrator)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a scene is told. `person` and `tense` are `None` if they change within it, or the story has no such layer.

    `focaliser` is the entity through whose eyes it is told: whoever tells all of it, or in the third person whose inner
    life is told; `None` if that is nobody, or not sure. `speech` is the share of the text in what is said aloud, from 0
    to 1. `tempo` is `scenic` or `summary`, if enough of its paragraphs show one and few the other, else `None`. `level`
    is that of most of its text, `None` if the story has no such layer.
    """

    person: Person | None
    tense: Tense | None
    focaliser: str | None
    speech: float
    tempo: TempoKind | None
    level: SceneLevel | None


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
        tempo=_tempo(document, start, end),
        level=level_of(document, start, end),
    )


def _tempo(document: Document, start: int, end: int) -> TempoKind | None:
    """The tempo of most of a stretch."""
    letters: dict[TempoKind, int] = {"scenic": 0, "summary": 0}
    paragraphs: dict[TempoKind, int] = {"scenic": 0, "summary": 0}
    claims = document.layer(Tempo).current() if Tempo in document.layers else ()
    for one in claims:
        if one.start < end and start < one.end:
            letters[one.tempo] += min(end, one.end) - max(start, one.start)
            paragraphs[one.tempo] += 1
    less, more = sorted(letters, key=lambda tempo: letters[tempo])
    is_enough = letters[more] >= AMOUNT * (end - start) and paragraphs[more] >= FEWEST
    return more if is_enough and letters[more] >= TIMES * letters[less] else None


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
