"""Who was told what, folded from the quotations, their speakers and listeners, and the people spoken of in them."""

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Attribution, Gender, Mention, Quotation, Role
from fabula.world.speech import SPOKEN

SURE = 0.8
"""How likely the speaker of a quotation must be for anybody to know by it."""

NEAR = 4
"""How many pieces of speech before or behind one its listener must speak: who says nothing may be somebody else."""
Resolve = Callable[[str], str]
"""Gives the id under which an entity goes by now."""


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told others: the quotation, its speaker, its listeners, and who else is named in it, by entity ids.

    Named people are those who act or have pronouns: what has neither may be a place.
    Whoever heard it can know it from `quotation.known_at` on.
    """

    quotation: Quotation
    speaker: str
    listeners: tuple[str, ...]
    about: tuple[str, ...]


class Knowledge:
    """Who said what to whom about whom, in the text read so far. Each claim costs the same, however long the text.

    Claims known at the same position may go in in any order.
    """

    records: ClassVar[tuple[type[Claim], ...]] = (Gender, Role, Quotation, Attribution, Mention)

    def __init__(self) -> None:
        self._people: set[str] = set()
        self._quotations: dict[str, Quotation] = {}
        self._attributions: dict[str, Attribution] = {}
        self._pieces: list[tuple[int, int, str]] = []
        self._unplaced: list[Mention] = []
        self._mentions: dict[str, tuple[str, str]] = {}
        self._spoken_of: dict[str, Counter[str]] = defaultdict(Counter)
        self._of: dict[str, dict[str, None]] = defaultdict(dict)
        self._with: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, claim: Claim) -> None:
        """Takes in a claim; one that it replaces is forgotten."""
        match claim:
            case Gender() | Role():
                self._people.add(claim.entity)
            case Quotation():
                if claim.mode in SPOKEN and claim.parent is None:
                    self._quotations[claim.id] = claim
                    for piece in claim.evidence:
                        insort(self._pieces, (piece.start, piece.end, claim.id))
            case Attribution():
                self._attributions[claim.quotation] = claim
                for entity in (claim.speaker, *claim.addressees):
                    if entity is not None:
                        self._with[entity][claim.quotation] = None
            case Mention():
                self._unplaced.append(claim)

    def knows(self, entity: str, resolve: Resolve) -> tuple[Told, ...]:
        """What somebody was told or said of others, in text order."""
        found = self._found(self._with, entity, resolve)
        entity = resolve(entity)
        return tuple(told for told in found if told.about and entity in (told.speaker, *told.listeners))

    def told_about(self, entity: str, resolve: Resolve) -> tuple[Told, ...]:
        """What others said of somebody to others, in text order."""
        found = self._found(self._of, entity, resolve)
        return tuple(told for told in found if resolve(entity) in told.about)

    def knowers(self, entity: str, resolve: Resolve) -> dict[str, Told]:
        """Who knows of somebody by talk, each with the first that they said or were told."""
        out: dict[str, Told] = {}
        for told in self.told_about(entity, resolve):
            for one in (told.speaker, *told.listeners):
                out.setdefault(one, told)
        return out

    def _place(self, claim: Mention) -> None:
        """Files a mention under the quotation that it stands in, all of which are known when somebody asks."""
        if claim.replaces in self._mentions:
            quotation, entity = self._mentions.pop(claim.replaces)
            self._spoken_of[quotation][entity] -= 1
        if claim.kind != "proper":
            return
        start = claim.span.start
        index = bisect_right(self._pieces, start, key=lambda piece: piece[0]) - 1
        if index >= 0 and start < self._pieces[index][1]:
            quotation = self._pieces[index][2]
            self._mentions[claim.id] = quotation, claim.entity
            self._spoken_of[quotation][claim.entity] += 1
            self._of[claim.entity][quotation] = None

    def _found(self, index: Mapping[str, Mapping[str, None]], entity: str, resolve: Resolve) -> list[Told]:
        """What was told by the quotations filed under an entity and all that are the same, in text order."""
        for mention in self._unplaced:
            self._place(mention)
        self._unplaced.clear()
        entity, people = resolve(entity), set(map(resolve, self._people))
        ids = {one for key, filed in index.items() if resolve(key) == entity for one in filed}
        spoken = sorted((self._quotations[one] for one in ids if one in self._quotations), key=lambda one: one.span)
        return [told for one in spoken if (told := self._told(one, people, resolve))]

    def _told(self, quotation: Quotation, people: Set[str], resolve: Resolve) -> Told | None:
        """What was told by a quotation; `None` where its speaker is not sure."""
        claim = self._attributions.get(quotation.id)
        if claim is None or claim.speaker is None or (claim.confidence is not None and claim.confidence < SURE):
            return None
        speaker = resolve(claim.speaker)
        named = [resolve(entity) for entity, count in self._spoken_of[quotation.id].items() if count > 0]
        talking = self._talking(quotation, resolve) - {speaker}
        listeners = tuple(one for one in dict.fromkeys(map(resolve, claim.addressees)) if one in talking)
        about = tuple(one for one in dict.fromkeys(named) if one in people and one not in (speaker, *listeners))
        return Told(quotation, speaker, listeners, about)

    def _talking(self, quotation: Quotation, resolve: Resolve) -> set[str]:
        """Who speaks in the turns around a quotation."""
        index = bisect_right(self._pieces, (*quotation.span, quotation.id))
        near = self._pieces[max(index - 1 - NEAR, 0) : index + NEAR]
        claims = (self._attributions.get(one) for _, _, one in near if one != quotation.id)
        return {resolve(claim.speaker) for claim in claims if claim is not None and claim.speaker is not None}
