"""The names of an entity."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

AliasKind = Literal["full", "given", "surname", "titled", "nickname", "initials", "epithet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Claim):
    """A name form that an entity bears; the evidence is where it was first so called.

    `form` is normalised: single blanks, no possessive ending.
    """

    layer: ClassVar[str] = "aliases"
    prefix: ClassVar[str] = "a"

    entity: str
    form: str
    kind: AliasKind
