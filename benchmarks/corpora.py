"""Reads the corpora: gzipped JSON lines in a folder beside the repository."""

import gzip
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from fabula.layers import EntityType, GivenCast, GivenCharacter, MentionKind
from fabula.layers.pronouns import PRONOUN_SETS
from fabula.scoring import (
    Reference,
    ReferenceCharacter,
    ReferenceExpression,
    ReferenceMention,
    ReferenceQuotation,
)
from fabula.text import Span

ROOT = Path(__file__).resolve().parent.parent
KINDS = dict(zip(("PROP", "NOM", "PRON"), get_args(MentionKind), strict=True))
TYPES = dict(zip(("PER", "FAC", "GPE", "LOC", "ORG", "VEH"), get_args(EntityType), strict=True))
PRONOUNS = {"M": "he", "F": "she"}


@dataclass(frozen=True)
class Corpus:
    """One part of a corpus; `digest` is of its file."""

    name: str
    digest: str
    references: tuple[Reference, ...]


def folder() -> Path:
    """Where the corpora lie: `FABULA_CORPORA`, else `../shared/corpora` from the repository's root."""
    return Path(os.environ.get("FABULA_CORPORA") or ROOT.parent / "shared" / "corpora")


def find(name: str) -> Path:
    """A corpus file by its path in the folder; exits with advice if it is not there."""
    path = folder() / name
    if not path.exists():
        raise SystemExit(f"No corpus {path}. Put it there, or set FABULA_CORPORA to its folder.")
    return path


def digest(path: Path) -> str:
    """By which a file is known again."""
    return sha256(path.read_bytes()).hexdigest()


def load(name: str, docs: Sequence[str] = ()) -> Corpus:
    """A corpus such as `pdnc.dev`, all of it or the named texts; exits with advice if it is not there."""
    path = find(f"{name}.jsonl.gz")
    references = tuple(_reference(values) for values in lines(path) if not docs or values["id"] in docs)
    missing = sorted(set(docs) - {reference.id for reference in references})
    if missing:
        raise SystemExit(f"No text {', '.join(missing)} in {path.name}.")
    return Corpus(name, digest(path), references)


def given_characters(reference: Reference) -> GivenCast:
    """The reference's characters as a person would state them, and nobody else."""
    sets = {pronouns.name: pronouns for pronouns in PRONOUN_SETS}
    return GivenCast(
        tuple(
            GivenCharacter(one.name, one.aliases, sets[one.pronouns] if one.pronouns else None)
            for one in reference.characters
        ),
        closed=True,
    )


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _reference(values: dict[str, Any]) -> Reference:
    characters = tuple(
        ReferenceCharacter(
            one["id"],
            one["name"],
            tuple(alias for alias in one["aliases"] if not alias.startswith("_")),
            PRONOUNS.get(one["gender"]),
            one["category"],
        )
        for one in values.get("characters") or ()
        if not one["id"].startswith("_")  # these stand for crowds, the unknown and the narrator
    )
    listed = {character.id for character in characters}
    mentions = tuple(
        ReferenceMention(Span(one["start"], one["end"]), one["entity"], KINDS[one["kind"]])
        for one in values.get("mentions") or ()
        if one["type"] == "PER"
    )
    quotations = tuple(_quotation(one, listed) for one in values["quotes"])
    return Reference(
        values["id"],
        values["text"],
        quotations,
        characters,
        mentions,
        expressions=tuple(_expression(one) for one in values.get("mentions") or () if "type" in one),
        phrases=tuple(_expression(one) for one in values.get("entities") or ()),
        events=tuple(Span(one["start"], one["end"]) for one in values.get("events") or ()),
        referents={Span(one["start"], one["end"]): one["entity"] for one in values.get("mentions") or ()},
    )


def _expression(values: dict[str, Any]) -> ReferenceExpression:
    kind = KINDS[values["kind"]] if "kind" in values else None
    return ReferenceExpression(Span(values["start"], values["end"]), TYPES[values["type"]], kind)


def _quotation(values: dict[str, Any], listed: set[str]) -> ReferenceQuotation:
    speaker = values["speaker"]
    return ReferenceQuotation(
        id=values["id"],
        pieces=tuple(Span(*piece) for piece in values["spans"]),
        speaker=speaker if speaker and not speaker.startswith("_") else None,
        addressees=tuple(one for one in values.get("addressees") or () if not one.startswith("_")),
        type=values.get("type"),
        mentions=tuple(
            ReferenceMention(Span(one["start"], one["end"]), one["entities"][0])
            for one in values.get("mentions") or ()
            if len(one["entities"]) == 1 and one["entities"][0] in listed
        ),
    )
