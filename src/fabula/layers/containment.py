"""What lies in what."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Containment(Claim):
    """A place is said to lie in another, or to be a part of it; the evidence is the words from the one to the other.

    Both are entities. `by` is the entity that says so, `None` if the narrator does. What is near is not within.
    """

    layer: ClassVar[str] = "containments"
    prefix: ClassVar[str] = "co"

    place: str
    within: str
    by: str | None = None
