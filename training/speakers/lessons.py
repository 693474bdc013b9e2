"""What a novel teaches: each turn as it was read, and who should have been chosen."""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from sys import intern
from typing import ClassVar, NamedTuple

from benchmarks.corpora import given_characters
from fabula.annotators.speaking import speaker_model
from fabula.annotators.speaking.exchange import Turn
from fabula.annotators.speaking.lattice import Edge, lattice
from fabula.annotators.speaking.speaker_model import Choice, Features
from fabula.annotators.speaking.speakers import Speakers
from fabula.annotators.words import Words
from fabula.document import Draft
from fabula.layers import Entity, Narrator, Passage
from fabula.pipeline import ANNOTATORS, read_source
from fabula.scoring.mapping import map_by_mentions, map_by_name
from fabula.scoring.matching import match_quotations
from fabula.scoring.measures import Share
from fabula.scoring.names import AliasTable
from fabula.scoring.reference import Reference
from fabula.scoring.speakers import score_speakers
from fabula.text import Source, Span
from fabula.world import Story


class Job(NamedTuple):
    """A novel to read with these weights; with `given` its cast is told first, with `ways` they are kept too."""

    reference: Reference
    given: bool
    weights: dict[str, float]
    ways: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """The edges of a turn in the lattice of its passage.

    `static` are the features of each candidate that depend on nothing, `dynamic` those that it has behind each way to
    tell the turns before.
    """

    edges: list[Edge]
    static: list[Features]
    dynamic: list[list[Features]]


@dataclass(frozen=True, slots=True)
class Example:
    """One turn: the features of each candidate, which candidates are right, and what the current weights chose.

    `right` is empty where the reference says nothing. `opens` says that a passage begins here.
    """

    candidates: list[Features]
    right: list[int]
    probability: float
    named: bool
    correct: bool
    opens: bool
    ways: Ways | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A turn as it was read, before it is known who is who."""

    turn: Turn
    features: list[Features]
    evidence: tuple[Span, ...]
    choice: Choice
    opens: bool
    ways: Ways | None


class Student(Speakers):
    """Reads as `Speakers` does, and notes every turn; with `keeps_ways` the lattice of each passage too."""

    notes: ClassVar[list[Noted]] = []
    keeps_ways: ClassVar[bool] = False

    def settle(self, draft: Draft, passage: Passage, words: Words, turns: list[Turn], choices: list[Choice]) -> None:
        """Notes the turns with all their features under the history that was chosen."""
        history, dynamic = self._history, self.dynamic(turns)
        static = [self.features(turns, i) for i in range(len(turns))]
        ways = self._ways(turns, static) if self.keeps_ways else [None] * len(turns)
        for i, (turn, choice) in enumerate(zip(turns, choices, strict=True)):
            features = [static[i][k] + dynamic(i, c, history) for k, c in enumerate(turn.candidates)]
            evidence = words.quotations[turn.quotation].evidence
            self.notes.append(Noted(turn, features, evidence, choice, not i, ways[i]))
            history = (*history, choice.speaker)
        super().settle(draft, passage, words, turns, choices)

    def _ways(self, turns: list[Turn], static: list[list[Features]]) -> list[Ways]:
        """The lattice that the current weights make."""
        weights, dynamic = speaker_model.weights(), self.dynamic(turns)
        found: list[list[list[Features]]] = [[] for _ in turns]

        def score(i: int, speakers: tuple[str | None, ...]) -> list[float]:
            features = [list(map(intern, dynamic(i, c, speakers))) for c in turns[i].candidates]
            found[i].append(features)
            return [sum(weights.get(name, 0.0) for name in static[i][k] + features[k]) for k in range(len(features))]

        edges = lattice([turn.candidates for turn in turns], score, self._history).turns
        return [Ways(*told) for told in zip(edges, static, found, strict=True)]


def study(job: Job) -> list[Example]:
    """Reads a novel and says of each turn who should have been chosen."""
    return lessons(job.reference, read(job))


def examine(job: Job) -> tuple[list[Example], Share]:
    """The same, with the share of all the reference's quotations whose speaker is right, as `fabula.scoring` has it."""
    story = read(job)
    mapping = map_by_name(story, AliasTable(job.reference.characters))
    share = score_speakers(match_quotations(story, job.reference), job.reference, mapping)["all"]
    assert isinstance(share, Share)
    return lessons(job.reference, story), share


