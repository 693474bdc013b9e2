"""Learns the weights that choose speakers, and calibrates them on PDNC's dev novels."""

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from benchmarks.corpora import load
from training.speakers.calibration import calibrate
from training.speakers.fitting import fit, fit_turns
from training.speakers.folds import cross_validate
from training.speakers.lessons import Job, study
from training.speakers.novels import excerpts, openings

TARGET = Path("src/fabula/annotators/speaking/weights/speakers.json")


def main() -> None:
    """Runs the rounds, calibrates, and writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.speakers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--folds", type=int, default=0, help="also read each training novel with weights it did not teach"
    )
    args = parser.parse_args()
    dev, whole = load("pdnc.dev").references, load("pdnc.train").references
    train = [*whole, *(excerpt for reference in whole for excerpt in excerpts(reference)), *openings([*dev, *whole])]
    weights: dict[str, float] = {}
    with ProcessPoolExecutor(args.jobs) as pool:
        for number in range(args.rounds):
            last = number == args.rounds - 1
            novels = list(pool.map(study, [Job(one, i % 3 == 2, weights, last) for i, one in enumerate(train)]))
            right = [example.correct for novel in novels for example in novel if example.right]
            print(f"round {number}: {np.mean(right):.4f} right before fitting", file=sys.stderr)
            weights = fit(novels) if last else fit_turns(novels)
        if args.folds:
            cross_validate(pool, whole, novels, args.folds)
        read = list(pool.map(study, [Job(one, False, weights) for one in dev]))
    answered = [example for novel in read for example in novel if example.named and example.right]
    outcomes = [(example.probability, example.correct) for example in answered]
    print(f"dev: {np.mean([right for _, right in outcomes]):.4f} of {len(outcomes)} turns named", file=sys.stderr)
    content = {"calibration": calibrate(outcomes), "weights": weights}
    TARGET.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
