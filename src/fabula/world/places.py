"""The places of a story that are worth listing: those with a name, and those that it comes back to."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import PEOPLE, Containment, Entity, EntityKind, Mention

ELSEWHERE = frozenset({*PEOPLE, "organisation"})
"""The kinds of entity that are no places."""
POINTED = frozenset("here there everywhere nowhere somewhere anywhere elsewhere".split())
"""Words that only point at a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text tells of it so far.

    `names` are what it is called, the commonest first, and only nouns where it has none. `mentions` leaves pronouns
    out. `first` is its first mention. `within` are the claims that it lies in another place.
    """

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    mentions: int
    first: Mention
    within: tuple[Containment, ...]


class Places:
    """Takes in places and what is said of them as it becomes known. It makes no two places one."""

    records: ClassVar[tuple[type[Claim], ...]] = (Entity, Mention, Containment)

    def __init__(self, text: str) -> None:
        self._text = text
        self._kinds: dict[str, EntityKind] = {}
        self._mentions: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
        self._owners: dict[str, str] = {}
        self._within: defaultdict[str, list[Containment]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """Takes in a claim; one that it replaces is forgotten."""
        match claim:
            case Entity() if claim.kind not in ELSEWHERE:
                self._kinds[claim.id] = claim.kind
            case Mention():
                if claim.replaces in self._owners:
                    self._mentions[self._owners.pop(claim.replaces)].pop(claim.replaces)
                if claim.entity in self._kinds and claim.kind != "pronominal":
                    self._mentions[claim.entity][claim.id] = claim
                    self._owners[claim.id] = claim.entity
            case Containment():
                self._within[claim.place].append(claim)

    def all(self, resolve: Callable[[str], str]) -> tuple[Place, ...]:
        """Those worth listing, in the order of their first mentions; `resolve` gives the id that one goes under."""
        together = defaultdict[str, list[str]](list)
        for raw in self._kinds:
            together[resolve(raw)].append(raw)
        places = (self._place(id, raws) for id, raws in together.items() if id in self._kinds)
        return tuple(sorted((place for place in places if place is not None), key=lambda place: place.first.span))

    def _place(self, id: str, raws: list[str]) -> Place | None:
        mentions = sorted((one for raw in raws for one in self._mentions[raw].values()), key=lambda one: one.span)
        named = [one for one in mentions if one.kind == "proper"]
        returns = len({one.known_at for one in mentions}) > 1
        if not named and not returns:
            return None
        calls = Counter(" ".join(one.span.of(self._text).split()) for one in named or mentions)
        if POINTED.issuperset(name.lower() for name in calls):
            return None
        names = tuple(name for name, _ in calls.most_common())
        within = tuple(sorted((one for raw in raws for one in self._within[raw]), key=lambda one: one.span))
        return Place(id, names[0], self._kinds[id], names, len(mentions), mentions[0], within)
