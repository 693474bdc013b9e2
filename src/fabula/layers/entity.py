"""Who is in the story."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

EntityKind = Literal["person", "animal", "group", "facility", "settlement", "location", "organisation", "vehicle"]
PEOPLE: frozenset[EntityKind] = frozenset({"person", "animal", "group"})
"""The kinds of entity that can be in the cast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Claim):
    """Somebody or something that mentions refer to; the evidence is the first mention.

    `name` is how the text first calls it.
    """

    layer: ClassVar[str] = "entities"
    prefix: ClassVar[str] = "e"

    name: str
    kind: EntityKind = "person"
