"""Claims in the order in which they become known."""

from collections.abc import Iterable, Iterator

from fabula.document import Claim, Document


class Waiting:
    """The claims of some record types that are not known yet. Each is given out once, at constant cost.

    A record type that nothing has made has none.
    """

    def __init__(self, document: Document, records: Iterable[type[Claim]]) -> None:
        made = (document.layers[record] for record in records if record in document.layers)
        # The last first, so that what becomes known is popped off the end.
        self._waiting = [sorted(layer, key=lambda claim: claim.known_at)[::-1] for layer in made]

    def known(self, position: int) -> Iterator[Claim]:
        """Those that are known at a position and were not given out, record type by record type."""
        for claims in self._waiting:
            while claims and claims[-1].known_at <= position:
                yield claims.pop()
