"""A story that has been read: the document, and the views over it."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from fabula.document import Document, Layer
from fabula.layers import RECORDS, Attribution, Cue, Division, Passage, Quotation
from fabula.text import Source, Span
from fabula.world.address_forms import AddressForm, address_forms
from fabula.world.cast import Cast
from fabula.world.character import Character
from fabula.world.feelings import Feelings
from fabula.world.networks import Networks
from fabula.world.speech import Quoted
from fabula.world.storyworld import Storyworld

SCHEMA = 2
"""Version of the canonical JSON form and of the saved file. Since 2 there are tags and numbers."""
TITLE = 80
"""Characters that a line may have to be a title."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A division with the stretch of text it lasts for."""

    division: Division
    span: Span

    @property
    def title(self) -> str | None:
        """The heading; `None` without one."""
        return self.division.title

    @property
    def is_story(self) -> bool:
        """Whether it is part of the story, not matter around it."""
        return self.division.kind == "chapter"


class Story:
    """What a reader knows of a story after reading `text`.

    `length` is that of the whole text in code points, of which this may be a view: nothing else is known from behind
    it, and it says only how far into the book a place is.
    """

    def __init__(self, document: Document, length: int | None = None) -> None:
        self.document = document
        self.length = len(document.source.text) if length is None else length

    @property
    def source(self) -> Source:
        """The text and where it came from."""
        return self.document.source

    @property
    def text(self) -> str:
        """The whole text read so far."""
        return self.source.text

    @property
    def title(self) -> str | None:
        """The title, where the file states one."""
        return self.source.title

    @property
    def name(self) -> str:
        """What to call it: the title, else a line alone before the story, else the file's name, else "Untitled"."""
        return self.title or self._line_before or PurePath(self.source.origin or "Untitled").stem.replace("_", " ")

    @property
    def _line_before(self) -> str | None:
        """The front matter, if it is one line as short as a title."""
        first = self.divisions[0] if self.divisions else None
        words = first.span.of(self.text).strip() if first and first.division.kind == "front" else ""
        return words if 0 < len(words) <= TITLE and len(words.splitlines()) == 1 else None

    @property
    def passages(self) -> Layer[Passage]:
        """The units of reading; a view exists at the end of each."""
        return self.document.layer(Passage)

    @cached_property
    def divisions(self) -> tuple[Chapter, ...]:
        """Every division, story or not, with its span."""
        found = sorted(self.document.layer(Division), key=lambda division: division.start)
        ends = [division.start for division in found[1:]] + [len(self.text)]
        return tuple(Chapter(division, Span(division.start, end)) for division, end in zip(found, ends, strict=False))

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The divisions that are story; a chapter that goes on after a note is one, with the note inside it."""
        out: dict[str, Chapter] = {}
        begun: dict[str, str] = {}
        for chapter in self.divisions:
            division = chapter.division
            first = begun.get(division.resumes or "", division.id)
            begun[division.id] = first
            if first in out:
                out[first] = Chapter(out[first].division, Span(out[first].span.start, chapter.span.end))
            elif chapter.is_story:
                out[first] = chapter
        return tuple(out.values())

    @cached_property
    def cast(self) -> Cast:
        """Everyone in the text, with identities resolved."""
        return Cast(self.document)

    @property
    def characters(self) -> tuple[Character, ...]:
        """Those who take part in the story, the most mentioned first."""
        return self.cast.characters

    @cached_property
    def quotations(self) -> tuple[Quoted, ...]:
        """Every quotation in text order; those that are speech or thought have an attribution."""
        attributions = {claim.quotation: claim for claim in self.document.layer(Attribution).current()}
        cues = {claim.quotation: claim for claim in self.document.layer(Cue).current()}
        out = []
        for quotation in self.document.layer(Quotation).current():
            attribution = attributions.get(quotation.id)
            out.append(
                Quoted(
                    quotation=quotation,
                    attribution=attribution,
                    cue=cues.get(quotation.id),
                    text=" ".join(piece.of(self.text) for piece in quotation.evidence),
                    speaker=self.cast[attribution.speaker] if attribution and attribution.speaker else None,
                    addressees=tuple(self.cast[entity] for entity in attribution.addressees) if attribution else (),
                )
            )
        return tuple(out)

    @cached_property
    def unread(self) -> tuple[Passage, ...]:
        """The passages of words that the reader model passed over as no English; none if it read nothing at all."""
        if "pos" not in self.document.tags:
            return ()
        tags, tokens = self.document.tags["pos"], self.document.tokens
        out = []
        for passage in self.passages:
            places = tokens.covered_by(passage.span)
            has_words = any(self.text[tokens.starts[place]].isalpha() for place in places)
            if has_words and not any(tags[place] for place in places):
                out.append(passage)
        return tuple(out)

    @cached_property
    def feelings(self) -> Feelings:
        """How its scenes, chapters and characters sound. Raises `LayerMissing` if the reader model has not read it."""
        return Feelings(self)

    @cached_property
    def networks(self) -> Networks:
        """Who is with whom, who speaks to whom, and who is spoken of."""
        return Networks(self)

    @cached_property
    def address_forms(self) -> tuple[AddressForm, ...]:
        """What people call each other to their faces, in the order of the first uses."""
        return address_forms(self)

    def until(self, p: int) -> "Story":
        """The story as known when only `text[:p]` has been read.

        At the end of a passage this equals reading `text[:p]` alone; elsewhere the claims of the unfinished passage
        are left out.
        """
        return Story(self.document.until(p), self.length)

    def world(self, at: int | None = None) -> Storyworld:
        """What a reader holds to be so at a place, at the end if none is given; `advance` takes it further.

        In the middle of a passage it is what was known when the passage began.
        """
        world = Storyworld(self.document)
        world.advance(len(self.text) if at is None else at)
        return world

    def to_json(self) -> str:
        """The whole story in canonical JSON: equal stories give equal strings."""
        return json.dumps(self._values(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def _values(self) -> dict[str, Any]:
        source = self.source
        return {
            "schema": SCHEMA,
            "source": {
                "title": source.title,
                "author": source.author,
                "origin": source.origin,
                "format": source.format,
                "metadata": dict(source.metadata),
                "digest": source.digest,
                "text": source.text,
            },
            "columns": {
                name: {"starts": list(columns.starts), "ends": list(columns.ends), "kinds": list(columns.kinds)}
                for name, columns in self.document.columns.items()
            },
            "tags": {
                name: {"over": tags.over, "labels": tags.labels, "codes": list(tags.codes)}
                for name, tags in self.document.tags.items()
            },
            "numbers": {
                name: {"over": numbers.over, "values": list(numbers)} for name, numbers in self.document.numbers.items()
            },
            "layers": {
                record.layer: [claim.to_json() for claim in self.document.layers[record]]
                for record in RECORDS
                if record in self.document.layers
            },
            "characters": [character.to_json() for character in self.characters],
        }

    def __repr__(self) -> str:
        name = self.title or self.source.origin or "untitled"
        return f"Story({name!r}, {len(self.characters)} characters, {len(self.quotations)} quotations)"

    def _repr_html_(self) -> str:
        from fabula.world.notebook import card  # Needs `Story`.

        return card(self)
