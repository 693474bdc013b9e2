"""Claims, the layers that hold them, and the document they lie over.

Knows no record type and no export: those import this.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Generic, TypeVar, cast

from fabula.errors import LayerMissing, Leak, NoEvidence
from fabula.text import Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something asserted about the text.

    `evidence` is what it rests on, the main span first. `known_at` is the offset of the text that had been read when
    it was made. `confidence` is a calibrated probability, or `None` where no calibration exists. `replaces` is the
    id of the claim that this one revises. Claims are never edited.

    Raises `NoEvidence` without evidence and `Leak` if the evidence reaches past `known_at`.
    """

    layer: ClassVar[str] = "claims"
    prefix: ClassVar[str] = "x"

    id: str
    evidence: tuple[Span, ...]
    known_at: int
    made_by: str
    confidence: float | None = None
    replaces: str | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise NoEvidence(f"{type(self).__name__} {self.id} cites no words of the text.")
        for span in self.evidence:
            if span.end > self.known_at:
                raise Leak(
                    f"{type(self).__name__} {self.id} cites {span.start}-{span.end}, "
                    f"but only the text before {self.known_at} had been read."
                )

    @property
    def span(self) -> Span:
        """The main evidence."""
        return self.evidence[0]

    def to_json(self) -> dict[str, Any]:
        """The claim as JSON values; spans as `[start, end]`, fields that are `None` left out."""
        out: dict[str, Any] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if value is not None:
                out[item.name] = value
        return out


C = TypeVar("C", bound=Claim)


class Layer(Generic[C]):
    """The claims of one type, in the order of their main evidence.

    A sequence, with look-ups by position and by id.
    """

    def __init__(self, record: type[C], claims: Iterable[C] = ()) -> None:
        self.record = record
        self._claims = sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))
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

    def until(self, p: int) -> "Layer[C]":
        """The claims that were known when `text[:p]` had been read."""
        return Layer(self.record, (claim for claim in self._claims if claim.known_at <= p))


class Columns(Sequence[Span]):
    """Many spans that do not overlap, in text order, as columns of integers: tokens, sentences, paragraphs.

    `kinds` holds one small integer for each span, whose meaning its maker defines.
    """

    def __init__(self) -> None:
        self.starts = array("l")
        self.ends = array("l")
        self.kinds = array("b")

    def append(self, start: int, end: int, kind: int = 0) -> None:
        """Adds a span behind the last one."""
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [Span(*pair) for pair in zip(self.starts[index], self.ends[index], strict=True)]
        return Span(self.starts[index], self.ends[index])

    def at(self, position: int) -> int | None:
        """Index of the span that holds this position; `None` between spans."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 and position < self.ends[index] else None

    def overlapping(self, span: Span) -> range:
        """Indices of the spans that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def covered_by(self, span: Span) -> range:
        """Indices of the spans wholly inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))

    def until(self, p: int) -> "Columns":
        """The spans that end at or before `p`."""
        out, count = Columns(), bisect_right(self.ends, p)
        out.starts, out.ends, out.kinds = self.starts[:count], self.ends[:count], self.kinds[:count]
        return out


@dataclass(frozen=True)
class Document:
    """A source and what has been claimed about it.

    `layers` maps record types to layers, `columns` the names of columns (`paragraphs`, `sentences`, `tokens`) to
    them, `makers` record types to the annotator that makes them, for the error when one is missing.
    """

    source: Source
    layers: Mapping[type[Claim], Layer[Any]]
    columns: Mapping[str, Columns] = field(default_factory=dict)
    makers: Mapping[type[Claim], str] = field(default_factory=dict)

    def layer(self, record: type[C]) -> Layer[C]:
        """The layer of one record type. Raises `LayerMissing` if nothing has made it; an empty layer is an answer."""
        if record not in self.layers:
            maker = self.makers.get(record)
            remedy = f" The annotator '{maker}' makes one." if maker else ""
            raise LayerMissing(f"No {record.__name__} layer in {self.source.origin or 'this text'}.{remedy}")
        return cast("Layer[C]", self.layers[record])

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
        """The document over `text[:p]`, with what was known there."""
        return Document(
            self.source.until(p),
            {record: layer.until(p) for record, layer in self.layers.items()},
            {name: columns.until(p) for name, columns in self.columns.items()},
            self.makers,
        )


class Draft:
    """A document in the making, passage by passage. Annotators read from it and add to it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.paragraphs = Columns()
        self.sentences = Columns()
        self.tokens = Columns()
        self._claims: dict[type[Claim], list[Any]] = {}

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

    def finish(self, makers: Mapping[type[Claim], str]) -> Document:
        """The document."""
        return Document(
            self.source,
            {record: Layer(record, claims) for record, claims in self._claims.items()},
            {"paragraphs": self.paragraphs, "sentences": self.sentences, "tokens": self.tokens},
            makers,
        )
