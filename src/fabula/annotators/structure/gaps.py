"""How many blank lines are usual between two paragraphs of the story, from those read so far."""

from collections import Counter

from fabula.annotators.structure.titles import LENGTH, is_capitalised, is_list

ENOUGH = 3
"""Gaps that must have been seen before one is called usual."""
STOPS = frozenset(".!?…-—–")
CLOSING = "\"'”’»›)_* "
RARE = 4
"""A gap can only stand out where usual ones are so many times as frequent as wider ones."""


class Gaps:
    """Counts gaps in blank lines, between paragraphs of story and before headings."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self._usual = 0
        self._before_heading: int | None = None

    def add(self, blanks: int) -> None:
        """Counts a gap between two paragraphs of story."""
        self._counts[blanks] += 1
        if (self._counts[blanks], -blanks) > (self._counts[self._usual], -self._usual):
            self._usual = blanks

    def add_heading(self, blanks: int) -> None:
        """Counts a gap before a heading that is sure."""
        self._before_heading = blanks if self._before_heading is None else min(blanks, self._before_heading)

    def stands_out(self, blanks: int) -> bool:
        """Whether a gap is wider than usual, where most are alike."""
        wider = sum(count for size, count in self._counts.items() if size > self._usual)
        usual = self._counts[self._usual]
        return blanks > self._usual and usual >= ENOUGH and usual >= RARE * wider

    def may_head(self, blanks: int) -> bool:
        """Whether a gap is wide enough to stand before a heading that nothing else gives away."""
        return blanks > max(self._usual, 1) and (self._before_heading is None or blanks >= self._before_heading)


def may_part(before: str, behind: str) -> bool:
    """Whether a gap between these paragraphs may part two scenes, and does not set off verse or a letter."""
    if before.rstrip(CLOSING)[-1:] not in STOPS or is_list(before) or is_list(behind) or behind[0].islower():
        return False
    return not is_capitalised(before[:LENGTH]) and not is_capitalised(behind[:LENGTH].split(",")[0])
