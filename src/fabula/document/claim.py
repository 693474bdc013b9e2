"""What every claim has."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from fabula.errors import Leak, NoEvidence
from fabula.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something asserted about the text.

    `evidence` is what it rests on, the main span first. `known_at` is the offset of the text that had been read when
    it was made. `confidence` is a calibrated probability, or `None` where no calibration exists. `replaces` is the
    id of the claim that this one revises. Claims are never edited.

    Raises `NoEvidence` without evidence and `Leak` if the evidence reaches past `known_at`.
    """

    layer: ClassVar[str] = "claims"
    prefix: ClassVar[str] = "x"

    id: str
    evidence: tuple[Span, ...]
    known_at: int
    made_by: str
    confidence: float | None = None
    replaces: str | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise NoEvidence(f"{type(self).__name__} {self.id} cites no words of the text.")
        for span in self.evidence:
            if span.end > self.known_at:
                raise Leak(
                    f"{type(self).__name__} {self.id} cites {span.start}-{span.end}, "
                    f"but only the text before {self.known_at} had been read."
                )

    @property
    def span(self) -> Span:
        """The main evidence."""
        return self.evidence[0]

    def to_json(self) -> dict[str, Any]:
        """The claim as JSON values; spans as `[start, end]`, fields that are `None` left out."""
        out: dict[str, Any] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if value is not None:
                out[item.name] = value
        return out
