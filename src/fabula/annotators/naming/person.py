"""What is known of one bearer of names."""

from dataclasses import dataclass, field

from fabula.annotators import lexicon
from fabula.annotators.naming.name import Name

RANKED = 1.5
"""What an open rank says that men mostly have: never enough alone, and less than what two pronouns say."""
LISTED = 2.5
"""What the list of given names says of the gender of whoever bears one."""


@dataclass(slots=True)
class Person:
    """What is known of one bearer of names.

    `uses` counts each name key, `named` has an occurrence of each; `last` is where they were last named. `apart` are
    the ids of those who were once taken for them.
    """

    id: str
    given: str | None = None
    surname: str | None = None
    single: str | None = None
    titles: set[str] = field(default_factory=set)
    uses: dict[tuple[str, ...], int] = field(default_factory=dict)
    named: dict[tuple[str, ...], Name] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    he: float = 0.0
    she: float = 0.0
    last: int = 0
    fixed: bool = False

    @property
    def gender(self) -> str | None:
        """`he` or `she` where the evidence is clear, else `None`."""
        if self.he - self.she >= 2 and self.he >= 2 * self.she:
            return "he"
        if self.she - self.he >= 2 and self.she >= 2 * self.he:
            return "she"
        return None

    def goes_by(self, surname: str | None) -> bool:
        """Whether they have this surname, or this as their only name."""
        return surname is not None and surname in (self.surname, self.single)

    def is_master_of(self, surname: str | None) -> bool:
        """Whether they are only known as "Master" with this word, which was taken for a given name."""
        return surname is not None and self.given == surname and self.titles == {"master"}


def goes_on(name: Name, person: Person, *, longer: bool = False) -> bool:
    """Whether a name is two or more words that begin another of the person's: "Hannah May" and "Hannah May Orchard".

    `longer`: whether it is the longer one.
    """
    words = name.words
    others = (key for key in person.uses if len(key) > 1 and key[0] not in lexicon.titles() and len(words) > 1)
    return any(
        (words[: len(key)] == key and len(words) > len(key)) or (not longer and key[: len(words)] == words)
        for key in others
    )


def without_list(person: Person) -> tuple[float, float]:
    """The evidence for `he` and for `she`, but for a surname that is on the list: "Shirley"."""
    usual = lexicon.given_names().get(person.single or "")
    return person.he - LISTED * (usual == "he"), person.she - LISTED * (usual == "she")
