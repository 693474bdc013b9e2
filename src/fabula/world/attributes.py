"""What people are like, as told so far."""

from collections import defaultdict
from collections.abc import Callable
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Attribute


class Attributes:
    """Takes in attributes as they become known, and gives those of somebody in the order of the text."""

    records: ClassVar[tuple[type[Claim], ...]] = (Attribute,)

    def __init__(self) -> None:
        self._of: defaultdict[str, list[Attribute]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """Takes in a claim."""
        if isinstance(claim, Attribute):
            self._of[claim.entity].append(claim)

    def of(self, entity: str, resolve: Callable[[str], str]) -> tuple[Attribute, ...]:
        """Those of an entity and of all that were merged into it; `resolve` gives the id that one goes under."""
        found = (one for raw, claims in self._of.items() if resolve(raw) == entity for one in claims)
        return tuple(sorted(found, key=lambda one: one.span))
