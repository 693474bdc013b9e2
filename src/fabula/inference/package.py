"""The files of a model, and whether they are those that were shipped. Needs no model runtime."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from fabula.errors import ModelError

MODEL, METADATA, REFERENCE = "reader.onnx", "metadata.json", "reference.json"
TOKENIZER, SENSES = "tokenizer.json", "senses.txt"
FOLDER = Path(__file__).parents[1] / "models" / "reader_v1_2"
"""The model in use."""
REMEDY = "Install fabula again, or read by rules alone: `fabula read --rules-only`."

Inventory = Mapping[str, tuple[str, ...]]
"""The labels of each layer, in the order of the model's answers."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a model says of itself.

    `window` is how many word pieces it reads at once. `inputs` and `outputs` name its arrays. `labels` are those of
    each layer, in order. `sha256` are the digests of its files, by name, that of the metadata over all but itself.
    """

    name: str
    version: str
    window: int
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    labels: Inventory
    sha256: Mapping[str, str]


def is_there(folder: Path = FOLDER) -> bool:
    """Whether this installation has a model at all."""
    return folder.is_dir()


def read_metadata(folder: Path = FOLDER) -> Metadata:
    """What the model says of itself. Raises `ModelError` if that is missing or was altered."""
    try:
        values = json.loads(whole_file(folder / METADATA))
        if digest_of(values) != values["sha256"][METADATA]:
            raise ModelError(altered(folder / METADATA))
        return Metadata(
            **{item.name: values[item.name] for item in fields(Metadata) if item.name != "labels"},
            labels={layer: tuple(names) for layer, names in values["labels"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(altered(folder / METADATA)) from error


def content(folder: Path, name: str, metadata: Metadata) -> bytes:
    """A file of the model. Raises `ModelError` unless it is the one that was shipped."""
    data = whole_file(folder / name)
    if sha256(data).hexdigest() != metadata.sha256.get(name):
        raise ModelError(altered(folder / name))
    return data


def digest_of(metadata: Mapping[str, Any]) -> str:
    """SHA-256 of the values of a metadata file, without the digests it holds."""
    rest = {name: value for name, value in metadata.items() if name != "sha256"}
    return sha256(json.dumps(rest, sort_keys=True).encode("ascii")).hexdigest()


def altered(path: Path) -> str:
    """What to say of a file that is not the one that was shipped."""
    return f"The reader model's file {path} is cut short or was altered. {REMEDY}"


def whole_file(path: Path) -> bytes:
    """What is in a file. Raises `ModelError` if it is missing or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ModelError(f"The reader model's file {path} is missing. {REMEDY}") from error
    except OSError as error:
        raise ModelError(f"The reader model's file {path} cannot be read: {error.strerror}. {REMEDY}") from error
