"""The words that refer to somebody."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

MentionKind = Literal["proper", "nominal", "pronominal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Claim):
    """Words that refer to an entity; the evidence is those words."""

    layer: ClassVar[str] = "mentions"
    prefix: ClassVar[str] = "m"

    kind: MentionKind
    entity: str
