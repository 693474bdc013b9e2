"""Begins passages before their turn, so that the model reads on while other annotators are at work.

Which words there are follows from the text alone. So they are found a second time here, in a draft of their own: that
of the story itself holds nothing behind the passage at hand, and nobody can look there.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from fabula.annotators.reading.english import English
from fabula.annotators.reading.stretches import Stretch, stretches
from fabula.annotators.structure.passages import Passages
from fabula.annotators.structure.tokens import Tokens
from fabula.document import Draft
from fabula.layers import GivenCast, Passage
from fabula.text import Source

if TYPE_CHECKING:
    from fabula.inference.model import Model
    from fabula.inference.reading import Reading

AHEAD = 2000
"""Words of later passages that the model is given at least."""


class Begun(NamedTuple):
    """A passage that the model was given; `reading` waits for what it says, `None` where nothing was read."""

    stretches: list[Stretch]
    reading: Callable[[], "Reading | None"]


class Ahead:
    """The passages of a source, one after another, each with what the model says of it."""

    def __init__(self, source: Source, given: GivenCast, model: "Model") -> None:
        self._draft, self._tokens = Draft(source), Tokens(source, given)
        self._cut = Passages(self._draft)
        self._passages = self._cut.more()
        self._model = model
        self._english = English()
        self._begun: deque[Begun] = deque()
        self._taken = 0

    def grow(self, source: Source) -> None:
        """Takes the source that begins with the one so far, when all of that has been taken."""
        self._draft.grow(source)
        self._cut.grow()
        self._passages = self._cut.more()

    def take(self) -> tuple[list[Stretch], "Reading | None"]:
        """The stretches of the next passage that were read, and their reading."""
        while not self._begun or self._begun_words() < AHEAD:
            if (passage := next(self._passages, None)) is None:
                break
            self._begun.append(self._begin(passage))
        begun = self._begun.popleft()
        if begun.stretches:
            self._taken = begun.stretches[-1].end
        return begun.stretches, begun.reading()

    def _begun_words(self) -> int:
        return len(self._draft.tokens) - self._taken

    def _begin(self, passage: Passage) -> Begun:
        draft, model = self._draft, self._model
        first = len(draft.tokens)
        self._tokens.read(draft, passage)
        tokens, text = draft.tokens, draft.text
        words = [text[start:end] for start, end in zip(tokens.starts[first:], tokens.ends[first:], strict=True)]
        if not self._english.holds(words):
            return Begun([], lambda: None)
        found = list(stretches(draft, passage, model.vocabulary.pieces.count, model.metadata.window))
        return Begun(found, model.begin([words[one.start - first : one.end - first] for one in found]))
