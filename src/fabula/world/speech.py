"""Quotations with what is known of them."""

from dataclasses import dataclass

from fabula.layers import Attribution, AttributionType, Cue, Quotation
from fabula.text import Span
from fabula.world.character import Character


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, its speaker and its addressees, each with the claim it rests on.

    `text` is its pieces with their marks, joined by a blank. `speaker` is `None` where it is unknown.
    """

    quotation: Quotation
    attribution: Attribution | None
    cue: Cue | None
    text: str
    speaker: Character | None
    addressees: tuple[Character, ...]

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The stretches of text between quotation marks, marks included."""
        return self.quotation.evidence

    @property
    def confidence(self) -> float | None:
        """How likely the speaker is right; `None` without an attribution or a calibration."""
        return self.attribution.confidence if self.attribution else None

    @property
    def type(self) -> AttributionType | None:
        """How the text tells the speaker; `None` without an attribution."""
        return self.attribution.type if self.attribution else None