def read(job: Job) -> Story:
    """The novel as it is read with these weights, by rules; every turn is noted."""
    speaker_model.weights = lambda: job.weights  # type: ignore[assignment]
    speaker_model.calibration = lambda: [(0.0, 0.0), (1.0, 1.0)]  # type: ignore[assignment]
    Student.notes, Student.keeps_ways = [], job.ways
    return read_source(
        Source(job.reference.text),
        given=given_characters(job.reference) if job.given else None,
        rules_only=True,
        annotators=[Student if annotator is Speakers else annotator for annotator in ANNOTATORS],
    )


def lessons(reference: Reference, story: Story) -> list[Example]:
    """What each turn noted in this reading teaches."""
    names = AliasTable(reference.characters)
    mapping = map_by_name(story, names) if reference.characters else map_by_mentions(story, reference)
    who = {
        entity.id: mapping.get(story.cast.resolve(entity.id)) or names.character(entity.name)
        for entity in story.document.layer(Entity)
    }
    spoken = Spoken(reference)
    selves = Counter(spoken.by(note.evidence) for note in Student.notes if note.turn.situation == "I")
    for narrator in story.document.layer(Narrator):
        if narrator.entity and selves:  # who says "I said", whether or not the narrator's name was found
            who[narrator.entity] = selves.most_common(1)[0][0]
    # whoever is known by a description alone is whom the reference gives the words that it is the cue of
    described: dict[str, Counter[str]] = defaultdict(Counter)
    for note in Student.notes:
        if note.turn.description and note.turn.situation == "D" and (wanted := spoken.by(note.evidence)):
            described[note.turn.description][wanted] += 1
    out = []
    for note in Student.notes:
        wanted = spoken.by(note.evidence)
        candidates = note.turn.candidates
        right: list[int] = []
        if wanted:
            right = [k for k, c in enumerate(candidates) if c and (who.get(c) or names.character(_phrase(c))) == wanted]
            right = right or [k for k, c in enumerate(candidates) if c in described and _main(described[c]) == wanted]
        correct = any(candidates[k] == note.choice.speaker for k in right)
        if wanted:
            right = right or [len(candidates) - 1]
        out.append(
            Example(
                candidates=note.features,
                right=right,
                probability=note.choice.probability,
                named=note.choice.speaker is not None,
                correct=correct,
                opens=note.opens,
                ways=note.ways,
            )
        )
    return out


def _main(votes: Counter[str]) -> str:
    return votes.most_common(1)[0][0]


def _phrase(candidate: str) -> str:
    """The words of a candidate that is only described; nothing for an entity."""
    return candidate.partition(":")[2]


class Spoken:
    """The speakers of a reference, by place."""

    def __init__(self, reference: Reference) -> None:
        self._pieces = sorted(
            ((piece, quotation.speaker) for quotation in reference.quotations for piece in quotation.pieces),
            key=lambda item: item[0],
        )
        self._starts = [piece.start for piece, _ in self._pieces]

    def by(self, evidence: tuple[Span, ...]) -> str | None:
        """Who speaks most of these pieces; `None` for nobody that the reference knows."""
        shared: Counter[str] = Counter()
        for piece in evidence:
            k = bisect_left(self._starts, piece.end) - 1
            while k >= 0 and self._pieces[k][0].end > piece.start - 5000:
                other, speaker = self._pieces[k]
                if speaker and other.overlaps(piece):
                    shared[speaker] += min(other.end, piece.end) - max(other.start, piece.start)
                k -= 1
        return shared.most_common(1)[0][0] if shared else None
