"""A document in the making."""

from collections.abc import Mapping
from typing import Any, cast

from fabula.document.claim import Claim
from fabula.document.columns import Columns
from fabula.document.document import Document, Made
from fabula.document.layer import C, Layer
from fabula.document.tags import Numbers, Tags
from fabula.text import Source


class Draft:
    """A document in the making, passage by passage. Annotators read from it and add to it.

    Who fills `tags` or `numbers` extends them by the tokens or sentences of every passage.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.paragraphs = Columns()
        self.sentences = Columns()
        self.tokens = Columns()
        self.tags: dict[str, Tags] = {}
        self.numbers: dict[str, Numbers] = {}
        self._claims: dict[type[Claim], list[Any]] = {}
        self._layers: dict[type[Claim], Layer[Any]] = {}

    def grow(self, source: Source) -> None:
        """Takes the source that begins with the one so far."""
        self.source, self.text = source, source.text

    def declare(self, record: type[Claim]) -> None:
        """Says that a layer is made, even if it stays empty."""
        self._claims.setdefault(record, [])

    def new_id(self, record: type[Claim]) -> str:
        """The id that the next claim of this type bears."""
        return f"{record.prefix}{len(self._claims[record]) + 1}"

    def add(self, claim: C) -> C:
        """Adds a claim and returns it."""
        self._claims[type(claim)].append(claim)
        return claim

    def claims(self, record: type[C]) -> list[C]:
        """All claims of one type so far, in the order in which they were made."""
        return cast("list[C]", self._claims[record])

    def since(self, record: type[C], position: int) -> list[C]:
        """The claims of one type whose `known_at` lies behind `position`, in the order in which they were made."""
        claims = self.claims(record)
        index = len(claims)
        while index and claims[index - 1].known_at > position:
            index -= 1
        return claims[index:]

    def finish(self, makers: Mapping[Made, str]) -> Document:
        """The document so far, which stays as it is if the draft grows."""
        columns = {"paragraphs": self.paragraphs, "sentences": self.sentences, "tokens": self.tokens}
        return Document(
            self.source,
            {record: self._layer(record) for record in self._claims},
            {name: one.first(len(one)) for name, one in columns.items()},
            makers,
            {name: tags.copy() for name, tags in self.tags.items()},
            {name: numbers.until(len(numbers)) for name, numbers in self.numbers.items()},
        )

    def _layer(self, record: type[C]) -> Layer[C]:
        """The layer of the claims so far, made from the one that was given out before."""
        before = self._layers.get(record) or Layer(record)
        layer = self._layers[record] = before.with_more(self.claims(record)[len(before) :])
        return layer
