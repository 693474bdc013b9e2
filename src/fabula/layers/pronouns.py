"""Sets of pronouns by which a text refers to somebody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PronounSet:
    """Third-person pronouns of one kind, in lower case; `name` is the subject form."""

    name: str
    object: str
    possessive: str
    independent: str
    reflexive: str

    @property
    def forms(self) -> frozenset[str]:
        """Every form of the set."""
        return frozenset((self.name, self.object, self.possessive, self.independent, self.reflexive))


HE = PronounSet("he", "him", "his", "his", "himself")
SHE = PronounSet("she", "her", "her", "hers", "herself")
THEY = PronounSet("they", "them", "their", "theirs", "themselves")
IT = PronounSet("it", "it", "its", "its", "itself")

PRONOUN_SETS = (HE, SHE, THEY, IT)
