"""Which character a string of words names, by the alias lists of the reference."""

import re
from collections.abc import Iterable

from fabula.scoring.reference import ReferenceCharacter

Key = tuple[str, ...]
"""A name as it is compared: its words in lower case."""


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


ARTICLES = frozenset(("a", "an", "the"))
HONORIFICS = words(
    """
    mr mrs miss ms messrs mistress master madame mme mademoiselle mlle monsieur m signor signora signorina
    sir dame lord lady king queen prince princess duke duchess marquis baron baroness count countess squire
    captain capt colonel col major general lieutenant sergeant admiral inspector detective judge
    dr doctor professor nurse rev reverend father mother brother sister aunt uncle cousin grandfather grandmother
    """
)
"""Words that make another name of the words behind them: `Mrs. Tallow` is not `Tallow`."""

POSSESSIVE = re.compile(r"['’]\s*s\s*$")
WORD = re.compile(r"\w+")


def name_key(form: str) -> Key:
    """The form without punctuation, leading article and possessive ending."""
    words = WORD.findall(POSSESSIVE.sub("", form.replace("_", " ").strip()).lower())
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return tuple(words)


class AliasTable:
    """The aliases that name one character only."""

    def __init__(self, characters: Iterable[ReferenceCharacter]) -> None:
        owners: dict[Key, set[str]] = {}
        for character in characters:
            for form in character.forms:
                if key := name_key(form):
                    owners.setdefault(key, set()).add(character.id)
        self.owner: dict[Key, str] = {key: next(iter(ids)) for key, ids in owners.items() if len(ids) == 1}

    def alias(self, form: str) -> Key | None:
        """The alias that a form stands for: itself, else its longest ending that is one.

        `None` if none is, or if an honorific would have to be cut off.
        """
        key = name_key(form)
        for cut in range(len(key)):
            if cut and key[cut - 1] in HONORIFICS:
                return None
            if key[cut:] in self.owner:
                return key[cut:]
        return None

    def character(self, form: str) -> str | None:
        """The character that a form names; `None` for nobody, or for several."""
        alias = self.alias(form)
        return self.owner[alias] if alias else None
