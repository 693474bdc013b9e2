"""Expressions that introduce quotations."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Claim):
    """The expression that introduces a quotation; the evidence is its verb, and its speaker mention where it has one.

    `mention` is the id of the speaker's mention, `None` if the cue has none that was resolved.
    """

    layer: ClassVar[str] = "cues"
    prefix: ClassVar[str] = "c"

    quotation: str
    mention: str | None = None
