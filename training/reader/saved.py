"""What a run leaves in its folder, and what an exported model consists of."""

import json
from pathlib import Path

import torch
from transformers import BertConfig, BertModel

from training.reader.inventory import Inventory
from training.reader.model import Reader
from training.reader.starting import starting_weights

LABELS, CONFIG, STATE, WEIGHTS = "labels.json", "config.json", "state.pt", "reader.pt"
"""Of a run: the inventory, the settings, what it needs to go on, and the weights in the end."""
MODEL, METADATA, REFERENCE, TOKENIZER = "reader.onnx", "metadata.json", "reference.json", "tokenizer.json"
"""Of an exported model."""


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
