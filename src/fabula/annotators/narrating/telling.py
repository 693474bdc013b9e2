"""Who tells at a place of the text, since one passage may have several tellers."""

from bisect import bisect_right

from fabula.annotators.following import NewClaims
from fabula.document import Draft
from fabula.layers import Narrator


class Telling:
    """Follows the narrators. Each tells from where they begin until the next one does."""

    def __init__(self) -> None:
        self._new = NewClaims()
        self._starts: list[int] = []
        self._tellers: list[str | None] = []

    def follow(self, draft: Draft) -> None:
        """Takes note of the narrators claimed since the last call; a later claim outdoes all from its start on."""
        for narrator in self._new.of(draft, Narrator):
            while self._starts and self._starts[-1] >= narrator.start:
                self._starts.pop()
                self._tellers.pop()
            self._starts.append(narrator.start)
            self._tellers.append(narrator.entity)

    def at(self, position: int) -> str | None:
        """The teller's entity as it was claimed; `None` where nobody in the story tells."""
        index = bisect_right(self._starts, position) - 1
        return self._tellers[index] if index >= 0 else None
