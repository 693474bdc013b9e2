"""What people do and what is done to them, as told so far."""

from collections import defaultdict
from collections.abc import Callable
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Deed

SURE = 0.85
"""How likely a deed must be to be told without being asked for."""


def is_sure(deed: Deed) -> bool:
    """Whether it did happen, and to and by these, surely enough to be told."""
    return deed.confidence is None or deed.confidence >= SURE


class Deeds:
    """Takes in deeds as they become known, and gives those of somebody in the order of the text."""

    records: ClassVar[tuple[type[Claim], ...]] = (Deed,)

    def __init__(self) -> None:
        self._done: defaultdict[str, list[Deed]] = defaultdict(list)
        self._suffered: defaultdict[str, list[Deed]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """Takes in a claim."""
        if isinstance(claim, Deed):
            for entity in claim.agents:
                self._done[entity].append(claim)
            for entity in claim.patients:
                self._suffered[entity].append(claim)

    def done(self, entity: str, resolve: Callable[[str], str]) -> tuple[Deed, ...]:
        """What an entity, and all that were merged into it, did; `resolve` gives the id that one goes under."""
        return _of(self._done, entity, resolve)

    def suffered(self, entity: str, resolve: Callable[[str], str]) -> tuple[Deed, ...]:
        """What was done to them; the rest as `done` has it."""
        return _of(self._suffered, entity, resolve)


def _of(deeds: dict[str, list[Deed]], entity: str, resolve: Callable[[str], str]) -> tuple[Deed, ...]:
    found = {one.id: one for raw, claims in deeds.items() if resolve(raw) == entity for one in claims}
    return tuple(sorted(found.values(), key=lambda one: one.span))
