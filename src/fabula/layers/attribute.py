"""What somebody is like."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

AttributeKind = Literal["eyes", "hair", "appearance", "age", "profession", "character", "state", "possession"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Claim):
    """What the text says that somebody is like; the evidence is the words that say it, and those that mean the person.

    `value` is in the text's own words, without little ones: `grey-blue` eyes, `fifty`, `doctor`. `by` is the entity
    that says so, `None` if the narrator does. `state` is what may pass: an illness, a wound, a marriage, death.
    """

    layer: ClassVar[str] = "attributes"
    prefix: ClassVar[str] = "ab"

    entity: str
    kind: AttributeKind
    value: str
    by: str | None = None
