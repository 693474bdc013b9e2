"""Trains the reader model as TOML files say, one after another; goes on where a stopped run was."""

import argparse
from pathlib import Path

from training.reader.average import average
from training.reader.config import load
from training.reader.files import WEIGHTS
from training.reader.run import Run

parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
parser.add_argument("config", type=Path, nargs="+")
for path in parser.parse_args().config:
    config = load(path)
    if (config.folder / WEIGHTS).exists():
        continue
    if config.average:
        average(config)
    else:
        Run(config).train()
