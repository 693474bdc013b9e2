"""Trains the reader model as TOML files say, one after another; goes on where a stopped run was."""

import argparse
from pathlib import Path

from training.reader.config import load
from training.reader.files import WEIGHTS
from training.reader.run import Run

parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
parser.add_argument("config", type=Path, nargs="+")
for path in parser.parse_args().config:
    config = load(path)
    if not (config.folder / WEIGHTS).exists():
        Run(config).train()
