"""What an annotator needs to keep up with the claims that others make."""

from typing import TypeVar

from fabula.document import Claim, Draft

C = TypeVar("C", bound=Claim)


class NewClaims:
    """Hands out the claims of each record type once, in the order in which they were made."""

    def __init__(self) -> None:
        self._seen: dict[type[Claim], int] = {}

    def of(self, draft: Draft, record: type[C]) -> list[C]:
        """Those made since the last call."""
        claims = draft.claims(record)
        start = self._seen.get(record, 0)
        self._seen[record] = len(claims)
        return claims[start:]


class Merges:
    """Under which id an entity goes after the merges so far."""

    def __init__(self) -> None:
        self._same: dict[str, str] = {}

    def resolve(self, entity: str) -> str:
        """The id that stands for the entity."""
        while entity in self._same:
            entity = self._same[entity]
        return entity

    def merge(self, entity: str, same_as: str) -> tuple[str, str] | None:
        """Makes two entities one; gives the id kept and the one given up, `None` if they were one already."""
        late, early = self.resolve(entity), self.resolve(same_as)
        if late == early:
            return None
        self._same[late] = early
        return early, late
