"""What is found of somebody."""

from typing import NamedTuple

from fabula.layers.attribute import AttributeKind


class Trait(NamedTuple):
    """A find: the word that means the person, the kind, the value, and the places of the words that say so."""

    person: int
    kind: AttributeKind
    value: str
    words: tuple[int, ...]
