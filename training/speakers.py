"""Learns the weights of the speaker ranker from PDNC's training novels and LitBank's training excerpts.

They are calibrated on PDNC's dev novels.

    python -m training.speakers            reads ../shared/corpora (FABULA_CORPORA overrides), writes the weights

Every novel is read with fabula's own predictions: cast, mentions and cues are what the rules found, and a turn is
learnt from if a candidate is the reference's speaker. Rounds after the first see the speakers that the ranker itself
chose for the turns before, as it will when reading (DAgger; Ross, Gordon and Bagnell 2011).
"""

import argparse
import json
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.corpora import given_characters, load
from fabula.annotators.speaking import speaker_model
from fabula.annotators.speaking.exchange import Turn
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

TARGET = Path("src/fabula/annotators/speaking/weights/speakers.json")
EXCERPTS, EXCERPT = 8, 15000
"""How many stretches of a novel are read on their own besides, and their length in code points."""
EVERY_FOLD = -1
"""Stands for the novel that an excerpt of LitBank is from, which is none of PDNC's."""
RARE = 5
"""Features seen fewer times are dropped."""


@dataclass
class Example:
    """One turn: the features of each candidate, which candidates are right, and what the current weights chose."""

    candidates: list[Features]
    right: list[int]
    probability: float
    named: bool
    correct: bool


@dataclass
class Noted:
    """A turn as it was read, before it is known who is who."""

    turn: Turn
    features: list[Features]
    evidence: tuple[Span, ...]
    choice: Choice


class Student(Speakers):
    """Reads as `Speakers` does, and notes every turn."""

    notes: ClassVar[list[Noted]] = []

    def settle(self, draft: Draft, passage: Passage, words: Words, turns: list[Turn], choices: list[Choice]) -> None:
        """Notes the turns with all their features under the history that was chosen."""
        history, dynamic = self._history, self.dynamic(turns)
        for i, (turn, choice) in enumerate(zip(turns, choices, strict=True)):
            static = self.features(turns, i)
            features = [static[k] + dynamic(i, c, history) for k, c in enumerate(turn.candidates)]
            self.notes.append(Noted(turn, features, words.quotations[turn.quotation].evidence, choice))
            history = (*history, choice.speaker)
        super().settle(draft, passage, words, turns, choices)


def excerpts(reference: Reference) -> Iterator[Reference]:
    """Stretches from the middle of a novel: what a reader meets who knows nobody yet."""
    for k in range(1, EXCERPTS + 1):
        start = reference.text.find("\n\n", k * len(reference.text) // (EXCERPTS + 1)) + 2
        end = reference.text.find("\n\n", start + EXCERPT)
        if start > 1 and end > start:
            yield Reference(
                id=f"{reference.id}-{k}",
                text=reference.text[start:end],
                quotations=tuple(
                    replace(one, pieces=tuple(Span(a - start, b - start) for a, b in one.pieces), mentions=())
                    for one in reference.quotations
                    if start <= one.pieces[0].start and one.pieces[-1].end <= end
                ),
                characters=reference.characters,
            )


def openings(novels: Sequence[Reference]) -> list[Reference]:
    """LitBank's excerpts, but none from these novels: many are told by an "I", and all know nobody yet."""
    kept = [_title(novel.id) for novel in novels]
    return [one for one in load("litbank.train").references if not _title(one.id).startswith(tuple(kept))]


def _title(name: str) -> str:
    """`ARoomWithAView` and `2641_a_room_with_a_view` alike."""
    return "".join(filter(str.isalpha, name)).lower()


def study(job: tuple[Reference, bool, dict[str, float]]) -> list[Example]:
    """Reads a novel and says of each turn who should have been chosen; with `given`, its cast is told first."""
    return lessons(job[0], taught(job))


def examine(job: tuple[Reference, bool, dict[str, float]]) -> tuple[list[Example], Share]:
    """The same, with the share of all the reference's quotations whose speaker is right, as `fabula.scoring` has it."""
    reference = job[0]
    story = taught(job)
    mapping = map_by_name(story, AliasTable(reference.characters))
    share = score_speakers(match_quotations(story, reference), reference, mapping)["all"]
    assert isinstance(share, Share)
    return lessons(reference, story), share


def taught(job: tuple[Reference, bool, dict[str, float]]) -> Story:
    """A novel as it is read with these weights; every turn is noted."""
    reference, given, weights = job
    speaker_model.weights = lambda: weights  # type: ignore[assignment]
    speaker_model.calibration = lambda: [(0.0, 0.0), (1.0, 1.0)]  # type: ignore[assignment]
    Student.notes = []
    return read_source(
        Source(reference.text),
        given=given_characters(reference) if given else None,
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
        if not wanted:
            continue
        candidates = note.turn.candidates
        right = [k for k, c in enumerate(candidates) if c and (who.get(c) or names.character(phrase(c))) == wanted]
        if not right:
            right = [k for k, c in enumerate(candidates) if c in described and _main(described[c]) == wanted]
        correct = any(candidates[k] == note.choice.speaker for k in right)
        out.append(
            Example(
                note.features,
                right or [len(candidates) - 1],
                note.choice.probability,
                note.choice.speaker is not None,
                correct,
            )
        )
    return out


def _main(votes: Counter[str]) -> str:
    return votes.most_common(1)[0][0]


def phrase(candidate: str) -> str:
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


def fit(novels: list[list[Example]], strength: float) -> dict[str, float]:
    """Weights that make the right candidates likely: a conditional log-linear model with an L2 penalty."""
    counts = Counter(name for novel in novels for e in novel for features in e.candidates for name in features)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))}
    columns: list[int] = []
    bounds, offsets, right = [0], [0], []
    for novel in novels:
        for example in novel:
            base = offsets[-1]
            for features in example.candidates:
                columns += [index[name] for name in features if name in index]
                bounds.append(len(columns))
            offsets.append(base + len(example.candidates))
            mask = np.zeros(len(example.candidates), bool)
            mask[example.right] = True
            right.append(mask)
    matrix = csr_matrix((np.ones(len(columns)), columns, bounds), shape=(offsets[-1], len(index)))
    gold = np.concatenate(right)
    starts = np.array(offsets[:-1])
    turn = np.repeat(np.arange(len(starts)), np.diff(offsets))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        top = np.maximum.reduceat(scores, starts)
        exp = np.exp(scores - top[turn])
        total = np.add.reduceat(exp, starts)
        hit = np.add.reduceat(np.where(gold, exp, 0.0), starts) + 1e-12
        value = float(np.sum(np.log(total) - np.log(hit))) + 0.5 * strength * float(w @ w)
        slope = exp / total[turn] - np.where(gold, exp / hit[turn], 0.0)
        return value, matrix.T @ slope + strength * w

    result = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    print(f"  {len(starts)} turns, {len(index)} features, loss {result.fun / len(starts):.4f}", file=sys.stderr)
    return {name: round(float(result.x[i]), 3) for name, i in index.items() if abs(result.x[i]) >= 0.005}


