"""Learns the weights of the speaker ranker from PDNC's training novels and calibrates them on its dev novels.

    python -m training.speakers            reads ../shared/corpora (FABULA_CORPORA overrides), writes the weights

Every novel is read with fabula's own predictions: cast, mentions and cues are what the rules found, and a turn is
learnt from if a candidate is the reference's speaker. Rounds after the first see the speakers that the ranker itself
chose for the turns before, as it will when reading (DAgger; Ross, Gordon and Bagnell 2011).
"""

import argparse
import json
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.corpora import given_characters, load
from fabula.annotators import speaker_model
from fabula.annotators.exchange import dynamic_features
from fabula.annotators.speaker_model import Choice, Features, decode
from fabula.annotators.speakers import HISTORY, Speakers
from fabula.annotators.words import words_of
from fabula.document import Draft
from fabula.layers import Entity as ENTITY
from fabula.layers import GivenCast, Passage
from fabula.pipeline import ANNOTATORS, read_source
from fabula.scoring.mapping import map_by_name
from fabula.scoring.names import AliasTable
from fabula.scoring.reference import Reference
from fabula.text import Source

TARGET = Path("src/fabula/annotators/weights/speakers.json")
RARE = 5
"""Features seen fewer times are dropped."""


@dataclass
class Example:
    """One turn: the features of each candidate, and which candidates are right."""

    candidates: list[Features]
    right: list[int]


@dataclass
class Novel:
    """What one novel teaches, and how sure and how right the current weights were on it."""

    id: str
    examples: list[Example] = field(default_factory=list)
    outcomes: list[tuple[float, bool]] = field(default_factory=list)


def study(job: tuple[Reference, bool, dict[str, float]]) -> Novel:
    """Reads a novel twice: to know who is who, then to note the turns."""
    reference, follow_gold, weights = job
    speaker_model.weights = lambda: weights  # type: ignore[assignment]
    speaker_model.calibration = lambda: [(0.0, 0.0), (1.0, 1.0)]  # type: ignore[assignment]
    novel = Novel(reference.id)
    for given in (GivenCast(), given_characters(reference)):
        story = read_source(Source(reference.text), given=given, annotators=ANNOTATORS)
        mapping = map_by_name(story, AliasTable(reference.characters))
        merged = {entity.id: story.cast.resolve(entity.id) for entity in story.document.layer(ENTITY)}
        who = {entity: mapping.get(root) for entity, root in merged.items()}
        pieces = sorted((piece, quotation) for quotation in reference.quotations for piece in quotation.pieces)
        starts = [piece.start for piece, _ in pieces]

        class Student(Speakers):
            def read(self, draft: Draft, passage: Passage) -> None:
                self._follow(draft)
                words = words_of(draft, passage)
                turns = self.turns(draft, passage, words)
                static = [self.features(turns, i) for i in range(len(turns))]
                choices = decode([turn.candidates for turn in turns], static, self.dynamic(turns), self._history)
                history = self._history
                decided: list[Choice] = []
                previous = self._last_turn
                for i, turn in enumerate(turns):
                    wanted = self.gold(words.quotations[turn.quotation].evidence)
                    right = [k for k, c in enumerate(turn.candidates) if c and wanted and who.get(c) == wanted]
                    named = bool(right)
                    if wanted and not right:
                        right = [len(turn.candidates) - 1]
                    if wanted:
                        features = [
                            static[i][k] + dynamic_features(turn, previous, c, history[-HISTORY:])
                            for k, c in enumerate(turn.candidates)
                        ]
                        novel.examples.append(Example(features, right))
                        novel.outcomes.append(
                            (
                                choices[i].probability,
                                named and choices[i].speaker in [turn.candidates[k] for k in right],
                            )
                        )
                    chosen = choices[i].speaker
                    if follow_gold and wanted:
                        chosen = turn.candidates[right[0]]
                    decided.append(Choice(chosen, 1.0))
                    history = (*history, chosen)
                    previous = turn
                self.settle(draft, passage, words, turns, decided)

            def gold(self, evidence: tuple) -> str | None:  # type: ignore[type-arg]
                from bisect import bisect_right

                shared: Counter[str] = Counter()
                for piece in evidence:
                    k = bisect_right(starts, piece.end) - 1
                    while k >= 0 and pieces[k][0].end > piece.start - 3000:
                        if pieces[k][0].overlaps(piece):
                            shared[pieces[k][1].speaker or ""] += 1
                        k -= 1
                return shared.most_common(1)[0][0] if shared else None

        annotators = [Student if annotator is Speakers else annotator for annotator in ANNOTATORS]
        read_source(Source(reference.text), given=given, annotators=annotators)
    return novel


def fit(novels: list[Novel], strength: float) -> dict[str, float]:
    """Weights that make the right candidates likely: a conditional log-linear model with an L2 penalty."""
    counts = Counter(name for novel in novels for e in novel.examples for features in e.candidates for name in features)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))}
    columns: list[int] = []
    bounds, offsets, right = [0], [0], []
    for novel in novels:
        for example in novel.examples:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    train, dev = load("pdnc.train").references, load("pdnc.dev").references
    weights: dict[str, float] = {}
    with ProcessPoolExecutor(args.jobs) as pool:
        for number in range(args.rounds):
            novels = list(pool.map(study, [(r, number == 0, weights) for r in train]))
            right = [ok for novel in novels for _, ok in novel.outcomes]
            print(f"round {number}: {np.mean(right):.4f} before fitting", file=sys.stderr)
            weights = fit(novels, args.l2)
        novels = list(pool.map(study, [(r, False, weights) for r in dev]))
    outcomes = [outcome for novel in novels for outcome in novel.outcomes]
    print(f"dev {np.mean([ok for _, ok in outcomes]):.4f} of {len(outcomes)} turns", file=sys.stderr)
    TARGET.write_text(
        json.dumps({"calibration": calibrate(outcomes), "weights": weights}, indent=0, sort_keys=True) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
