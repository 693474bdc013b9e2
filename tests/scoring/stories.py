"""Stories and references made by hand, from words instead of positions."""

from typing import Any

from fabula.document import Claim, Document, Layer
from fabula.layers import RECORDS, Attribution, Entity, Gender, Mention, MentionKind, Quotation, QuotationMode
from fabula.text import Source, Span
from fabula.world import Story


class StoryMaker:
    """Collects claims about a text; every word sought stands there, and the first one is meant unless told."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._claims: dict[type[Claim], list[Claim]] = {record: [] for record in RECORDS}

    def span(self, words: str, nth: int = 1) -> Span:
        """Where the words stand for the nth time."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def entity(self, name: str, pronouns: str | None = None) -> str:
        """An entity that is first mentioned, by this name, where the name first stands."""
        claim = self._add(Entity, self.span(name), name=name)
        if pronouns:
            self._add(Gender, self.span(name), entity=claim, pronouns=pronouns)
        return claim

    def mention(self, entity: str, span: Span, kind: MentionKind = "proper") -> None:
        """Words that refer to an entity."""
        self._add(Mention, span, kind=kind, entity=entity)

    def quotation(
        self,
        *pieces: Span,
        speaker: str | None = None,
        addressees: tuple[str, ...] = (),
        confidence: float | None = None,
        mode: QuotationMode = "speech",
        parent: str | None = None,
    ) -> str:
        """A quotation with its attribution."""
        quotation = self._add(Quotation, *pieces, mode=mode, style='""', parent=parent)
        self._add(
            Attribution,
            *pieces,
            quotation=quotation,
            speaker=speaker,
            addressees=addressees,
            type="implicit",
            confidence=confidence,
        )
        return quotation

    def story(self) -> Story:
        """The story so far."""
        return Story(
            Document(Source(self.text), {record: Layer(record, made) for record, made in self._claims.items()})
        )

    def _add(self, record: type[Claim], *evidence: Span, **values: Any) -> str:
        claims = self._claims[record]
        name = f"{record.prefix}{len(claims) + 1}"
        known_at = len(self.text)
        claims.append(record(id=name, evidence=evidence, known_at=known_at, made_by="hand", **values))
        return name
