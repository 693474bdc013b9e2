"""What the shipped model says, in both directions; skipped in an installation that has none."""

import json
import shutil
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fabula.errors import ModelError
from fabula.inference import model as inference_model
from fabula.inference.arrays import arrays
from fabula.inference.decoding import decode
from fabula.inference.model import Model, agreement, shared
from fabula.inference.package import FOLDER, METADATA, MODEL, REFERENCE
from fabula.inference.reference import ENOUGH, reference_agreement

pytestmark = pytest.mark.usefixtures("model")
NOUNS = list(enumerate("man woman boy girl captain ship mare teacher baker hedge".split() * 8))


@pytest.fixture
def reference() -> dict[str, Any]:
    return dict(json.loads((FOLDER / REFERENCE).read_text("utf-8")))


def test_reference_words_become_the_reference_arrays(reference: dict[str, Any]) -> None:
    texts = list(zip(reference["words"], reference["sentences"], strict=True))
    assert {name: value.tolist() for name, value in arrays(texts, shared().vocabulary).items()} == reference["inputs"]


def test_reference_words_get_the_reference_answers() -> None:
    assert reference_agreement(shared()) >= ENOUGH


def test_other_answers_do_not_agree(reference: dict[str, Any]) -> None:
    said = {name: np.asarray(value) for name, value in reference["outputs"].items()}
    assert agreement(said, reference["outputs"]) == 1
    moved = {name: value + 1 for name, value in said.items()}
    assert agreement(moved, reference["outputs"]) == 0
    fewer = {name: value[:0] for name, value in said.items()}
    assert agreement(fewer, reference["outputs"]) == 0


def test_reference_answers_mean_what_the_words_say(reference: dict[str, Any]) -> None:
    said = {name: np.asarray(value) for name, value in reference["outputs"].items()}
    said |= {name: value.astype(int) for name, value in said.items() if name == "candidates" or name.endswith(".best")}
    window = decode(said, shared().metadata.labels, reference["sentences"][0])
    words = reference["words"][0]
    tags = dict(zip(words, window.tags["upos"], strict=True))
    assert (tags["Carne"], tags["shut"], tags["door"]) == ("PROPN", "VERB", "NOUN")
    assert window.heads[words.index("Carne")] in (words.index("Mrs."), words.index("shut"))
    assert {(one.start, one.end, one.label) for one in window.extents["mention"]} >= {
        (0, 2, "PER.PROP"),
        (11, 12, "PER.PRON"),
    }


def test_a_window_does_not_depend_on_its_neighbours_nor_on_how_many_are_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentences = [f"The {noun} stood at the gate number {number} and sang .".split() for number, noun in NOUNS]
    readings = []
    for processors in (1, 2, 7):
        monkeypatch.setattr(inference_model, "_processors", lambda processors=processors: processors)
        readings.append(shared().read(sentences))
    one, *others = readings
    assert one is not None
    for other in others:
        assert other is not None
        assert (one.tags, one.heads, one.extents, one.affect) == (other.tags, other.heads, other.extents, other.affect)
        assert one.probabilities == other.probabilities


def test_odd_words_are_read() -> None:
    odd = ["x" * 10_000, "🜁🜂🙂", "∮E·da=Q", "\u0301", "\ud800", "a-" * 400, "\0", "漢字", "﷽"]
    reading = shared().read([odd, ["Rain", "."]])
    assert reading is not None
    assert len(reading.heads) == len(odd) + 2
    assert sum(head == place for place, head in enumerate(reading.heads)) == 2, "each sentence is a tree"


def test_nothing_is_read_in_nothing() -> None:
    assert shared().read([]) is None


def test_a_model_that_cannot_be_run_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    (folder / MODEL).write_bytes(b"not a graph")
    values = json.loads((folder / METADATA).read_text("utf-8"))
    values["sha256"][MODEL] = sha256(b"not a graph").hexdigest()
    (folder / METADATA).write_text(json.dumps(values), "utf-8")
    with pytest.raises(ModelError, match=r"onnxruntime .* cannot run the reader model .*--rules-only"):
        Model(folder)


def test_sentences_of_the_reference_are_trees(reference: dict[str, Any]) -> None:
    for words, ends in zip(reference["words"], reference["sentences"], strict=True):
        reading = shared().read([words[start:end] for start, end in pairwise((0, *ends))])
        assert reading is not None
        for start, end in pairwise((0, *ends)):
            assert sum(reading.heads[place] == place for place in range(start, end)) == 1
