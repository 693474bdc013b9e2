"""Who is whose mother, son or cousin, as far as people have called each other so."""

from collections import Counter

from fabula.world.address_forms import KIN

CONVERSE = {
    "mother": ("son", "daughter"),
    "father": ("son", "daughter"),
    "aunt": ("nephew", "niece"),
    "uncle": ("nephew", "niece"),
    "brother": ("brother", "sister"),
    "sister": ("brother", "sister"),
    "son": ("father", "mother"),
    "daughter": ("father", "mother"),
    "nephew": ("uncle", "aunt"),
    "niece": ("uncle", "aunt"),
    "cousin": ("cousin", "cousin"),
    "husband": ("wife", "wife"),
    "wife": ("husband", "husband"),
}
"""What whoever uses the word is to the one so called: a man, and a woman."""

OFTEN, SURE = 2, 0.6
"""Calls, and share of those by that word, from which on it has one meaning."""


class Kin:
    """Follows what people call each other."""

    def __init__(self) -> None:
        self._called: dict[tuple[str, str], Counter[str]] = {}

    def note(self, speaker: str, noun: str, called: str, gender: str | None) -> None:
        """Notes that somebody of a gender (`he`, `she`, or `None`) calls another by a word for kin."""
        kin = KIN[noun]
        self._add(speaker, kin, called)
        if kin in CONVERSE and gender in ("he", "she"):
            self._add(called, CONVERSE[kin][gender == "she"], speaker)

    def of(self, owner: str, noun: str) -> str | None:
        """Whom a word for kin means as somebody's; `None` if nobody was called so often enough."""
        calls = self._called.get((owner, KIN[noun]), Counter())
        entity, count = max(calls.items(), key=lambda call: call[1], default=("", 0))
        return entity if count >= OFTEN and count > SURE * calls.total() else None

    def _add(self, owner: str, kin: str, other: str) -> None:
        self._called.setdefault((owner, kin), Counter())[other] += 1
