"""Where everybody is, as told so far."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Scene, Whereabouts
from fabula.layers.scene import SURE

THERE = frozenset({"at", "arrives"})


class WhereEverybodyIs:
    """Takes in scenes and whereabouts as they become known, and says who is where, and where scenes take place."""

    records: ClassVar[tuple[type[Claim], ...]] = (Scene, Whereabouts)

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._of: defaultdict[str, list[Whereabouts]] = defaultdict(list)
        self._there: defaultdict[int, list[Whereabouts]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """Takes in a claim. Scenes that are not sure are left out."""
        match claim:
            case Scene() if claim.confidence is None or claim.confidence >= SURE:
                self._starts.append(claim.start)
            case Whereabouts():
                self._of[claim.entity].append(claim)
                if claim.how in THERE:
                    self._there[self.scene(claim.span.start)].append(claim)

    def scene(self, position: int) -> int:
        """The number of the scene that a position lies in, from 0; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def history(self, entity: str, resolve: Callable[[str], str]) -> tuple[Whereabouts, ...]:
        """Those of an entity and of all that were merged into it, in the order of the text."""
        found = (one for raw, claims in self._of.items() if resolve(raw) == entity for one in claims)
        return tuple(sorted(found, key=lambda one: one.span))

    def last(self, entity: str, resolve: Callable[[str], str]) -> Whereabouts | None:
        """What was told last; whoever leaves is there no more. `None` if nothing was."""
        return next(reversed(self.history(entity, resolve)), None)

    def latest(self, resolve: Callable[[str], str]) -> tuple[Whereabouts, ...]:
        """The last of everybody, in the order of the text."""
        found = dict[str, Whereabouts]()
        for raw, claims in self._of.items():
            one, known = max(claims, key=lambda claim: claim.span), found.get(resolve(raw))
            if known is None or one.span > known.span:
                found[resolve(raw)] = one
        return tuple(sorted(found.values(), key=lambda one: one.span))

    def age(self, claim: Whereabouts) -> int:
        """How many scenes have begun since it was told."""
        return len(self._starts) - 1 - self.scene(claim.span.start)

    def place(self, scene: int, resolve: Callable[[str], str]) -> str | None:
        """Where the scene with a number first has somebody be; `None` if it does not say."""
        first = min(self._there.get(scene, ()), key=lambda one: one.span, default=None)
        return resolve(first.place) if first else None
