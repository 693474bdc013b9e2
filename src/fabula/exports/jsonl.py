"""One JSON object a line: the story, its characters, every claim with its words, and every tagged sentence."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from fabula import __version__
from fabula.document import Document, Numbers, Tags
from fabula.exports.export import Export
from fabula.layers import RECORDS
from fabula.world import Story
from fabula.world.story import SCHEMA

LINE_END = re.compile("[\x85\u2028\u2029]")
"""Marks that JSON allows in a string but that some programs take for the end of a line."""


def files(story: Story, stem: str) -> Mapping[str, str]:
    """One file: a line for the story, then its characters, its claims in text order, and its tagged sentences."""
    return {f"{stem}.jsonl": "".join(f"{_json(line)}\n" for line in _lines(story))}


def _json(values: dict[str, Any]) -> str:
    line = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return LINE_END.sub(lambda mark: f"\\u{ord(mark[0]):04x}", line)


def _lines(story: Story) -> Iterator[dict[str, Any]]:
    source = story.source
    made = [record for record in RECORDS if record in story.document.layers]
    yield {
        "line": "story",
        "schema": SCHEMA,
        "fabula": __version__,
        "title": source.title,
        "author": source.author,
        "origin": source.origin,
        "format": source.format,
        "metadata": source.metadata,
        "notices": [{"code": notice.code, "message": notice.message} for notice in source.notices],
        "digest": source.digest,
        "length": len(story.text),
        "claims": {record.layer: len(story.document.layers[record]) for record in made},
        "tagged": [*story.document.tags, *story.document.numbers],
    }
    for character in story.characters:
        yield {"line": "character", **character.to_json()}
    claims = [
        (claim.span.start, -claim.span.end, order, index, claim)
        for order, record in enumerate(made)
        for index, claim in enumerate(story.document.layers[record])
    ]
    replaced = {(type(item[-1]), item[-1].replaces) for item in claims if item[-1].replaces}
    for *_, claim in sorted(claims, key=lambda item: item[:-1]):
        yield {
            "line": "claim",
            "layer": claim.layer,
            **claim.to_json(),
            "words": [span.of(story.text) for span in claim.evidence],
            "current": (type(claim), claim.id) not in replaced,
        }
    yield from _sentences(story.document)


def _sentences(document: Document) -> Iterator[dict[str, Any]]:
    """A line for each tagged sentence; what is said of its tokens are lists as long as `tokens`."""
    both: list[tuple[str, Tags | Numbers]] = [*document.tags.items(), *document.numbers.items()]
    of_tokens = [(name, values) for name, values in both if values.over == "tokens"]
    of_sentences = [(name, values) for name, values in both if values.over == "sentences"]
    tagged = min((len(values) for _, values in of_tokens), default=0)
    for index, span in enumerate(document.sentences):
        tokens = document.tokens.covered_by(span)
        if tokens.stop > tagged:
            return
        spans = document.tokens[tokens.start : tokens.stop]
        yield {
            "line": "sentence",
            "span": span,
            "first": tokens.start,
            "tokens": spans,
            "words": [token.of(document.source.text) for token in spans],
            **{name: values[tokens.start : tokens.stop] for name, values in of_tokens},
            **{name: values[index] for name, values in of_sentences},
        }


JSONL = Export("jsonl", "Every claim with its words, one JSON object a line.", ".jsonl", files)
