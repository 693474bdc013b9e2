"""Somebody in the story."""

from dataclasses import dataclass
from typing import Any

from fabula.layers import PEOPLE, EntityKind
from fabula.text import Span


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody in the story, as known from the text read so far.

    `aliases` are name forms, the most frequent first. `pronouns` is the name of a pronoun set, `None` if the text has
    not shown one. `mentions` counts all words that refer to them; `named` those that are proper names. `acts` says
    whether they speak, are addressed, or act: if not, they are only talked about. `first` is the first mention.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    pronouns: str | None
    narrator: bool
    acts: bool
    mentions: int
    named: int
    first: Span

    @property
    def is_listed(self) -> bool:
        """Whether they belong on a list of people: no place or thing, and known by a name, telling or taking part."""
        return self.kind in PEOPLE and (bool(self.aliases) or self.narrator or self.acts)

    def to_json(self) -> dict[str, Any]:
        """The character as JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "aliases": self.aliases,
            "kind": self.kind,
            "pronouns": self.pronouns,
            "narrator": self.narrator,
            "mentions": self.mentions,
            "named": self.named,
            "first": self.first,
        }
