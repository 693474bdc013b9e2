"""A source and what has been claimed about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from fabula.document.claim import Claim
from fabula.document.columns import Columns
from fabula.document.layer import C, Layer
from fabula.document.tags import Numbers, Tags
from fabula.errors import LayerMissing
from fabula.text import Source

Made = type[Claim] | str
"""What an annotator makes: claims of a record type, or the tags or numbers of a name."""


@dataclass(frozen=True)
class Document:
    """A source and what has been claimed about it.

    `layers` maps record types to layers, `columns` the names of columns (`paragraphs`, `sentences`, `tokens`) to
    them, `tags` and `numbers` the names in `layers.TAGS` and `layers.NUMBERS` to what lies beside the columns,
    `makers` record types and those names to the annotator that makes them, for the error when one is missing.
    """

    source: Source
    layers: Mapping[type[Claim], Layer[Any]]
    columns: Mapping[str, Columns] = field(default_factory=dict)
    makers: Mapping[Made, str] = field(default_factory=dict)
    tags: Mapping[str, Tags] = field(default_factory=dict)
    numbers: Mapping[str, Numbers] = field(default_factory=dict)

    def layer(self, record: type[C]) -> Layer[C]:
        """The layer of one record type. Raises `LayerMissing` if nothing has made it; an empty layer is an answer."""
        if record not in self.layers:
            raise self._missing(record, f"{record.__name__} layer", "one")
        return cast("Layer[C]", self.layers[record])

    def tag(self, name: str) -> Tags:
        """The tags of this name in `layers.TAGS`. Raises `LayerMissing` if nothing has made them."""
        if name not in self.tags:
            raise self._missing(name, f"'{name}' tags", "them")
        return self.tags[name]

    def number(self, name: str) -> Numbers:
        """The numbers of this name in `layers.NUMBERS`. Raises `LayerMissing` if nothing has made them."""
        if name not in self.numbers:
            raise self._missing(name, f"'{name}' numbers", "them")
        return self.numbers[name]

    def _missing(self, made: Made, called: str, them: str) -> LayerMissing:
        maker = self.makers.get(made)
        remedy = (
            f"The annotator '{maker}' makes {them}."
            if maker
            else "What read it made none: read the text again, with the reader model."
        )
        return LayerMissing(f"No {called} in {self.source.origin or 'this text'}. {remedy}")

    @property
    def paragraphs(self) -> Columns:
        """Paragraphs; the kinds are those of `layers.ParagraphKind`."""
        return self.columns["paragraphs"]

    @property
    def sentences(self) -> Columns:
        """Sentences; none crosses a paragraph."""
        return self.columns["sentences"]

    @property
    def tokens(self) -> Columns:
        """Words and punctuation marks."""
        return self.columns["tokens"]

    def until(self, p: int) -> "Document":
        """The document over `text[:p]`, with what was known there.

        Tags and numbers end with the last passage that had been read, as claims do; so between the ends of two
        passages they are fewer than their columns.
        """
        layers = {record: layer.until(p) for record, layer in self.layers.items()}
        known = max((claim.known_at for layer in layers.values() for claim in layer), default=0)
        counts = {name: self.columns[name].count_until(known) for name in self.columns}
        return Document(
            self.source.until(p),
            layers,
            {name: columns.until(p) for name, columns in self.columns.items()},
            self.makers,
            {name: tags.until(counts[tags.over]) for name, tags in self.tags.items()},
            {name: numbers.until(counts[numbers.over]) for name, numbers in self.numbers.items()},
        )
