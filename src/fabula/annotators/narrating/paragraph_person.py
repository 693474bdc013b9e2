"""In which grammatical person each paragraph is told: the first, the second or the third.

Three states, filtered from passage to passage and smoothed within one (a hidden Markov model; Rabiner 1989). A
paragraph speaks for a person by how often its narration says "I" and "you". The state may change with each paragraph,
then to the person in which most of the story so far was told rather than to another: a paragraph of somebody else's
deeds in a story told by an "I" is still told by that "I".
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fabula.layers.narration import Person

PERSONS: tuple[Person, ...] = (1, 2, 3)
EXPECTED: Mapping[Person, float] = {1: 0.3, 2: 0.02, 3: 0.68}
"""How stories are told, before anything was read; worth as much as `KNOWN` paragraphs."""
KNOWN = 6
SELVES = {1: 0.05, 2: 0.006, 3: 0.0015}
"""Share of words for the teller, such as "I", in narration of each person."""
YOUS = {1: 0.006, 2: 0.06, 3: 0.003}
"""Share of words such as "you"."""
SCATTER = 1.5
"""By how much such words come in clusters: the evidence counts for so much less."""
CHANGE = 0.08
"""Chance that the person is chosen anew with a paragraph."""
LEAST = 1e-3
"""The least that a paragraph leaves to a person."""
SHORTEST = 3
"""Words of narration below which a paragraph says nothing."""

Chances = dict[Person, float]


class Counted(NamedTuple):
    """The narration of a paragraph: its words, and how many are for the teller and for a "you"."""

    words: int
    selves: int
    yous: int


class ParagraphPerson:
    """Weighs the paragraphs of one passage after another."""

    def __init__(self) -> None:
        self._now: Chances = dict(EXPECTED)
        self._told: Chances = {person: KNOWN * share for person, share in EXPECTED.items()}

    def read(self, paragraphs: Sequence[Counted]) -> list[Person]:
        """The person of each paragraph of the next passage."""
        usual = _whole(self._told)
        says = [_says(paragraph) for paragraph in paragraphs]
        before: list[Chances] = []
        for said in says:
            self._now = _whole({one: said[one] * chance for one, chance in _renewed(self._now, usual).items()})
            before.append(self._now)
        behind: Chances = dict.fromkeys(PERSONS, 1.0)
        out: list[Person] = []
        for filtered, said in zip(reversed(before), reversed(says), strict=True):
            chances = _whole({one: filtered[one] * behind[one] for one in PERSONS})
            out.append(max(PERSONS, key=chances.__getitem__))
            for one in PERSONS:
                self._told[one] += chances[one]
            ahead = {one: said[one] * behind[one] for one in PERSONS}
            changed = CHANGE * sum(usual[one] * ahead[one] for one in PERSONS)
            behind = _whole({one: (1 - CHANGE) * ahead[one] + changed for one in PERSONS})
        return out[::-1]


def _renewed(chances: Chances, usual: Chances) -> Chances:
    return {one: (1 - CHANGE) * chances[one] + CHANGE * usual[one] for one in PERSONS}


def _says(paragraph: Counted) -> Chances:
    """How likely each person makes the paragraph (Poisson)."""
    if paragraph.words < SHORTEST:
        return dict.fromkeys(PERSONS, 1.0)
    logs = {
        one: (
            paragraph.selves * math.log(SELVES[one])
            + paragraph.yous * math.log(YOUS[one])
            - paragraph.words * (SELVES[one] + YOUS[one])
        )
        / SCATTER
        for one in PERSONS
    }
    top = max(logs.values())
    return {one: max(chance, LEAST) for one, chance in _whole({k: math.exp(v - top) for k, v in logs.items()}).items()}


def _whole(chances: Chances) -> Chances:
    total = sum(chances.values())
    return {one: chance / total for one, chance in chances.items()}
