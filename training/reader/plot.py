"""Draws the losses and scores of runs.

python -m training.reader.plot PICTURE RUN...      one picture; each run's folder in a colour of its own
"""

import argparse
import json
from pathlib import Path
from typing import Any

from matplotlib import pyplot

from training.reader.files import LOG
from training.reader.measures import TARGETS


def plot(picture: Path, runs: list[Path]) -> None:
    """The losses' sum, and every measure that is taken on the way and has a target, which is dotted."""
    shown = [name for name in TARGETS if not name.startswith("raw")]
    figure, fields = pyplot.subplots(3, 4, figsize=(16, 9), layout="constrained")
    axes = dict(zip(["loss", *shown], fields.flat, strict=False))
    for unused in fields.flat[len(axes) :]:
        unused.remove()
    for name, field in axes.items():
        field.set_title(name)
        if name in TARGETS:
            field.axhline(TARGETS[name], linestyle=":", color="grey")
    for run in runs:
        lines = [json.loads(line) for line in (run / LOG).read_text("utf-8").splitlines()]
        losses = [(line["step"], sum(line["losses"].values())) for line in lines if "losses" in line]
        _line(axes["loss"], run.name, losses)
        for name in shown:
            scores = [(line["step"], line["scores"][name]) for line in lines if name in line.get("scores", {})]
            _line(axes[name], run.name, scores)
    axes["loss"].legend()
    figure.savefig(picture)


def _line(field: Any, name: str, points: list[tuple[int, float]]) -> None:
    marker = "." if len(points) < 20 else ""
    field.plot([step for step, _ in points], [value for _, value in points], label=name, marker=marker)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.plot", description="Draws the course of runs.")
    parser.add_argument("picture", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    given = parser.parse_args()
    plot(given.picture, given.runs)
