"""The settings of runs, from a TOML file."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """`passes`: how often each corpus is read. `weights`: of the losses, 1 where none is named.

    `window` and `step`: the most word pieces of one. `warm`: share of the steps in which the rate rises.
    `score_every`: steps between two looks at the development parts, when the run is saved too. `train_texts` and
    `dev_texts`: so many of each corpus, 0 for all. `hidden`: the share of words that are not shown in training, so that
    the same text is never read twice. `adapted`: the folder of a run that it starts from, or none. `average`: the
    folders of runs whose weights are averaged; nothing is trained then. `teacher`: the folder of a run whose labels of
    novels without any are learnt from, or none.
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
    adapted: Path | None = None
    average: tuple[Path, ...] = ()
    teacher: Path | None = None
    hidden: float = 0.0
    dev_texts: int = 0
    train_texts: int = 0


def load(path: Path) -> list[Config]:
    """The runs of a file, in its order; what stands above the first `[[run]]` holds for each that says nothing else.

    Weights are told one by one. `runs` is the folder of them all, relative to where the command runs; runs name each
    other by the name of their folder in it. Refuses settings that it does not know.
    """
    common = tomllib.loads(path.read_text(encoding="utf-8"))
    runs, folder = common.pop("run"), Path(common.pop("runs"))
    weights = common.pop("weights", {})
    return [_config(path, folder, common | run | {"weights": weights | run.get("weights", {})}) for run in runs]


def _config(path: Path, folder: Path, given: dict[str, Any]) -> Config:
    if unknown := given.keys() - Config.__dataclass_fields__.keys() - {"name"}:
        raise SystemExit(f"{path}: unknown settings {', '.join(sorted(unknown))}")
    named = {key: folder / given[key] for key in ("adapted", "teacher") if key in given}
    average = tuple(folder / name for name in given.get("average", ()))
    rest = {key: value for key, value in given.items() if key != "name"}
    return Config(**rest | named | {"folder": folder / given["name"], "average": average})
