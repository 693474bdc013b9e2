"""What a run leaves in its folder, as a model to use."""

import json
from pathlib import Path

import torch
from transformers import BertConfig, BertModel

from fabula.inference.package import Inventory
from training.reader.files import LABELS, STATE, WEIGHTS
from training.reader.model import Reader
from training.reader.starting import starting_weights


def load(run: Path) -> tuple[Reader, Inventory]:
    """The model of a run, ready to read."""
    labels = {name: tuple(found) for name, found in json.loads((run / LABELS).read_text("utf-8")).items()}
    config = BertConfig.from_pretrained(starting_weights(), attn_implementation="eager")
    reader = Reader(BertModel(config, add_pooling_layer=False), labels)
    reader.load_state_dict(weights(run))
    return reader.eval(), labels


def weights(folder: Path) -> dict[str, torch.Tensor]:
    """The weights of a finished run, or of the last save of one that goes on."""
    done = folder / WEIGHTS
    if done.exists():
        return torch.load(done)  # type: ignore[no-any-return]
    return torch.load(folder / STATE)["model"]  # type: ignore[no-any-return]
