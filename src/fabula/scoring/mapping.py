"""Which reference character each entity of a story is. All tasks share one such mapping."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from fabula.layers import Mention, MentionKind
from fabula.scoring.assignment import best_assignment
from fabula.scoring.names import AliasTable
from fabula.scoring.reference import Reference
from fabula.world import Story

CharacterMap = Mapping[str, str]
"""Reference characters by entity, merges resolved. Entities that are nobody are left out."""

ENOUGH = 0.25
"""Share of an entity's names that must name the character."""


@dataclass(frozen=True, slots=True)
class Votes:
    """How often an entity is called by each character's names, and how often by any words."""

    characters: Counter[str]
    total: int

    @property
    def winner(self) -> str | None:
        """The character most often named, if often enough."""
        if not self.characters:
            return None
        character, count = max(self.characters.items(), key=lambda item: (item[1], item[0]))
        return character if count >= ENOUGH * self.total else None


def proper_names(story: Story) -> dict[str, Counter[str]]:
    """How often each entity is called by each proper name, in the order in which they are first named."""
    return _forms(story, "proper")


def calls(story: Story) -> dict[str, Counter[str]]:
    """The same, but entities without a proper name are called by their common nouns ("the servant")."""
    named = proper_names(story)
    return named | {entity: forms for entity, forms in _forms(story, "nominal").items() if entity not in named}


def _forms(story: Story, kind: MentionKind) -> dict[str, Counter[str]]:
    out: dict[str, Counter[str]] = {}
    for mention in story.document.layer(Mention).current():
        if mention.kind == kind:
            form = " ".join(mention.span.of(story.text).split())
            out.setdefault(story.cast.resolve(mention.entity), Counter())[form] += 1
    return out


def votes(forms: Mapping[str, Counter[str]], names: AliasTable) -> dict[str, Votes]:
    """For each entity, whom the forms that it is called by name."""
    out = {}
    for entity, counts in forms.items():
        named: Counter[str] = Counter()
        for form, count in counts.items():
            if character := names.character(form):
                named[character] += count
        out[entity] = Votes(named, counts.total())
    return out


def map_by_name(story: Story, names: AliasTable) -> CharacterMap:
    """Each entity is the character that most of its names name, if a quarter of them do.

    Several entities may be one character.
    """
    polls = votes(calls(story), names)
    return {entity: winner for entity, poll in polls.items() if (winner := poll.winner)}


def map_by_mentions(story: Story, reference: Reference) -> CharacterMap:
    """The one-to-one map under which most mentions with equal spans agree: for corpora without alias lists."""
    character = {mention.span: mention.character for mention in reference.mentions}
    shared = Counter(
        (story.cast.resolve(mention.entity), character[mention.span])
        for mention in story.document.layer(Mention).current()
        if mention.span in character
    )
    return best_assignment(shared)
