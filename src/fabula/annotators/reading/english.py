"""Whether a passage is in English, by its commonest words: a model of English says nothing of other languages."""

from collections.abc import Iterable

COMMONEST = frozenset(
    "the and that his with her for she but not you him from they which were there would could have this their them "
    "what when who been said into then out your are how did if or my it to".split()
)
"""Words that make up a quarter to a third of English prose, and hardly any of another language's."""
SHARE = 0.1
"""English where these words are at least so many of all."""
ENOUGH = 50
"""Words below which a stretch says too little by itself."""


class English:
    """Judges passage after passage; one that is too short to tell is like what was read before."""

    def __init__(self) -> None:
        self._words = self._common = 0

    def holds(self, words: Iterable[str]) -> bool:
        """Whether the next words are English. Of too few words read so far, it is taken for granted."""
        plain = [word.lower() for word in words if word[0].isalpha()]
        common = sum(word in COMMONEST for word in plain)
        self._words += len(plain)
        self._common += common
        if len(plain) >= ENOUGH:
            return common >= SHARE * len(plain)
        return self._words < ENOUGH or self._common >= SHARE * self._words
