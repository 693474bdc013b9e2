"""Reads a story: a file or a text in, a `Story` out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fabula.annotators import Annotator
from fabula.annotators.acting.deeds import Deeds
from fabula.annotators.coreference.coreference import Coreference
from fabula.annotators.corrections import Corrections
from fabula.annotators.knowing.assertions import Assertions
from fabula.annotators.knowing.questions import Questions
from fabula.annotators.naming.cast import Names
from fabula.annotators.narrating.levels import Levels
from fabula.annotators.narrating.narrations import Narrations
from fabula.annotators.narrating.narrator import Narrators
from fabula.annotators.narrating.narrator_name import NarratorNames
from fabula.annotators.narrating.tempo import Tempos
from fabula.annotators.ordering.time_relations import TimeRelations
from fabula.annotators.placing.containments import Containments
from fabula.annotators.placing.whereabouts import Movements
from fabula.annotators.portraying.attributes import Attributes
from fabula.annotators.quoting.quotations import Quotations
from fabula.annotators.reading.model_reading import ModelReading
from fabula.annotators.relating.relations import Relations
from fabula.annotators.scening.presences import Presences
from fabula.annotators.scening.scenes import Scenes
from fabula.annotators.speaking.address import Addresses
from fabula.annotators.speaking.introductions import Introductions
from fabula.annotators.speaking.references import References
from fabula.annotators.speaking.speakers import Speakers
from fabula.annotators.structure.passages import MAKES, Passages
from fabula.annotators.structure.passages import NAME as PASSAGES
from fabula.annotators.structure.tokens import Tokens
from fabula.annotators.timing.times import Times
from fabula.document import Claim, Draft, Made, Numbers, Tags
from fabula.errors import PipelineError, SeamError
from fabula.inference import package
from fabula.layers import NUMBERS, RECORDS, TAGS, GivenCast
from fabula.readers import read_file
from fabula.text import Source
from fabula.world import Story

Progress = Callable[[int, int], None]
"""Called after each passage with the position reached and the length of the text, in code points."""

ANNOTATORS: tuple[type[Annotator], ...] = (
    Tokens,
    Quotations,
    ModelReading,
    Names,
    Times,
    Narrators,
    Narrations,
    Speakers,
    Introductions,
    Corrections,
    Addresses,
    References,
    NarratorNames,
    Coreference,
    Scenes,
    Attributes,
    Relations,
    Deeds,
    Presences,
    Containments,
    Movements,
    Assertions,
    Questions,
    Levels,
    Tempos,
    TimeRelations,
)
"""In the order in which they read each passage."""


def _with_model() -> Iterator[type[Annotator]]:
    only = set(ModelReading.makes)
    made: set[type[Claim]] = set(MAKES)
    for annotator in ANNOTATORS:
        if annotator is ModelReading or not only.isdisjoint(annotator.needs):
            only |= set(annotator.makes) - made
            yield annotator
        else:
            made |= set(annotator.makes)


WITH_MODEL = tuple(_with_model())
"""Those that are left out where there is no reader model: they need what only it makes."""
BY_MODEL = frozenset(record for one in WITH_MODEL for record in one.makes) - {
    record for one in ANNOTATORS if one not in WITH_MODEL for record in one.makes
}
"""Record types that only they make; a reading by rules leaves them unmade."""


def read_source(
    source: Source,
    *,
    given: GivenCast | None = None,
    progress: Progress | None = None,
    rules_only: bool = False,
    annotators: Sequence[type[Annotator]] = ANNOTATORS,
) -> Story:
    """Reads a source from left to right, once.

    `given` is what a person states. With `rules_only`, or in an installation that has no model, what only the reader
    model makes stays unmade. Raises `PipelineError` if an annotator lacks what it needs, and `ModelError` if there is a
    model that is damaged or cannot be run.
    """
    return Reading(source, given=given, progress=progress, rules_only=rules_only, annotators=annotators).story


class Reading:
    """A reading that can go on: of a serial that grows by a chapter, at the cost of that chapter.

    The text at hand is read when it is made. The rest as `read_source` has it.
    """

    def __init__(
        self,
        source: Source,
        *,
        given: GivenCast | None = None,
        progress: Progress | None = None,
        rules_only: bool = False,
        annotators: Sequence[type[Annotator]] = ANNOTATORS,
    ) -> None:
        self._makers, self._progress = _makers(annotators), progress
        by_model = ModelReading in annotators and not rules_only and package.is_there()
        self._draft = Draft(source)
        for record in RECORDS:
            if by_model or record not in BY_MODEL:
                self._draft.declare(record)
        if by_model:
            self._draft.tags = {name: Tags(over) for name, over in TAGS.items()}
            self._draft.numbers = {name: Numbers(over) for name, over in NUMBERS.items()}
        running = [annotator for annotator in annotators if by_model or annotator not in WITH_MODEL]
        self._readers = [annotator(source, given or GivenCast()) for annotator in running]
        self._passages = Passages(self._draft)
        self._read()

    @property
    def story(self) -> Story:
        """The story as far as it is there. It stays as it is when the reading goes on."""
        return Story(self._draft.finish(self._makers))

    def append(self, text: str) -> None:
        """Reads on in what stands behind the text so far, a blank line away: a chapter, as a rule.

        The story is then the same as that of the whole text read at once. Raises `SeamError` if it would not be, as the
        text so far ended in the middle of a passage; that of this reading stays as it was, and it cannot go on.
        """
        source = self._draft.source
        self.grow(replace(source, text=f"{source.text.rstrip()}\n\n{text}"))

    def grow(self, source: Source) -> None:
        """Reads on in a source that begins with the one so far; the rest as `append` has it."""
        before, end = self._draft.source, len(self._draft.source.text.rstrip())
        if source.text[:end] != before.text[:end] or source.until(end).marks != before.until(end).marks:
            raise SeamError("The text does not begin with the one that was read. Read the whole text anew.")
        self._draft.grow(source)
        self._passages.grow()
        self._read()

    def _read(self) -> None:
        draft = self._draft
        for passage in self._passages.more():
            for reader in self._readers:
                reader.read(draft, passage)
            if self._progress:
                self._progress(passage.span.end, len(draft.text))


def read(
    path: str | Path,
    *,
    given: GivenCast | None = None,
    progress: Progress | None = None,
    rules_only: bool = False,
    repair: bool = False,
) -> Story:
    """Reads a story from a file in any format that `readers.READERS` lists.

    `rules_only` leaves the reader model out. `repair` mends text that was decoded wrongly before it came into the file;
    without it such text is only reported, in a notice of the source. Raises `ReadingError` if the file cannot be read
    as a story, and `ModelError` if the model is damaged or cannot be run.
    """
    source = read_file(Path(path), repair=repair)
    return read_source(source, given=given, progress=progress, rules_only=rules_only)


def read_text(
    text: str, *, given: GivenCast | None = None, progress: Progress | None = None, rules_only: bool = False
) -> Story:
    """Reads a story from a string of plain text; the rest as `read` has it."""
    return read_source(Source(text), given=given, progress=progress, rules_only=rules_only)


def _makers(annotators: Sequence[type[Annotator]]) -> dict[Made, str]:
    """Who makes each record type; raises if one is needed before it is made."""
    makers: dict[Made, str] = dict.fromkeys(MAKES, PASSAGES)
    for annotator in annotators:
        for record in annotator.needs:
            if record not in makers:
                raise PipelineError(
                    f"'{annotator.name}' needs the layer '{record.layer}', which nothing before it makes."
                )
        makers.update(dict.fromkeys(annotator.makes, annotator.name))
    makers.update(dict.fromkeys((*TAGS, *NUMBERS), ModelReading.name))
    return makers
