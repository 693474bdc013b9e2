"""Referential gender."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Gender(Claim):
    """The pronouns by which the text refers to an entity: referential gender.

    `pronouns` is the name of a pronoun set, such as `she`.
    """

    layer: ClassVar[str] = "genders"
    prefix: ClassVar[str] = "g"

    entity: str
    pronouns: str
