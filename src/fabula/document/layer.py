"""The claims of one type."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from fabula.document.claim import Claim
from fabula.text import Span

C = TypeVar("C", bound=Claim)


class Layer(Generic[C]):
    """The claims of one type, in the order of their main evidence.

    A sequence, with look-ups by position and by id.
    """

    def __init__(self, record: type[C], claims: Iterable[C] = ()) -> None:
        self.record = record
        self._claims = sorted(claims, key=_place)
        self._starts = [claim.span.start for claim in self._claims]
        self._by_id: dict[str, C] | None = None
        self._longest = max((claim.span.end - claim.span.start for claim in self._claims), default=0)

    def __len__(self) -> int:
        return len(self._claims)

    def __iter__(self) -> Iterator[C]:
        return iter(self._claims)

    def __getitem__(self, index: int) -> C:
        return self._claims[index]

    def __repr__(self) -> str:
        return f"Layer({self.record.__name__}, {len(self)} claims)"

    def by_id(self, claim_id: str) -> C:
        """The claim with this id; `KeyError` if there is none."""
        if self._by_id is None:
            self._by_id = {claim.id: claim for claim in self._claims}
        return self._by_id[claim_id]

    def at(self, position: int) -> list[C]:
        """Claims whose main evidence holds this position."""
        return self.covering(Span(position, position + 1))

    def covering(self, span: Span) -> list[C]:
        """Claims whose main evidence holds the whole of `span`."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.start)
        return [claim for claim in self._claims[first:last] if claim.span.end >= span.end]

    def covered_by(self, span: Span) -> list[C]:
        """Claims whose main evidence lies wholly inside `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [claim for claim in self._claims[first:last] if claim.span.end <= span.end]

    def current(self) -> list[C]:
        """The claims that no other claim of this layer has replaced."""
        replaced = {claim.replaces for claim in self._claims if claim.replaces}
        return [claim for claim in self._claims if claim.id not in replaced]

    def with_more(self, claims: Iterable[C]) -> "Layer[C]":
        """The layer with claims that were made later; of what stands before all of these nothing is sorted again."""
        more = sorted(claims, key=_place)
        if not more:
            return self
        first = bisect_left(self._starts, more[0].span.start)
        tail = Layer(self.record, [*self._claims[first:], *more])
        out = Layer(self.record)
        out._claims = self._claims[:first] + tail._claims
        out._starts = self._starts[:first] + tail._starts
        out._longest = max(self._longest, tail._longest)
        return out

    def until(self, p: int) -> "Layer[C]":
        """The claims that were known when `text[:p]` had been read."""
        return Layer(self.record, (claim for claim in self._claims if claim.known_at <= p))


def _place(claim: Claim) -> tuple[int, int]:
    return claim.span.start, -claim.span.end
