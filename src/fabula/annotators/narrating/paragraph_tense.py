"""In which tense each paragraph is told: by its finite verbs, those of main clauses first.

What was said before fades from paragraph to paragraph, so that one without a verb goes on as the one before.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from fabula.annotators import lexicon
from fabula.layers.narration import Tense

MAIN = frozenset("root conj parataxis aux cop".split())
"""Relations of the verbs of main clauses, and of their auxiliaries."""
BESIDE = 0.4
"""What a verb of another clause counts, beside 1 for one of a main clause."""
ORDER = 0.5
"""What an order counts for the present."""
WEIGHT, MOST = 1.6, 4.0
"""What a verb says, in log odds, and how much a paragraph can say."""
FADES, KEPT = 0.75, 3.0
"""The share of what was said before that stays, and how much of it can stay."""
PRESENT = frozenset("is are am has have does do".split())
PAST = frozenset("was were had did".split())
THIRD, OTHERS = frozenset("he she it".split()), frozenset("i you we they".split())
"""Subjects behind which a verb shows whether it is in the present."""
AUXILIARIES = PRESENT | PAST
"""Words behind which a past form is a participle."""


class ParagraphTense:
    """Weighs one paragraph after another."""

    def __init__(self) -> None:
        self._odds = 1.0

    def read(self, votes: float) -> Tense:
        """The tense of the next paragraph, whose verbs speak so much for the past, or if below 0 for the present."""
        said = max(-MOST, min(MOST, WEIGHT * votes))
        self._odds = max(-KEPT, min(KEPT, FADES * self._odds)) + said
        return "past" if self._odds > 0 else "present"


def votes_of_features(verbs: Iterable[tuple[str, str]]) -> float:
    """What words say, by the features and the relation that the model gives each."""
    votes = 0.0
    for features, relation in verbs:
        if "VerbForm=Fin" in features:
            weight = 1.0 if relation.partition(":")[0] in MAIN else BESIDE
            votes += weight if "Tense=Past" in features else -weight if "Tense=Pres" in features else 0.0
        if "Mood=Imp" in features:
            votes -= ORDER
    return votes


def votes_of_words(words: Sequence[str]) -> float:
    """The same by rules, for lower-case words: auxiliaries, past forms, "he goes" and "you go"."""
    votes, past, bases = 0.0, lexicon.irregular_past(), _bases()
    for before, word in zip(("", *words), words, strict=False):
        if word in PAST:
            votes += 1.0
        elif word in PRESENT:
            votes -= 1.0
        elif before in AUXILIARIES:
            continue
        elif (before in OTHERS and word in bases) or _goes(before, word):
            votes -= 1.0
        elif word in past or (word.endswith("ed") and len(word) > 4):
            votes += 1.0
    return votes


def _goes(before: str, word: str) -> bool:
    """Whether a word is a verb such as "goes"."""
    return word.endswith("s") and len(word) > 3 and (before in THIRD or not _bases().isdisjoint((word[:-1], word[:-2])))


@cache
def _bases() -> frozenset[str]:
    return frozenset(lexicon.irregular_past().values())
