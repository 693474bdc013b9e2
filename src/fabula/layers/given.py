"""What a person says of the cast before the story is read."""

from dataclasses import dataclass, field

from fabula.layers.pronouns import PronounSet

GIVEN = "given"
"""`made_by` of a claim that rests on what a person stated."""


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
class GivenCast:
    """All that a person stated. `closed` says that nobody else is a character."""

    characters: tuple[GivenCharacter, ...] = field(default=())
    closed: bool = False
