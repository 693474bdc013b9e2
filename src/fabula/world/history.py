"""What becomes known of the cast, passage by passage."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fabula.document import Claim, Document
from fabula.layers import Division, Entity, Identity, Mention, Passage
from fabula.world.character import Character
from fabula.world.fold import FOLDED, Fold
from fabula.world.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Step:
    """What one passage adds to the cast.

    `position` is the passage's end, the last passage's the end of the text. `changed` are the characters of whom
    something was learnt, as known there. `merged` are pairs of ids: the first goes under the second from here on.
    `mentions` counts the words that refer to an entity by `(entity id, division)`, the divisions counted from 0 in
    text order; a revised mention counts -1 where it stood.
    """

    position: int
    changed: tuple[Character, ...]
    merged: tuple[tuple[str, str], ...]
    mentions: dict[tuple[str, int], int]


def history(document: Document) -> Iterator[Step]:
    """One step for each passage; together they make the cast of the whole, and up to each the cast as known there."""
    fold = Fold(document.source.text)
    ends = [passage.span.end for passage in document.layer(Passage)]
    ends[-1:] = [len(document.source.text)] * bool(ends)
    starts = sorted(division.start for division in document.layer(Division))[1:]
    waiting = Waiting(document, FOLDED)
    seen: dict[str, Claim] = {}
    for position in ends:
        touched: dict[str, None] = {}
        merged: list[tuple[str, str]] = []
        counts: Counter[tuple[str, int]] = Counter()
        for claim in waiting.known(position):
            if isinstance(claim, Identity):
                merged += _merging(fold, claim)
            fold.add(claim)
            seen[claim.id] = claim
            for one, by in ((claim, 1), (seen.get(claim.replaces or ""), -1)):
                entity = one.id if isinstance(one, Entity) else getattr(one, "entity", None)
                if entity:
                    touched[entity] = None
                if isinstance(one, Mention):
                    counts[one.entity, bisect_right(starts, one.span.start)] += by
        changed = tuple(fold.members(touched).values())
        yield Step(position, changed, tuple(merged), {place: by for place, by in counts.items() if by})


def _merging(fold: Fold, claim: Identity) -> Iterator[tuple[str, str]]:
    """The later and the earlier id of the two that a claim makes one; nothing if they are one already."""
    one, other = fold.resolve(claim.entity), fold.resolve(claim.same_as)
    if one != other:
        early = fold.earlier(one, other)
        yield (other if early == one else one), early
