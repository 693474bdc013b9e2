"""What a reader holds to be so at some place of a story."""

from collections.abc import Callable

from fabula.document import Claim, Document
from fabula.layers import Attribute, Deed, Relation, Scene, Whereabouts
from fabula.world.attributes import Attributes
from fabula.world.character import Character
from fabula.world.dating import Chronicle
from fabula.world.deeds import Deeds
from fabula.world.fold import FOLDED, Fold
from fabula.world.knowledge import Knowledge, Told
from fabula.world.places import Place, Places
from fabula.world.presences import Presences, There
from fabula.world.questions import OpenQuestion, Questions
from fabula.world.relations import Relations
from fabula.world.timeline import Timeline
from fabula.world.waiting import Waiting
from fabula.world.whereabouts import WhereEverybodyIs


class Storyworld:
    """The world at `position`, which goes forward from passage to passage.

    A step takes in what has become known since, each claim at the same cost, so that it costs no more late in a book
    than early. What a story has no layer for, as one read without the reader model, is empty.
    """

    def __init__(self, document: Document) -> None:
        self.position = 0
        self._cast = Fold(document.source.text)
        self._presences, self._attributes, self._relations = Presences(), Attributes(), Relations()
        self._deeds = Deeds()
        self._places, self._whereabouts = Places(document.source.text), WhereEverybodyIs()
        self._knowledge, self._questions, self._chronicle = Knowledge(), Questions(), Chronicle()
        parts = (
            self._presences,
            self._attributes,
            self._relations,
            self._deeds,
            self._places,
            self._whereabouts,
            self._knowledge,
            self._questions,
            self._chronicle,
        )
        self._takers: dict[type[Claim], list[Callable[[Claim], None]]] = {record: [self._cast.add] for record in FOLDED}
        for part in parts:
            for record in part.records:
                self._takers.setdefault(record, []).append(part.add)
        self._waiting = Waiting(document, self._takers)

    def advance(self, position: int) -> None:
        """Goes forward to a position; going back raises `ValueError`, since what is known cannot be forgotten."""
        if position < self.position:
            raise ValueError(f"The world stands at {self.position} and cannot go back to {position}: make a new one.")
        for claim in self._waiting.known(position):
            for take in self._takers[type(claim)]:
                take(claim)
        self.position = position

    @property
    def characters(self) -> tuple[Character, ...]:
        """Those who have taken part so far, the most mentioned first."""
        found = (one for one in self._cast.members().values() if one.is_listed and one.acts)
        return tuple(sorted(found, key=lambda one: (-one.mentions, one.first.start)))

    @property
    def places(self) -> tuple[Place, ...]:
        """Those that have a name or were returned to, in the order of their first mentions."""
        return self._places.all(self._cast.resolve)

    def whereabouts(self, character: Character) -> tuple[Whereabouts, ...]:
        """Where somebody is told to be, to arrive, leave or go, in the order of the text: the last holds now."""
        return self._whereabouts.history(self._cast.resolve(character.id), self._cast.resolve)

    def knows(self, character: Character) -> tuple[Told, ...]:
        """What somebody was told or said of others, in the order of the text."""
        return self._knowledge.knows(character.id, self._cast.resolve)

    def knowers(self, character: Character) -> dict[str, Told]:
        """Who has heard of somebody, by entity id, each with the first that they said or were told."""
        return self._knowledge.knowers(character.id, self._cast.resolve)

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What the text has asked and not answered, the most asked first."""
        return self._questions.open(self.position, self._cast.resolve)

    @property
    def timeline(self) -> Timeline:
        """When what has been told happens: in the order of the text and as it happens, and what clashes in it."""
        return self._chronicle.timeline(self.position)

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes so far that are sure, in the order of the text."""
        return tuple(self._presences.scenes)

    @property
    def scene(self) -> Scene | None:
        """The one that goes on at this place; `None` before the first."""
        return self._presences.scenes[-1] if self._presences.scenes else None

    @property
    def present(self) -> tuple[Character, ...]:
        """Who has been there in the scene that goes on, in the order of appearance."""
        there = self.company(self.scene) if self.scene else ()
        return tuple(self.who(one.entity) for one in there if one.is_present)

    def company(self, scene: Scene) -> tuple[There, ...]:
        """Who is there in a scene, then who is only mentioned."""
        return self._presences.of_scene(scene.id, self._cast.resolve)

    def appearances(self, character: Character) -> tuple[There, ...]:
        """The scenes that somebody is there or mentioned in, in the order of the text."""
        return self._presences.of(self._cast.resolve(character.id), self._cast.resolve)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How people stand to each other, as it became known; of two claims of one pair the later holds now."""
        return self._relations.all

    def relations_of(self, character: Character) -> tuple[Relation, ...]:
        """Those that somebody is either end of, in the order of the text."""
        return self._relations.of(self._cast.resolve(character.id), self._cast.resolve)

    def between(self, one: Character, other: Character) -> tuple[Relation, ...]:
        """What two are to each other."""
        resolve = self._cast.resolve
        return self._relations.between(resolve(one.id), resolve(other.id), resolve)

    def attributes(self, character: Character) -> tuple[Attribute, ...]:
        """What somebody is like, in the order of the text: the last of a kind is the newest."""
        return self._attributes.of(self._cast.resolve(character.id), self._cast.resolve)

    def done(self, character: Character) -> tuple[Deed, ...]:
        """What somebody has done, in the order of the text."""
        return self._deeds.done(self._cast.resolve(character.id), self._cast.resolve)

    def suffered(self, character: Character) -> tuple[Deed, ...]:
        """What was done to somebody, in the order of the text."""
        return self._deeds.suffered(self._cast.resolve(character.id), self._cast.resolve)

    def who(self, entity: str) -> Character:
        """The one whom an entity's id stands for by now."""
        return next(iter(self._cast.members([entity]).values()))
