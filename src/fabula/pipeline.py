"""Reads a story: a file or a text in, a `Story` out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from fabula.annotators import Annotator
from fabula.annotators.coreference.coreference import Coreference
from fabula.annotators.corrections import Corrections
from fabula.annotators.knowing.assertions import Assertions
from fabula.annotators.knowing.questions import Questions
from fabula.annotators.naming.cast import Names
from fabula.annotators.narrating.narrations import Narrations
from fabula.annotators.narrating.narrator import Narrators
from fabula.annotators.narrating.narrator_name import NarratorNames
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
from fabula.annotators.speaking.references import References
from fabula.annotators.speaking.speakers import Speakers
from fabula.annotators.structure.passages import MAKES, passages
from fabula.annotators.structure.passages import NAME as PASSAGES
from fabula.annotators.structure.tokens import Tokens
from fabula.annotators.timing.times import Times
from fabula.document import Claim, Draft, Made, Numbers, Tags
from fabula.errors import PipelineError
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
    Corrections,
    Addresses,
    References,
    NarratorNames,
    Coreference,
    Scenes,
    Attributes,
    Relations,
    Presences,
    Containments,
    Movements,
    Assertions,
    Questions,
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
    makers = _makers(annotators)
    by_model = ModelReading in annotators and not rules_only and package.is_there()
    draft = Draft(source)
    for record in RECORDS:
        if by_model or record not in BY_MODEL:
            draft.declare(record)
    if by_model:
        draft.tags = {name: Tags(over) for name, over in TAGS.items()}
        draft.numbers = {name: Numbers(over) for name, over in NUMBERS.items()}
    running = [annotator for annotator in annotators if by_model or annotator not in WITH_MODEL]
    readers = [annotator(source, given or GivenCast()) for annotator in running]
    for passage in passages(draft):
        for reader in readers:
            reader.read(draft, passage)
        if progress:
            progress(passage.span.end, len(source.text))
    return Story(draft.finish(makers))


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
