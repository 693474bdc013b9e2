"""How right the weights are in novels that they were not learnt from."""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from fabula.scoring.reference import Reference
from training.speakers.fitting import fit
from training.speakers.lessons import Example, Job, examine
from training.speakers.novels import excerpts

EVERY_FOLD = -1
"""Stands for the novel that an excerpt of LitBank is from, which is none of PDNC's."""


def cross_validate(
    pool: ProcessPoolExecutor, whole: Sequence[Reference], novels: list[list[Example]], folds: int
) -> None:
    """Prints the share right in each training novel, read with weights learnt from other novels alone.

    Once of the turns found, whose candidates are judged by the words that call them; once as the scorer counts:
    of all quotations, with entities mapped to characters by name.
    """
    owner = [*range(len(whole)), *(k for k, one in enumerate(whole) for _ in excerpts(one))]
    owner += [EVERY_FOLD] * (len(novels) - len(owner))
    jobs = []
    for fold in range(folds):
        weights = fit([novel for novel, k in zip(novels, owner, strict=True) if k == EVERY_FOLD or k % folds != fold])
        jobs += [Job(one, False, weights) for k, one in enumerate(whole) if k % folds == fold]
    lines = []
    total: list[bool] = []
    scored = []
    for job, (examples, share) in zip(jobs, pool.map(examine, jobs), strict=True):
        right = [example.correct for example in examples if example.right]
        lines.append(f"  {job.reference.id} {100 * np.mean(right):.1f}, scored {share.value:.1f}")
        total += right
        scored.append(share)
    print(*sorted(lines), sep="\n", file=sys.stderr)
    print(f"unseen training novels: {100 * np.mean(total):.2f} of {len(total)} turns right", file=sys.stderr)
    whole_share = sum(scored[1:], scored[0])
    print(f"as scored, of all quotations: {whole_share.value:.2f} of {whole_share.n} right", file=sys.stderr)
