"""In which grammatical person the narration speaks of its teller, weighed from passage to passage.

Two states, first and third person, filtered forward as in a hidden Markov model: a stretch of narration speaks for the
first person by how often it says "I", and the state may change with a new division more easily than within one. What
one stretch can say is bounded, so that an author's aside or a letter inside a chapter changes nothing.
"""

import math

FIRST, THIRD = 0.03, 0.0005
"""Share of words for the teller in narration of the first and of the third person."""
SCATTER = 4.0
"""By how much words for the teller come in clusters: the evidence counts for so much less."""
MOST, LEAST = 3.5, -3.0
"""Bounds of what one stretch says, in log odds."""
SURE = 7.0
"""Bound of what all stretches together say, in log odds; more for the first person where it is usual."""
PRIOR = 0.3
"""Chance that a story is told in the first person."""
WITHIN, BETWEEN = 0.003, 0.3
"""Chance that the person is chosen anew, within a division and at the beginning of one."""
AFTER_ANNOUNCED = 0.9
"""The same where a division begins behind what a heading gave to another teller."""


class NarratedPerson:
    """The chance that the narration is in the first person, as of the text read so far."""

    def __init__(self) -> None:
        self.chance = PRIOR
        self._stretches = 6.0
        self._first = 6.0 * PRIOR

    @property
    def is_first(self) -> bool:
        """Whether the first person is clearly likelier."""
        return self.chance > 0.85

    @property
    def is_third(self) -> bool:
        """Whether the third person is clearly likelier."""
        return self.chance < 0.15

    def divide(self, *, ends_announced: bool = False) -> None:
        """A new division begins: another person is possible, above all the one usual in this text.

        `ends_announced` says that it ends what a heading announced, so that what was read there says little.
        """
        self._renew(AFTER_ANNOUNCED if ends_announced else BETWEEN, self._first / self._stretches)

    def announce(self, *, named: bool = True) -> None:
        """A heading names a teller, or announces a document of nobody named."""
        self._renew(1.0, 0.75 if named else PRIOR)

    def weigh(self, words: int, selves: int) -> None:
        """A stretch of narration of so many words, of which so many are for its teller."""
        if not words:
            return
        self._renew(WITHIN, 0.5)
        says = (selves * math.log(FIRST / THIRD) - words * (FIRST - THIRD)) / SCATTER
        odds = math.log(self.chance / (1 - self.chance)) + max(LEAST, min(MOST, says))
        usual = self._first / self._stretches
        most = max(SURE, 3 * math.log(usual / (1 - usual)))
        self.chance = 1 / (1 + math.exp(-max(-SURE, min(most, odds))))
        self._stretches += 1
        self._first += self.chance

    def _renew(self, rate: float, usual: float) -> None:
        self.chance = (1 - rate) * self.chance + rate * usual
