"""The cast as the speakers of an exchange are chosen from it: who is near, of which gender, how prominent."""

from fabula.annotators import lexicon
from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.speaking.descriptions import Described
from fabula.annotators.speaking.exchange import Known
from fabula.document import Draft
from fabula.layers import Alias, Entity, Gender, Identity, Narrator

RECENT = 40
"""Entities kept in the order in which they were last named or heard."""


class Company:
    """Follows the claims about entities, and who was named or heard last."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.recent: list[str] = []
        self.narrator: str | None = None
        self._merges = Merges()
        self._new = NewClaims()

    def __getitem__(self, entity: str) -> Known:
        return self.known[self.resolve(entity)]

    def resolve(self, entity: str) -> str:
        """The id under which an entity, or a candidate for one, goes now."""
        return self._merges.resolve(entity)

    def follow(self, draft: Draft) -> None:
        """Takes note of the claims made since the last call."""
        for entity in self._new.of(draft, Entity):
            self.known.setdefault(entity.id, Known(group=entity.kind == "group"))
        for identity in self._new.of(draft, Identity):
            if merged := self._merges.merge(identity.entity, identity.same_as):
                self._join(*merged)
        for gender in self._new.of(draft, Gender):
            self[gender.entity].gender = gender.pronouns
        for alias in self._new.of(draft, Alias):
            words = alias.form.lower().replace(".", "").split()
            titles = {word for word in words if word in lexicon.titles()}
            self[alias.entity].titles |= titles | ({words[-1]} if alias.kind == "epithet" and words else set())
        for narrator in self._new.of(draft, Narrator):
            self.narrator = narrator.entity
        self.narrator = self.narrator and self.resolve(self.narrator)

    def admit(self, described: Described) -> None:
        """Takes in somebody known by a description alone."""
        self.known[described.id] = Known(gender=described.pronouns, group=described.kind == "group")

    def promote(self, candidate: str, entity: str) -> None:
        """Makes a candidate the entity that has now been claimed for it."""
        self._merges.merge(candidate, entity)
        self.known[entity] = self.known.pop(candidate)
        self.recent = [self.resolve(other) for other in self.recent]

    def name(self, entity: str, position: int) -> None:
        """Notes that the narration names an entity."""
        self[entity].named = position
        self[entity].count += 1
        self._touch(self.resolve(entity))

    def hear(self, entity: str, position: int) -> None:
        """Notes that an entity speaks."""
        self[entity].heard = position
        self[entity].speeches += 1
        self._touch(self.resolve(entity))

    def _touch(self, entity: str) -> None:
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)
        del self.recent[:-RECENT]

    def _join(self, early: str, late: str) -> None:
        one, other = self.known[early], self.known[late]
        one.gender = one.gender or other.gender
        one.titles |= other.titles
        one.count, one.speeches = one.count + other.count, one.speeches + other.speeches
        one.named, one.heard = max(one.named, other.named), max(one.heard, other.heard)
        self.recent = list(dict.fromkeys(self.resolve(entity) for entity in reversed(self.recent)))[::-1]
