"""What a corpus says of a story: the side that a reading is scored against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fabula.layers import AttributionType, EntityType, MentionKind
from fabula.text import Span

Category = Literal["major", "intermediate", "minor"]


@dataclass(frozen=True, slots=True)
class ReferenceCharacter:
    """A character with its name forms. `pronouns` names a pronoun set; `None`: the corpus does not say."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    pronouns: str | None = None
    category: Category | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and the aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """Words that refer to a character; `kind` is `None` where the corpus has no kinds."""

    span: Span
    character: str
    kind: MentionKind | None = None


@dataclass(frozen=True, slots=True)
class ReferenceExpression:
    """Words that stand for something of this type; `kind` is `None` for entity phrases, which have none."""

    span: Span
    type: EntityType
    kind: MentionKind | None = None


@dataclass(frozen=True, slots=True)
class ReferenceQuotation:
    """A quotation with its pieces, with or without their quotation marks.

    `speaker` is `None` where it names no single character (a crowd, nobody, unknown). `type` is `None` where the
    corpus has none. `mentions` are those inside it that refer to exactly one listed character.
    """

    id: str
    pieces: tuple[Span, ...]
    speaker: str | None
    addressees: tuple[str, ...] = ()
    type: AttributionType | None = None
    mentions: tuple[ReferenceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A text and what persons found in it.

    `mentions` are of the whole text; they, `expressions`, `phrases` (of entities) and `events` are empty where the
    corpus has none. `referents` says which entity each mention refers to, of people and of all else; empty where the
    corpus does not say it of all.
    """

    id: str
    text: str
    quotations: tuple[ReferenceQuotation, ...]
    characters: tuple[ReferenceCharacter, ...] = ()
    mentions: tuple[ReferenceMention, ...] = ()
    expressions: tuple[ReferenceExpression, ...] = ()
    phrases: tuple[ReferenceExpression, ...] = ()
    events: tuple[Span, ...] = ()
    referents: Mapping[Span, str] = field(default_factory=dict)
