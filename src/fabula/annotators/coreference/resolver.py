"""Goes through the phrases of a story from left to right and settles to whom each refers.

Entities are numbered as they come. Those of the cast, whom names and speakers make, have an id there, and a phrase that
bears a name goes to its bearer; all other phrases go where the ranker sends them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from fabula.annotators.coreference.kinship import Kinship
from fabula.annotators.coreference.pairs import pairs
from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.table import GENDERS, NAMED, Array, Flags, Kept, Table
from fabula.annotators.coreference.traits import Traits, traits_of
from fabula.annotators.following import Merges

STATED = 2.0
"""A gender that is claimed of an entity counts as so many pronouns."""


@dataclass(slots=True)
class View:
    """A phrase before it is settled. `may` (SLOTS,) says which slots it can go to; `vector` (L,) is what it seeks."""

    phrase: Phrase
    traits: Traits
    may: Flags
    pairs: Array
    vector: Array
    table: Table


class Choose(Protocol):
    """Gives the slot of the entity that a phrase refers to, or -1 for somebody new."""

    def __call__(self, view: View, /) -> int:
        """Chooses."""
        ...


class Resolver:
    """Keeps who is in sight, and who of the cast is away."""

    def __init__(self, choose: Choose) -> None:
        self.table = Table()
        self._choose = choose
        self._cast: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._merged: dict[int, int] = {}
        self._ids = Merges()
        self._genders: dict[str, str] = {}
        self._away: dict[int, Kept] = {}
        self._names: dict[str, int] = {}
        self._voices: dict[tuple[str | None, int], int] = {}
        self._kinship = Kinship()
        self._next = 0

    def member(self, number: int) -> str | None:
        """The id in the cast of an entity, if it has one."""
        return self._cast.get(self.resolve(number))

    def resolve(self, number: int) -> int:
        """The number under which an entity goes after the merges so far."""
        while number in self._merged:
            number = self._merged[number]
        return number

    def is_kin(self, number: int) -> bool:
        """Whether somebody was met only by whose they are: "her father"."""
        return self._kinship.is_unnamed(number)

    def merge(self, entity: str, same_as: str) -> None:
        """Takes note that two of the cast are one."""
        if (merged := self._ids.merge(entity, same_as)) is None:
            return
        early, late = merged
        number = self._numbers.pop(late, None)
        if number is None:
            return
        if early in self._numbers:
            self._join(number, self._numbers[early])
        else:
            self._numbers[early], self._cast[number] = number, early

    def state_gender(self, entity: str, pronouns: str) -> None:
        """Takes note of the gender of one of the cast."""
        entity = self._ids.resolve(entity)
        self._genders[entity] = pronouns
        slot = self.table.slot(self._numbers.get(entity, -2))
        if slot >= 0 and pronouns in GENDERS:
            self.table.counts[slot, GENDERS[pronouns]] += STATED
            self.table.describe(slot)

    def adopt(self, number: int, entity: str) -> bool:
        """Makes one of the cast of an entity that was met before it had a name; says whether it was none before."""
        number, entity = self.resolve(number), self._ids.resolve(entity)
        if number in self._cast:
            return False
        if entity in self._numbers:
            self._join(number, self._numbers[entity])
            return True
        self._numbers[entity], self._cast[number] = number, entity
        if (slot := self.table.slot(number)) >= 0:
            self.table.cast[slot] = 1
            self.table.describe(slot)
        return True

    def read(self, phrases: Iterable[Phrase], seek: Array, offer: Array) -> list[int]:
        """The number of the entity of each phrase. `seek` and `offer` (N, L) are the phrases' vectors."""
        numbers: list[int] = []
        around: list[tuple[int, int]] = []
        owners: dict[int, int] = {}
        self._voices = {voice: number for voice, number in self._voices.items() if voice[0] is None}
        for row, phrase in enumerate(phrases):
            while around and around[-1][0] < phrase.last:
                around.pop()
            traits = traits_of(phrase, nested=bool(around))
            owner = self.resolve(owners.get(id(phrase.owner), -1))
            slot = self._slot(phrase, traits, seek[row], around, owner)
            self.table.add(slot, phrase, traits, offer[row])
            numbers.append(int(self.table.entity[slot]))
            owners[id(phrase)] = numbers[-1]
            if owner >= 0:
                self._kinship.meet(owner, phrase, traits, numbers[-1])
            if phrase.expression.kind == "proper":
                self._names[traits.string] = numbers[-1]
            if traits.person in (1, 2):
                self._voices[phrase.quotation, traits.person] = numbers[-1]
            around.append((phrase.last, numbers[-1]))
        return numbers

    def _slot(self, phrase: Phrase, traits: Traits, vector: Array, around: list[tuple[int, int]], owner: int) -> int:
        table, name = self.table, phrase.ties.get("name")
        if name and self._ids.resolve(name) in self._numbers:
            return self._bring(name)
        if owner >= 0 and not name and (role := self._kinship.role(phrase, traits)):
            known = self._kinship.whose(owner, role)
            return self._put(self._number(), None) if known is None else self._return(self.resolve(known))
        if phrase.expression.kind == "proper" and not name:
            self._remember(traits.string)
        ties = {
            tie: self._bring(entity)
            for tie, entity in phrase.ties.items()
            if tie != "name" and (tie != "narrator" or traits.person != 3)
        }
        if traits.person in (1, 2):
            self._hear(ties, phrase, traits.person)
        inside = [table.slot(self._numbers.get(self._ids.resolve(entity), -2)) for entity in phrase.inside]
        enclosing = table.slot(around[-1][1]) if around else -1
        may = table.entity >= 0
        may[[slot for slot in (table.slot(owner),) if slot >= 0]] = False
        if name:
            may &= table.cast == 0
            may &= np.array([slot == enclosing or not self.is_kin(one) for slot, one in enumerate(table.entity)])
        seen = pairs(table, phrase, traits, ties, enclosing, inside)
        slot = self._choose(View(phrase, traits, may, seen, vector, table))
        if name:
            if slot < 0:
                return self._bring(name)
            self.adopt(int(table.entity[slot]), name)
        return slot if slot >= 0 else self._put(self._number(), None)

    def _hear(self, ties: dict[str, int], phrase: Phrase, person: int) -> None:
        """Ties "I" to whoever was "I" in the same quotation, and to whoever was "you" there to part them."""
        for tie, other in (("same voice", person), ("other voice", 3 - person)):
            number = self._voices.get((phrase.quotation, other))
            if number is not None and (slot := self.table.slot(self.resolve(number))) >= 0:
                ties[tie] = slot

    def _remember(self, name: str) -> None:
        """Brings whoever last bore this name back into sight."""
        number = self.resolve(self._names.get(name, -1))
        if number in self._away:
            self._return(number)

    def _return(self, number: int) -> int:
        """The slot of somebody met before, who comes into sight if need be."""
        slot = self.table.slot(number)
        return slot if slot >= 0 else self._put(number, self._away.pop(number, None))

    def _bring(self, entity: str) -> int:
        """The slot of one of the cast, who comes into sight if need be."""
        entity = self._ids.resolve(entity)
        if entity in self._numbers:
            return self._return(self._numbers[entity])
        number = self._number()
        self._numbers[entity], self._cast[number] = number, entity
        slot = self._put(number, None)
        if entity in self._genders:
            self.state_gender(entity, self._genders[entity])
        return slot

    def _put(self, number: int, kept: Kept | None) -> int:
        table = self.table
        slot = table.free()
        gone = int(table.entity[slot])
        if gone in self._cast or table.counts[slot, NAMED] or self.is_kin(gone):
            self._away[gone] = table.keep(slot)
        table.place(slot, number, kept, cast=number in self._cast)
        return slot

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _join(self, number: int, into: int) -> None:
        if number == into:
            return
        self._merged[number] = into
        self._cast.pop(number, None)
        gone, kept = self.table.slot(number), self.table.slot(into)
        if gone >= 0 and kept >= 0:
            self.table.join(gone, kept)
        elif gone >= 0:
            self._away.pop(into, None)
            self.table.entity[gone], self.table.cast[gone] = into, into in self._cast
            self.table.describe(gone)
        self._away.pop(number, None)
