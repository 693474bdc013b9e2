"""Who is whose father, sister or wife: "her father" is the same person each time, and nobody else of the story.

The ranker knows nothing of families, and takes "her father" for whoever is spoken of most. So whoever is met by such
words alone is somebody new, until the text says who it is.
"""

from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.traits import Traits
from fabula.annotators.relating.roles import roles

PAIR = ("husband", "wife")
SAME = {
    **dict.fromkeys("papa dad daddy".split(), "father"),
    **dict.fromkeys("mamma mama mum mummy".split(), "mother"),
}
"""Other words for a role."""


class Kinship:
    """The kin of each entity as far as they were met, by the entities' numbers."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], int] = {}
        self._unnamed: set[int] = set()

    def role(self, phrase: Phrase, traits: Traits) -> str | None:
        """What somebody is to the owner of a phrase that says no more: "father"; `None` if it is no such phrase.

        Whoever is called "my son" is known by a rule, and need be nobody's.
        """
        called = "rule" in phrase.ties or phrase.relation == "vocative"
        return _role(traits.head) if phrase.owner and phrase.expression.kind == "nominal" and not called else None

    def whose(self, owner: int, role: str) -> int | None:
        """Who has a role for an owner; `None` if nobody was met yet."""
        return self._known.get((owner, role))

    def is_unnamed(self, number: int) -> bool:
        """Whether somebody was met by such words alone."""
        return number in self._unnamed

    def meet(self, owner: int, phrase: Phrase, traits: Traits, number: int) -> None:
        """Takes note of whom a phrase with an owner means."""
        role = self.role(phrase, traits)
        if role and (owner, role) not in self._known:
            self._known[owner, role] = number
            self._unnamed.add(number)


def _role(word: str) -> str | None:
    return SAME.get(word, word) if roles().get(word) == "kin" or word in PAIR else None
