"""Trains the reader model as a TOML file says; goes on where a stopped run was."""

import argparse
from pathlib import Path

from training.reader.config import load
from training.reader.run import Run

parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
parser.add_argument("config", type=Path)
Run(load(parser.parse_args().config)).train()
