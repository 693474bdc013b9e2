"""Who says what to whom."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

AttributionType = Literal["explicit", "anaphoric", "implicit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Claim):
    """Who utters a quotation, and to whom.

    `speaker` is an entity id; `None` says that it is unknown, and then there is no confidence either. `addressees` are
    entity ids. `type` is PDNC's: `explicit` (named in the cue), `anaphoric` (a pronoun or noun in the cue), `implicit`
    (no cue).
    """

    layer: ClassVar[str] = "attributions"
    prefix: ClassVar[str] = "at"

    quotation: str
    speaker: str | None
    addressees: tuple[str, ...]
    type: AttributionType
