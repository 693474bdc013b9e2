"""What there is to learn from: each phrase whose referent is known, with all entities in sight as candidates."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.ranker import Ranker
from fabula.annotators.coreference.resolver import Resolver, View
from fabula.annotators.coreference.table import SLOTS, Array, Table
from fabula.annotators.coreference.traits import Traits
from fabula.text import Span
from training.coreference.texts import Text


@dataclass(slots=True)
class Example:
    """The arrays of one phrase; `text` and `row` say where its vectors are, `numbers` are rows of the same text.

    `right` (1 + SLOTS,): which answers are right, the first for somebody new.
    """

    text: int
    row: int
    own: NDArray[np.float32]
    alone: NDArray[np.float16]
    pairs: NDArray[np.float16]
    numbers: NDArray[np.int64]
    may: NDArray[np.bool_]
    right: NDArray[np.bool_]


class _Watched(Table):
    """Also counts who is really meant by the mentions of each entity."""

    def __init__(self, gold: Mapping[Span, str]) -> None:
        super().__init__()
        self._gold = gold
        self.meant: dict[int, Counter[str]] = {}

    def add(self, slot: int, phrase: Phrase, traits: Traits, vector: Array) -> None:
        super().add(slot, phrase, traits, vector)
        if entity := self._gold.get(phrase.span):
            self.meant.setdefault(int(self.entity[slot]), Counter())[entity] += 1


class Walk:
    """One way through a text. With a ranker its choices are followed, without one the right answers are."""

    def __init__(self, text: Text, number: int, ranker: Ranker | None) -> None:
        self._text, self._number, self._ranker = text, number, ranker
        self._table = _Watched(text.gold)
        self._resolver = Resolver(self._choose)
        self._resolver.table = self._table
        self.examples: list[Example] = []

    def found(self) -> dict[Span, int]:
        """Goes through the text and gives the entity of each phrase."""
        resolver, found = self._resolver, dict[Span, int]()
        for note in self._text.notes:
            for one, other in note.merges:
                resolver.merge(one, other)
            for entity, pronouns in note.genders:
                resolver.state_gender(entity, pronouns)
            for span, entity in note.late:
                if span in found:
                    resolver.adopt(found[span], entity)
            if note.vectors is None:
                continue
            numbers = resolver.read(note.phrases, *note.vectors)
            found |= {phrase.span: number for phrase, number in zip(note.phrases, numbers, strict=True)}
        return {span: resolver.resolve(number) for span, number in found.items()}

    def member(self, number: int) -> str | None:
        """The id in the cast of an entity."""
        return self._resolver.member(number)

    def _choose(self, view: View) -> int:
        table = view.table
        entity = self._text.gold.get(view.phrase.span)
        right = np.zeros(1 + SLOTS, np.bool_)
        if entity:
            right[1:] = [may and self._is(int(one), entity) for one, may in zip(table.entity, view.may, strict=True)]
            right[0] = not right[1:].any()
        if entity and (self._text.whole or not right[0]):
            self.examples.append(
                Example(
                    self._number,
                    table.mentions,
                    view.traits.own,
                    table.alone.astype(np.float16),
                    view.pairs.astype(np.float16),
                    table.numbers.copy(),
                    view.may,
                    right,
                )
            )
        if self._ranker is None:
            return -1 if not right[1:].any() else int(np.where(right[1:], table.last[:, 0], -1).argmax())
        return self._ranker.choose(view)

    def _is(self, number: int, entity: str) -> bool:
        """Whether somebody met so far is who is meant: for the cast by the cast, else by most of their mentions."""
        member = self._resolver.member(number)
        if member in self._text.members:
            return self._text.members[member] == entity
        meant = self._table.meant.get(number)
        return bool(meant) and meant.most_common(1)[0][0] == entity
