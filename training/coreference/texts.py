"""The corpora's texts as the resolver meets them: the notes of a reading, and who is really meant."""

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np

from benchmarks.corpora import KINDS, folder, load
from fabula.annotators.coreference.table import Array
from fabula.annotators.coreference.traits import CLASS
from fabula.annotators.following import Merges
from fabula.layers import Entity, EntityType, Expression
from fabula.scoring.mapping import map_by_name
from fabula.scoring.names import AliasTable
from fabula.scoring.quotations import bare
from fabula.scoring.reference import Reference
from fabula.text import Span
from fabula.world import Story
from training.coreference.notes import Note, noted
from training.reader.corpora.lines import records

TYPES = dict(zip(("PER", "FAC", "GPE", "LOC", "ORG", "VEH"), get_args(EntityType), strict=True))
TRUST = {"name": 3.0, "cue": 1.0, "speaker": 0.2, "narrator": 0.2}
"""What the ties of a phrase whose referent is known weigh when the cast is matched with the corpus."""


@dataclass
class Text:
    """`gold` is who is meant by a span; `members` who is who in the cast.

    `whole` says that all mentions are annotated, not only some.
    """

    id: str
    notes: list[Note]
    gold: dict[Span, str]
    members: dict[str, str]
    whole: bool

    def vectors(self) -> tuple[Array, Array]:
        """Of all phrases."""
        seek, offer = zip(*(note.vectors for note in self.notes if note.vectors is not None), strict=True)
        return np.concatenate(seek), np.concatenate(offer)


def litbank(part: str, cache: Path, *, gold_mentions: bool = False) -> Iterator[Text]:
    """The excerpts, all of their mentions; with `gold_mentions` those of the corpus stand for the model's."""
    for record in records(folder() / f"litbank.{part}.jsonl.gz"):
        name = f"litbank-{part}-{record['id']}{'-gold' * gold_mentions}"
        yield _kept(cache / name, lambda record=record: _excerpt(record, gold_mentions))  # type: ignore[misc]


def pdnc(part: str, cache: Path, ids: tuple[str, ...]) -> Iterator[Text]:
    """Whole novels, the mentions in their quotations."""
    for reference in load(f"pdnc.{part}", ids).references if ids else ():
        yield _kept(cache / f"pdnc-{part}-{reference.id}", lambda reference=reference: _novel(reference))  # type: ignore[misc]


def _kept(path: Path, make: Any) -> Text:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(make()))
        print(path.name, flush=True)
    return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]


def _excerpt(record: Mapping[str, Any], gold_mentions: bool) -> Text:
    gold = {Span(one["start"], one["end"]): one["entity"] for one in record["mentions"]}
    notes, _ = noted(record["text"], _expressions(record) if gold_mentions else None)
    return Text(record["id"], notes, gold, _members(notes, gold), whole=True)


def _expressions(record: Mapping[str, Any]) -> list[Expression]:
    return [
        Expression(
            id=f"x{number}",
            evidence=(Span(one["start"], one["end"]),),
            known_at=len(record["text"]),
            made_by="corpus",
            kind=KINDS[one["kind"]],
            type=TYPES[one["type"]],  # type: ignore[arg-type]
        )
        for number, one in enumerate(record["mentions"], 1)
    ]


def _members(notes: list[Note], gold: Mapping[Span, str]) -> dict[str, str]:
    """For each of the cast whom the phrases tied to them mean most."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    merges = Merges()
    for note in notes:
        for one, other in note.merges:
            merges.merge(one, other)
    for phrase in (phrase for note in notes for phrase in note.phrases):
        entity = gold.get(phrase.span)
        for tie, member in phrase.ties.items():
            first = phrase.expression.kind == "pronominal" and CLASS.get(phrase.words[0]) == "i"
            if entity and tie in TRUST and (tie in ("name", "cue") or first):
                votes[merges.resolve(member)][entity] += TRUST[tie]  # type: ignore[assignment]
    return {member: counts.most_common(1)[0][0] for member, counts in votes.items()}


def _novel(reference: Reference) -> Text:
    notes, story = noted(reference.text)
    wanted = {
        bare(reference.text, mention.span): mention.character
        for quotation in reference.quotations
        for mention in quotation.mentions
    }
    gold = {}
    for phrase in (phrase for note in notes for phrase in note.phrases):
        character = wanted.get(bare(reference.text, phrase.span))
        if character:
            gold[phrase.span] = character
    return Text(reference.id, notes, gold, _characters(story, reference), whole=False)


def _characters(story: Story, reference: Reference) -> dict[str, str]:
    mapping = map_by_name(story, AliasTable(reference.characters))
    found = ((claim.id, mapping.get(story.cast.resolve(claim.id))) for claim in story.document.layer(Entity))
    return {entity: character for entity, character in found if character}
