"""Writes the trained model as the library reads it: one ONNX file in int8, its metadata, reference inputs and outputs.

    python -m training.reader.export RUN TARGET      from a run's folder to a model's folder

The graph answers with what is needed to make claims: of every layer of tags the best label, the scores of all
governors, and the extents that are likely at all with the probabilities of their labels. Words and sentences are given
to it as numbers, so nothing of it depends on how the text was cut.
"""

import argparse
import json
import shutil
import warnings
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic

from fabula.inference.package import METADATA, MODEL, REFERENCE, SENSES, TOKENIZER, Inventory, digest_of
from fabula.inference.shapes import SHAPES
from training.reader.annotated import Annotated
from training.reader.answer import GIVEN, Answer
from training.reader.batches import Inputs, inputs
from training.reader.layers import CANDIDATE, EXTENTS, LINKS
from training.reader.saved import load
from training.reader.starting import SENSES_FILE, starting_vocabulary, starting_weights

VERSION = "1.2"
WINDOW = 128
"""The most word pieces that are read at once: half of what was learnt from is quicker, and as right."""
OPERATIONS = ["MatMul", "Gather"]
"""What is done in int8: all products with weights, and the embeddings."""
REFERENCE_WINDOWS = (
    ("Mrs. Carne shut the door of the old lighthouse .", "“ I never asked you , ” she said to her brother ."),
    ("Nobody in Penzance had seen the ship , and the captain 's daughter wept .",),
)


def export(run: Path, target: Path) -> None:
    """Writes the model's folder."""
    target.mkdir(parents=True, exist_ok=True)
    reader, labels = load(run)
    vocabulary = starting_vocabulary()
    shutil.copy(starting_weights() / TOKENIZER, target / TOKENIZER)
    shutil.copy(SENSES_FILE, target / SENSES)
    answer = Answer(reader)
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        _write(answer, inputs(reference_windows(), vocabulary), whole)
        quantize_dynamic(
            whole,
            target / MODEL,
            op_types_to_quantize=OPERATIONS,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
    _save(target / REFERENCE, reference(target / MODEL, inputs(reference_windows(), vocabulary)))
    _save(target / METADATA, sealed(target, _metadata(run, answer, labels)))


def sealed(folder: Path, metadata: dict[str, Any]) -> dict[str, Any]:
    """The metadata with the digests by which the library knows that the files are whole."""
    values = json.loads(json.dumps(metadata))
    digests = {name: sha256((folder / name).read_bytes()).hexdigest() for name in (MODEL, TOKENIZER, SENSES, REFERENCE)}
    return {**values, "sha256": {**digests, METADATA: digest_of(values)}}


def reference_windows() -> list[Annotated]:
    """Two short windows of words, in sentences."""
    out = []
    for sentences in REFERENCE_WINDOWS:
        split = [sentence.split() for sentence in sentences]
        ends = tuple(sum(map(len, split[: number + 1])) for number in range(len(split)))
        words = tuple(word for sentence in split for word in sentence)
        out.append(Annotated(id="reference", words=words, sentences=ends))
    return out


def feed(given: Inputs) -> dict[str, Any]:
    """The arrays that the graph takes."""
    return {name: getattr(given, name).numpy() for name in GIVEN}


def reference(model: Path, given: Inputs) -> dict[str, Any]:
    """What the file itself says about the reference windows, rounded, beside what it was given."""
    session = InferenceSession(model, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    said = zip(names, session.run(names, feed(given)), strict=True)
    return {
        "words": [list(text.words) for text in reference_windows()],
        "sentences": [list(text.sentences) for text in reference_windows()],
        "inputs": {name: value.tolist() for name, value in feed(given).items()},
        "outputs": {name: np.round(value.astype(float), 4).tolist() for name, value in said},
    }


def _write(answer: Answer, given: Inputs, path: Path) -> None:
    axes = {name: {0: "windows", 1: "pieces" if name in ("pieces", "shapes", "senses") else "words"} for name in GIVEN}
    outputs = {name: {0: "windows", 1: "words"} for name in answer.names}
    outputs["governors"][2] = "words"
    outputs |= {name: {0: "candidates"} for name in ("candidates", *EXTENTS, *LINKS)}
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            answer,
            tuple(getattr(given, name) for name in GIVEN),
            str(path),
            input_names=list(GIVEN),
            output_names=answer.names,
            dynamic_axes=axes | outputs,
            opset_version=17,
            dynamo=False,
        )


def _metadata(run: Path, answer: Answer, labels: Inventory) -> dict[str, Any]:
    config = json.loads((run / "config.json").read_text("utf-8"))
    return {
        "name": "reader",
        "version": VERSION,
        "window": WINDOW,
        "shapes": SHAPES,
        "candidate": CANDIDATE,
        "inputs": GIVEN,
        "outputs": answer.names,
        "labels": labels,
        "seed": config["seed"],
        "passes": config["passes"],
    }


def _save(path: Path, what: Any) -> None:
    path.write_text(json.dumps(what, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.export", description="Exports a trained reader.")
    parser.add_argument("run", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    export(given.run, given.target)
