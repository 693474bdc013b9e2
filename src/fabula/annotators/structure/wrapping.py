"""Whether a line end is a wrap or the end of a paragraph, from the lines read so far."""

import re

from fabula.annotators.structure.lines import Line

TERMINAL = frozenset(".!?…:;\"'”’»›)]}*_~。！？」』-—–")
OPENING = frozenset("\"“«‹„「『‘'—–")
NARROW, WIDE, TOO_WIDE = 45, 100, 120
"""Characters of a line: shorter ones say nothing of wrapping, longer ones are not wrapped."""
SLACK = 8
"""Characters of room on a line, besides the next word, that show that its author ended it."""
ENOUGH, RARE = 3, 6
"""Lines that end inside a sentence and how rare they may be, among short lines of speech, where lines are wrapped."""
WORD = re.compile(r"\S{1,40}")


class Wrapping:
    """Counts how the lines of a text end, and decides line by line.

    A line that ends inside a sentence is a vote for wrapped lines, one that ends with it a vote for one line a
    paragraph. Among wrapped lines, one on which the next word would have found room was ended by the author: that
    ends a paragraph where blank lines do not, and before speech or an indent. `text` may grow.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._wraps = 0
        self._breaks = 0
        self._inside = 0
        self._width = 0
        self._indent = 0
        self._short_inside = 0
        self._short_before_blank = 0

    def joins(self, line: Line, following: Line) -> bool:
        """Whether `following` goes on with the paragraph of `line`, with no blank line between them."""
        text = self.text
        length = line.end - line.start + line.indent
        first = text[following.start]
        ends = text[line.end - 1] in TERMINAL
        lower = first.islower()
        if length > TOO_WIDE or (ends and not lower):
            self._breaks += 1
        elif lower or NARROW <= length <= WIDE:
            self._wraps += 1
        if lower and not ends:
            if length <= WIDE:
                self._inside += 1
                self._width = max(self._width, length)
                self._indent = following.indent
            return True
        if length > TOO_WIDE or not self._are_wrapped:
            return False
        if not ends or lower:
            return True
        if following.indent >= self._indent + 2:
            return False
        word = WORD.match(text, following.start)
        room = self._width - length - 1 - (len(word[0]) if word else 0)
        if room < SLACK:
            return not (self._unspaced and (room > 0 or first in OPENING))
        self._short_inside += 1
        return not (first in OPENING or self._unspaced)

    def end(self, line: Line) -> None:
        """Takes note of a line before a blank line."""
        if line.end - line.start + line.indent < self._width - 2 * SLACK and self.text[line.end - 1] in TERMINAL:
            self._short_before_blank += 1

    @property
    def _are_wrapped(self) -> bool:
        """Whether lines are wrapped: more votes say so, or enough lines end inside a sentence, as no others do."""
        return self._wraps > self._breaks or (self._inside >= ENOUGH and self._inside * RARE > self._breaks)

    @property
    def _unspaced(self) -> bool:
        """Whether paragraphs follow each other without blank lines."""
        return self._short_inside > 2 * self._short_before_blank + 2
