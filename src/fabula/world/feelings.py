"""How pleasant, stirring and in control a story sounds, scene by scene and person by person."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from fabula.layers import Mention, ParagraphKind, Scene
from fabula.layers.scene import SURE
from fabula.text import Span
from fabula.world.pooling import Pooled, Pooling
from fabula.world.speech import Quoted

if TYPE_CHECKING:
    from fabula.world.story import Chapter, Story

K = TypeVar("K", bound=Hashable)

ERRORS: Mapping[str, float] = {"valence": 27.0, "arousal": 24.5, "dominance": 22.6}
"""By how much the reader model is off in a sentence of fiction, in hundredths of the scale.

The root of the mean square difference from the mean of EmoBank's readers (Buechel and Hahn 2017), on the 274 sentences
of fiction of its development part, which were not trained on; `python -m benchmarks.emobank dev` prints it.
"""


@dataclass(frozen=True, slots=True)
class Feeling:
    """What some sentences of a story sound like, on EmoBank's scale from 1 to 5.

    `sentences` are their places in the document's sentences, in order. `valence` goes from unpleasant to pleasant,
    `arousal` from calm to stirring, `dominance` from overpowered to in control.
    """

    sentences: tuple[int, ...]
    valence: Pooled
    arousal: Pooled
    dominance: Pooled


class Feelings:
    """The feelings of a story: means over its sentences, with no curve laid through them.

    Headings, matter around the story and what the reader model passed over count nowhere; what has no sentence left is
    not listed. A sentence is *said* if at least half of it is between quotation marks, else it is *told*; the shuffled
    bands keep the two apart. Raises `LayerMissing` if the model has not read.
    """

    def __init__(self, story: "Story") -> None:
        self._story, document = story, story.document
        numbers = {scale: document.number(scale) for scale in ERRORS}
        self._starts, self._ends = document.sentences.starts, document.sentences.ends
        self._read = [place for place in self._sentences_of_story(len(numbers["valence"])) if numbers["valence"][place]]
        self._said = self._quoted_sentences()
        self._pools = {
            scale: Pooling({place: values[place] for place in self._read}, self._said.keys(), ERRORS[scale])
            for scale, values in numbers.items()
        }

    @cached_property
    def scenes(self) -> tuple[tuple[Scene, Feeling], ...]:
        """The scenes that are sure, in the order of the text."""
        every = self._story.document.layer(Scene).current()
        sure = [one for one in every if one.confidence is None or one.confidence >= SURE]
        ends = [*(one.start for one in sure[1:]), len(self._story.text)]
        return self._each((one, self._within(Span(one.start, end))) for one, end in zip(sure, ends, strict=False))

    @cached_property
    def chapters(self) -> tuple[tuple["Chapter", Feeling], ...]:
        """The chapters, in the order of the text."""
        return self._each((one, self._within(one.span)) for one in self._story.chapters)

    @cached_property
    def said(self) -> dict[str, Feeling]:
        """What each character says and thinks in quotation marks, by id; nothing whose speaker is doubtful."""
        return self._grouped(
            (quoted.speaker.id, place)
            for place, quoted in self._said.items()
            if quoted.speaker and not quoted.is_doubtful
        )

    @cached_property
    def between(self) -> dict[tuple[str, str], Feeling]:
        """What one says to another, by the ids of both; what is said to several counts for each."""
        return self._grouped(
            ((quoted.speaker.id, other.id), place)
            for place, quoted in self._said.items()
            if quoted.speaker and not quoted.is_doubtful
            for other in quoted.addressees
        )

    @cached_property
    def told(self) -> dict[str, Feeling]:
        """The narrator's sentences that mention each character, by id."""
        told, cast = set(self._read) - self._said.keys(), self._story.cast
        characters, sentences = {one.id for one in cast.characters}, self._story.document.sentences
        found = (
            (cast.resolve(mention.entity), sentences.at(mention.span.start))
            for mention in self._story.document.layer(Mention).current()
        )
        return self._grouped((who, place) for who, place in found if place in told and who in characters)

    def _sentences_of_story(self, count: int) -> Iterator[int]:
        """Those of the first `count`, which are all but at the middle of a passage."""
        paragraphs = self._story.document.paragraphs
        for start, end, kind in zip(paragraphs.starts, paragraphs.ends, paragraphs.kinds, strict=True):
            if kind == ParagraphKind.STORY:
                yield from range(bisect_left(self._starts, start), min(bisect_left(self._starts, end), count))

    def _quoted_sentences(self) -> dict[int, Quoted]:
        """The sentences that are said, each with the quotation that has most of it."""
        shares: dict[int, Counter[int]] = defaultdict(Counter)
        for number, quoted in enumerate(self._story.quotations):
            for piece in quoted.pieces if quoted.is_spoken else ():
                for place in self._story.document.sentences.overlapping(piece):
                    start, end = self._starts[place], self._ends[place]
                    shares[place][number] += min(piece.end, end) - max(piece.start, start)
        return {
            place: self._story.quotations[shares[place].most_common(1)[0][0]]
            for place in self._read
            if 2 * shares[place].total() >= self._ends[place] - self._starts[place]
        }

    def _within(self, span: Span) -> list[int]:
        """The sentences that begin in a span and were read."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._read[bisect_left(self._read, first) : bisect_left(self._read, last)]

    def _each(self, items: Iterable[tuple[K, list[int]]]) -> tuple[tuple[K, Feeling], ...]:
        return tuple((one, self._pooled(sentences)) for one, sentences in items if sentences)

    def _grouped(self, items: Iterable[tuple[K, int]]) -> dict[K, Feeling]:
        groups: dict[K, set[int]] = defaultdict(set)
        for one, place in items:
            groups[one].add(place)
        return {one: self._pooled(sorted(sentences)) for one, sentences in groups.items()}

    def _pooled(self, sentences: list[int]) -> Feeling:
        valence, arousal, dominance = (self._pools[scale].pooled(sentences) for scale in ERRORS)
        return Feeling(tuple(sentences), valence, arousal, dominance)
