"""The entities in sight, side by side in arrays, so that a phrase is compared with all of them at once."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.traits import KINDS, TYPES, Traits

Array = NDArray[np.float32]
Flags = NDArray[np.bool_]
SLOTS = 28
"""Entities in sight at once."""
OFFER = 64
"""Numbers in what a mention offers to later ones."""
RING = 5
"""Earlier mentions that a phrase is compared with: the last three, and the last two that are no pronouns."""
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
MENTIONS, BY_KIND, BY_TYPE, HE, FIRST, QUOTED = 0, 1, 4, 10, 14, 16
COUNTS = 17
NAMED = BY_KIND + KINDS.index("proper")
GENDERS = {"he": HE, "she": HE + 1, "it": HE + 2, "they": HE + 3}
SEEN, SENTENCE, LAST, PARAGRAPH, GOVERNOR, HEAD = range(6)
SUBJECT, IN_QUOTATION, ARGUMENT = 3, 4, 5
ALONE = 4 + len(TYPES) + 4 + 4 + 3 + 1 + 5
"""Features of an entity by itself."""
STAYS, CAST_STAYS = 25.0, 40.0
"""How many mentions longer the often mentioned, and those of the cast, stay in sight."""


@dataclass(slots=True)
class Kept:
    """What is kept of an entity of the cast that has gone out of sight."""

    rows: tuple[Any, ...]
    quotation: str | None
    words: set[tuple[str, str]]


class Table:
    """Up to `SLOTS` entities.

    `entity` (SLOTS,) is the number of the entity in a slot, -1 if it is free. `counts` (SLOTS, COUNTS): mentions, by
    kind, by type, by gender, in the first and the second person, in quotations. `last` (SLOTS, 6): the running number,
    sentence, last token, paragraph, governor and head of its last mention; `flags` (SLOTS, 6): its kind, and whether it
    is a subject, in a quotation, an argument. `ring` (SLOTS, RING, OFFER): what earlier mentions offer, `numbers`
    (SLOTS, RING) their running numbers, -1 for none. `alone` (SLOTS, ALONE): features of the entities by themselves.
    `index` holds for each head (`h`), word (`w`) and whole phrase (`=`) the slots (SLOTS,) of whose entities it was
    used.
    """

    def __init__(self) -> None:
        self.entity = np.full(SLOTS, -1)
        self.cast = np.zeros(SLOTS, np.float32)
        self.counts = np.zeros((SLOTS, COUNTS), np.float32)
        self.last = np.zeros((SLOTS, 6), np.int64)
        self.flags = np.zeros((SLOTS, 6), np.float32)
        self.ring = np.zeros((SLOTS, RING, OFFER), np.float32)
        self.numbers = np.full((SLOTS, RING), -1)
        self.alone = np.zeros((SLOTS, ALONE), np.float32)
        self.quotations: list[str | None] = [None] * SLOTS
        self.index: dict[tuple[str, str], NDArray[np.bool_]] = {}
        self.mentions = 0
        self._words: list[set[tuple[str, str]]] = [set() for _ in range(SLOTS)]

    def slot(self, entity: int) -> int:
        """Where an entity is; -1 if it is out of sight."""
        entities = self.entity.tolist()
        return entities.index(entity) if entity in entities else -1

    def free(self) -> int:
        """A slot for somebody new: an empty one, else that of whoever has been out of sight longest."""
        worth = self.last[:, SEEN] + STAYS * np.log1p(self.counts[:, MENTIONS]) + CAST_STAYS * self.cast
        return int(np.where(self.entity < 0, -1.0, worth).argmin())

    def place(self, slot: int, entity: int, kept: Kept | None, *, cast: bool) -> None:
        """Puts an entity into a slot, new or as it was kept."""
        self.clear(slot)
        self.entity[slot], self.cast[slot] = entity, cast
        if kept:
            for array, row in zip(self._arrays(), kept.rows, strict=True):
                array[slot] = row
            self.quotations[slot] = kept.quotation
            for word in kept.words:
                self._enter(slot, word)
        self.describe(slot)

    def keep(self, slot: int) -> Kept:
        """What is to be kept of the entity in a slot."""
        rows = tuple(array[slot].copy() for array in self._arrays())
        return Kept(rows, self.quotations[slot], self._words[slot])

    def clear(self, slot: int) -> None:
        """Frees a slot."""
        for word in self._words[slot]:
            slots = self.index[word]
            slots[slot] = False
            if not slots.any():
                del self.index[word]
        self._words[slot] = set()
        self.entity[slot], self.cast[slot], self.quotations[slot] = -1, 0, None
        for array in (self.counts, self.last, self.flags, self.ring):
            array[slot] = 0
        self.numbers[slot] = -1
        self.last[slot, SEEN], self.last[slot, GOVERNOR:] = self.mentions, -1

    def add(self, slot: int, phrase: Phrase, traits: Traits, vector: Array) -> None:
        """Notes that a phrase refers to the entity in the slot."""
        kind = KINDS.index(phrase.expression.kind)
        counts, numbers, ring, flags = self.counts[slot], self.numbers[slot], self.ring[slot], self.flags[slot]
        counts[MENTIONS] += 1
        counts[BY_KIND + kind] += 1
        counts[BY_TYPE + TYPES.index(phrase.expression.type)] += 1
        if traits.gender:
            counts[GENDERS[traits.gender]] += 1 if phrase.expression.kind == "pronominal" else 1.5
        if traits.person in (1, 2):
            counts[FIRST + traits.person - 1] += 1
        counts[QUOTED] += phrase.quotation is not None
        self.last[slot] = (
            self.mentions, phrase.sentence, phrase.last, phrase.paragraph, phrase.governor, phrase.head
        )  # fmt: skip
        flags[:] = 0
        flags[kind] = 1
        flags[SUBJECT] = phrase.relation == "nsubj"
        flags[IN_QUOTATION] = phrase.quotation is not None
        flags[ARGUMENT] = phrase.relation in ARGUMENTS
        self.quotations[slot] = phrase.quotation
        ring[1:3], numbers[1:3] = ring[:2].copy(), numbers[:2].copy()
        ring[0], numbers[0] = vector, self.mentions
        if phrase.expression.kind != "pronominal":
            ring[4], numbers[4] = ring[3], numbers[3]
            ring[3], numbers[3] = vector, self.mentions
            for word in (("=", traits.string), ("h", traits.head), *(("w", word) for word in traits.content)):
                self._enter(slot, word)
        self.mentions += 1
        self.describe(slot)

    def join(self, gone: int, kept: int) -> None:
        """Makes the entities of two slots one, in the slot `kept`."""
        self.counts[kept] += self.counts[gone]
        self.cast[kept] = max(self.cast[kept], self.cast[gone])
        if self.last[gone, SEEN] > self.last[kept, SEEN]:
            self.last[kept], self.flags[kept] = self.last[gone], self.flags[gone]
            self.ring[kept, :3], self.numbers[kept, :3] = self.ring[gone, :3], self.numbers[gone, :3]
        for word in self._words[gone]:
            self._enter(kept, word)
        self.clear(gone)
        self.describe(kept)

    def describe(self, slot: int) -> None:
        """Brings `alone` up to date, after `counts` or `cast` have changed."""
        counts = self.counts[slot]
        gender, all_ = counts[HE:FIRST], counts[MENTIONS] + 0.5
        self.alone[slot] = np.concatenate(
            (
                np.log1p(counts[:BY_TYPE]),
                counts[BY_TYPE:HE] / all_,
                gender / (gender.sum() + 0.5),
                np.log1p(gender),
                counts[FIRST:] / all_,
                self.cast[slot : slot + 1],
                self.flags[slot, :ARGUMENT],
            )
        )

    def _arrays(self) -> tuple[NDArray[Any], ...]:
        return self.counts, self.last, self.flags, self.ring, self.numbers

    def _enter(self, slot: int, word: tuple[str, str]) -> None:
        if word not in self.index:
            self.index[word] = np.zeros(SLOTS, np.bool_)
        self.index[word][slot] = True
        self._words[slot].add(word)
