"""What happens."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something that is told as having happened; the evidence is the word that says so, a verb most often.

    What is denied, wished, supposed, yet to come or always so is none. After LitBank's realis events (Sims, Park and
    Bamman 2019).
    """

    layer: ClassVar[str] = "events"
    prefix: ClassVar[str] = "ev"
