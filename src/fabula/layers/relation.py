"""How people stand to each other."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

RelationKind = Literal["kin", "love", "friend", "work", "rival"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """What somebody is to somebody else: `entity` is the `role` of `other`. The evidence is the words, then the two.

    `role` is a noun in the singular, as the text has it: `sister`, `husband`, `maid`. `by` is the entity that says so,
    `None` if the narrator does. What holds later is a later claim: somebody engaged may be married in the end.
    """

    layer: ClassVar[str] = "relations"
    prefix: ClassVar[str] = "re"

    entity: str
    other: str
    kind: RelationKind
    role: str
    by: str | None = None
