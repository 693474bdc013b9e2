"""Names and common nouns that stand for people, places and the like."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim
from fabula.layers.expression import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPhrase(Claim):
    """A name or a phrase around a common noun; the evidence is its words. Phrases nest.

    After LitBank's layer of entities (Bamman, Popat and Shen 2019): no pronouns, and all that is said of somebody,
    as in *the old captain of whom they spoke*.
    """

    layer: ClassVar[str] = "entity_phrases"
    prefix: ClassVar[str] = "ep"

    type: EntityType
