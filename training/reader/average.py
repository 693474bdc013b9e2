"""Averages the weights of runs that began alike into one model, which is better than each of them.

Wortsman et al. 2022, "Model soups". The runs have the same labels and go back to the same first weights.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict

import torch
from torch import Tensor

from training.reader.config import Config
from training.reader.files import CONFIG, LABELS, WEIGHTS
from training.reader.saved import weights


def average(config: Config) -> None:
    """Writes the mean of `config.average` as a finished run; refuses runs whose labels differ.

    A weight that some of them do not have is the mean of the others'.
    """
    folder, runs = config.folder, config.average
    labels = [json.loads((run / LABELS).read_text("utf-8")) for run in runs]
    if any(found != labels[0] for found in labels):
        raise SystemExit(f"{', '.join(map(str, runs))}: these runs do not have the same labels")
    parts = [weights(run) for run in runs]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LABELS).write_text(json.dumps(labels[0], indent=1), encoding="utf-8")
    (folder / CONFIG).write_text(json.dumps(asdict(config), indent=1, default=str), encoding="utf-8")
    names = dict.fromkeys(name for part in parts for name in part)
    torch.save({name: _mean([part[name] for part in parts if name in part]) for name in names}, folder / WEIGHTS)


def _mean(found: Sequence[Tensor]) -> Tensor:
    """Of one weight; what is not a number with a fraction is the first run's."""
    return torch.stack(list(found)).mean(dim=0) if found[0].is_floating_point() else found[0]
