"""Trains the reader model as a TOML file says, run after run; goes on where it was stopped."""

import argparse
from pathlib import Path

from training.reader.average import average
from training.reader.config import load
from training.reader.files import WEIGHTS
from training.reader.run import Run

parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
parser.add_argument("config", type=Path)
for config in load(parser.parse_args().config):
    if (config.folder / WEIGHTS).exists():
        continue
    if config.average:
        average(config)
    else:
        Run(config).train()
