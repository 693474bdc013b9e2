import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from fabula.errors import ModelError
from fabula.inference.package import FOLDER, METADATA, MODEL, content, digest_of, is_there, read_metadata


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whole package, but for the weights, which are a few words."""
    (tmp_path / MODEL).write_bytes(b"weights")
    values: dict[str, Any] = {
        "name": "reader",
        "version": "1.0",
        "window": 254,
        "inputs": ["pieces"],
        "outputs": ["upos.best"],
        "labels": {"upos": ["NOUN", "VERB"]},
        "seed": 1,
    }
    digests = {MODEL: sha256(b"weights").hexdigest(), METADATA: digest_of(values)}
    (tmp_path / METADATA).write_text(json.dumps({**values, "sha256": digests}), "utf-8")
    return tmp_path


def test_a_whole_package_is_read(folder: Path) -> None:
    metadata = read_metadata(folder)
    assert (metadata.name, metadata.version, metadata.window) == ("reader", "1.0", 254)
    assert metadata.labels == {"upos": ("NOUN", "VERB")}
    assert content(folder, MODEL, metadata) == b"weights"


@pytest.mark.parametrize("data", [b"weight", b"", b"weightz", b"weights and more"])
def test_a_file_that_is_not_the_one_shipped_is_named_with_what_to_do(folder: Path, data: bytes) -> None:
    (folder / MODEL).write_bytes(data)
    with pytest.raises(ModelError, match=r"reader\.onnx is cut short or was altered\. Install .*--rules-only"):
        content(folder, MODEL, read_metadata(folder))


@pytest.mark.parametrize("name", [MODEL, METADATA])
def test_a_missing_file_is_named_with_what_to_do(folder: Path, name: str) -> None:
    metadata = read_metadata(folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"{name} is missing\. Install .*--rules-only"):
        content(folder, MODEL, metadata) if name == MODEL else read_metadata(folder)


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    metadata = read_metadata(folder)
    (folder / MODEL).unlink()
    (folder / MODEL).mkdir()
    with pytest.raises(ModelError, match=r"reader\.onnx cannot be read"):
        content(folder, MODEL, metadata)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"sha256": 3}', '{"sha256": {}}', "\x00"])
def test_metadata_that_make_no_sense_are_refused(folder: Path, text: str) -> None:
    (folder / METADATA).write_text(text, "utf-8")
    with pytest.raises(ModelError, match=r"metadata\.json is cut short or was altered"):
        read_metadata(folder)


def test_altered_labels_are_refused(folder: Path) -> None:
    path = folder / METADATA
    path.write_text(path.read_text("utf-8").replace("VERB", "NERB"), "utf-8")
    with pytest.raises(ModelError, match=r"metadata\.json is cut short or was altered"):
        read_metadata(folder)


def test_an_installation_may_have_no_model(tmp_path: Path) -> None:
    assert not is_there(tmp_path / "reader_v9_9")
    assert is_there(tmp_path)
    assert FOLDER.parent.name == "models"