def calibrate(outcomes: list[tuple[float, bool]], bins: int = 10) -> list[tuple[float, float]]:
    """Mean raw probability and share right of equal-sized groups, made monotone."""
    ordered = sorted(outcomes)
    points = []
    for k in range(bins):
        group = ordered[k * len(ordered) // bins : (k + 1) * len(ordered) // bins]
        points.append([float(np.mean([p for p, _ in group])), float(np.mean([ok for _, ok in group]))])
    for k in range(1, bins):
        points[k][1] = max(points[k][1], points[k - 1][1])
    return [(round(x, 4), round(y, 4)) for x, y in points]


def cross_validate(
    pool: ProcessPoolExecutor, whole: Sequence[Reference], novels: list[list[Example]], args: argparse.Namespace
) -> None:
    """Prints the share right in each training novel, read with weights learnt from other novels alone.

    Once of the turns found, whose candidates are judged by the words that call them; once as the scorer counts:
    of all quotations, with entities mapped to characters by name.
    """
    owner = [*range(len(whole)), *(k for k, one in enumerate(whole) for _ in excerpts(one))]
    owner += [EVERY_FOLD] * (len(novels) - len(owner))
    jobs = []
    for fold in range(args.folds):
        others = [novel for novel, k in zip(novels, owner, strict=True) if k == EVERY_FOLD or k % args.folds != fold]
        weights = fit(others, args.l2)
        jobs += [(one, False, weights) for k, one in enumerate(whole) if k % args.folds == fold]
    lines = []
    total: list[bool] = []
    scored = []
    for (one, _, _), (examples, share) in zip(jobs, pool.map(examine, jobs), strict=True):
        right = [example.correct for example in examples]
        lines.append(f"  {one.id} {100 * np.mean(right):.1f}, scored {share.value:.1f}")
        total += right
        scored.append(share)
    print(*sorted(lines), sep="\n", file=sys.stderr)
    print(f"unseen training novels: {100 * np.mean(total):.2f} of {len(total)} turns right", file=sys.stderr)
    whole_share = sum(scored[1:], scored[0])
    print(f"as scored, of all quotations: {whole_share.value:.2f} of {whole_share.n} right", file=sys.stderr)


def main() -> None:
    """Runs the rounds, calibrates, and writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.speakers", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--folds", type=int, default=0, help="also read each training novel with weights it did not teach"
    )
    parser.add_argument("--continue", dest="resume", action="store_true", help="start from the weights in place")
    args = parser.parse_args()
    dev, whole = load("pdnc.dev").references, load("pdnc.train").references
    train = [*whole, *(excerpt for reference in whole for excerpt in excerpts(reference)), *openings([*dev, *whole])]
    weights: dict[str, float] = speaker_model.weights() if args.resume else {}
    with ProcessPoolExecutor(args.jobs) as pool:
        for number in range(args.rounds):
            novels = list(pool.map(study, [(one, i % 3 == 2, weights) for i, one in enumerate(train)]))
            right = [example.correct for novel in novels for example in novel]
            print(f"round {number}: {np.mean(right):.4f} right before fitting", file=sys.stderr)
            weights = fit(novels, args.l2)
            if args.folds and number == args.rounds - 1:
                cross_validate(pool, whole, novels, args)
        novels = list(pool.map(study, [(reference, False, weights) for reference in dev]))
    answered = [example for novel in novels for example in novel if example.named]
    outcomes = [(example.probability, example.correct) for example in answered]
    print(f"dev: {np.mean([right for _, right in outcomes]):.4f} of {len(outcomes)} turns named", file=sys.stderr)
    content = {"calibration": calibrate(outcomes), "weights": weights}
    TARGET.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
