"""Merges of entities."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity(Claim):
    """Two entities turn out to be one: `entity` is the same as `same_as`, which the text introduced earlier."""

    layer: ClassVar[str] = "identities"
    prefix: ClassVar[str] = "i"

    entity: str
    same_as: str
