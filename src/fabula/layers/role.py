"""Who takes part in the story, and how."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

RoleKind = Literal["speaks", "addressed", "acts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Claim):
    """What makes an entity a character: it speaks, is addressed, or acts. The evidence is the first time it does."""

    layer: ClassVar[str] = "roles"
    prefix: ClassVar[str] = "r"

    entity: str
    kind: RoleKind
