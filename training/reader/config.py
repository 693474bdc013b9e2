"""The settings of a run, from a TOML file."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """`passes`: how often each corpus is read. `weights`: of the losses, 1 where none is named.

    `window` and `step`: the most word pieces of one. `warm`: share of the steps in which the rate rises.
    `score_every`: steps between two looks at the development parts, when the run is saved too. `train_texts` and
    `dev_texts`: so many of each corpus, 0 for all. `hidden`: the share of words that are not shown in training, so that
    the same text is never read twice. `adapted`: the folder of a run that it starts from, or none. `average`: the
    folders of runs whose weights are averaged; nothing is trained then. `taught`: what `training.reader.teach` wrote.
    """

    folder: Path
    passes: dict[str, float] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    seed: int = 1
    window: int = 254
    step: int = 2048
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warm: float = 0.05
    score_every: int = 500
    threads: int = 2
    adapted: str = ""
    average: tuple[str, ...] = ()
    taught: str = ""
    hidden: float = 0.0
    dev_texts: int = 0
    train_texts: int = 0


def load(path: Path) -> Config:
    """Refuses settings that it does not know; `folder` is relative to where the command runs."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = given.keys() - Config.__dataclass_fields__.keys()
    if unknown:
        raise SystemExit(f"{path}: unknown settings {', '.join(sorted(unknown))}")
    return Config(**given | {"folder": Path(given["folder"]), "average": tuple(given.get("average", ()))})
