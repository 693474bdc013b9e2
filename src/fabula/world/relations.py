"""How people stand to each other, as told so far."""

from collections.abc import Callable
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Relation


class Relations:
    """Takes in relations as they become known, and gives those of somebody in the order of the text."""

    records: ClassVar[tuple[type[Claim], ...]] = (Relation,)

    def __init__(self) -> None:
        self._all: list[Relation] = []

    def add(self, claim: Claim) -> None:
        """Takes in a claim."""
        if isinstance(claim, Relation):
            self._all.append(claim)

    @property
    def all(self) -> tuple[Relation, ...]:
        """Every one of them, as they became known."""
        return tuple(self._all)

    def of(self, entity: str, resolve: Callable[[str], str]) -> tuple[Relation, ...]:
        """Those that an entity is either end of; `resolve` gives the id that one goes under after all merges."""
        found = (one for one in self._all if entity in (resolve(one.entity), resolve(one.other)))
        return tuple(sorted(found, key=lambda one: one.span))

    def between(self, one: str, other: str, resolve: Callable[[str], str]) -> tuple[Relation, ...]:
        """What two are to each other, either way."""
        return tuple(found for found in self.of(one, resolve) if other in (resolve(found.entity), resolve(found.other)))
