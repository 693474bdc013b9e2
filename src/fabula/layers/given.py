"""What a person says of a story before it is read."""

from dataclasses import dataclass, field

from fabula.layers.pronouns import PronounSet
from fabula.text.anchor import Anchor

GIVEN = "given"
"""`made_by` of a claim that rests on what a person stated of the cast."""
PERSON = "person"
"""`made_by` of a claim that a person's correction makes."""


@dataclass(frozen=True, slots=True)
class GivenCharacter:
    """A character as a person states it: its main name, other name forms, and pronouns (`None`: not stated).

    Outranks whatever the annotators find: a form listed here always names this character.
    """

    name: str
    aliases: tuple[str, ...] = ()
    pronouns: PronounSet | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The main name and the aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class GivenSpeaker:
    """Who utters the quotation that begins with the anchor's words, as a person states it; `None`: nobody knows.

    `addressee` is `None` where the person states none, and what the reading found stays.
    """

    anchor: Anchor
    speaker: str | None
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class GivenCast:
    """All that a person stated: the characters, and corrections of what the reading finds.

    `closed` says that nobody else is a character. `speakers` are corrections of single quotations; of two for the same
    one, the later holds. Each of `same` are names of one person.
    """

    characters: tuple[GivenCharacter, ...] = field(default=())
    closed: bool = False
    speakers: tuple[GivenSpeaker, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
