"""The reader model, ready to read: made once in a process."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from fabula.errors import ModelError
from fabula.inference.arrays import Arrays, arrays
from fabula.inference.decoding import Answers, Window, decode
from fabula.inference.package import FOLDER, MODEL, REMEDY, SENSES, TOKENIZER, content, read_metadata
from fabula.inference.pieces import Pieces
from fabula.inference.reading import Reading, join
from fabula.inference.senses import read_senses
from fabula.inference.vocabulary import Vocabulary
from fabula.inference.windows import windows

WORKERS = 4
"""Windows that are read at once, at most; no more than there are processors."""
ALIKE = 0.05
"""Numbers that differ by no more are about the same; processors differ in how they round."""
SLOWER = ("SkipLayerNormFusion",)
"""What onnxruntime would join and then runs more slowly: a sum and the normalisation behind it. Parted, the model takes
an eighth less time."""
QUIET = 3
"""Only errors are logged."""


class Model:
    """A model in a folder. Raises `ModelError` if it is not whole, or if this onnxruntime cannot run it."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.metadata = read_metadata(folder)
        content(folder, TOKENIZER, self.metadata)
        senses = read_senses(content(folder, SENSES, self.metadata).decode("utf-8"))
        self.vocabulary = Vocabulary(Pieces(folder / TOKENIZER), senses)
        self._session = _session(content(folder, MODEL, self.metadata))
        self._pool: ThreadPoolExecutor | None = None
        self._process = 0

    def answers(self, given: Arrays) -> Answers:
        """The model's outputs by name."""
        try:
            said = self._session.run(list(self.metadata.outputs), given)
        except Exception as error:
            raise ModelError(_unfit(error)) from error
        return dict(zip(self.metadata.outputs, said, strict=True))

    def read(self, sentences: Sequence[Sequence[str]]) -> Reading | None:
        """Reads sentences, each its words; `None` if there are none."""
        return self.begin(sentences)()

    def begin(self, sentences: Sequence[Sequence[str]]) -> Callable[[], Reading | None]:
        """Begins to read sentences, as `read` does; what is given back waits for the reading.

        Each window is read alone: the model's numbers are rounded by the largest of all that is read with them, so
        whatever stood beside a window would change it. Several are read at the same time, which changes nothing.
        """
        sizes = [sum(map(self.vocabulary.pieces.count, words)) for words in sentences]
        begun = [self._begin(sentences[start:end]) for start, end in windows(sizes, self.metadata.window)]
        return lambda: join([window() for window in begun]) if begun else None

    def _workers(self) -> ThreadPoolExecutor:
        """The threads of this process: a process that was forked from another has none of its threads."""
        if self._pool is None or self._process != os.getpid():
            self._pool, self._process = ThreadPoolExecutor(min(WORKERS, _processors())), os.getpid()
        return self._pool

    def _begin(self, sentences: Sequence[Sequence[str]]) -> Callable[[], Window]:
        """Threads do nothing but run the model: all else would only wait for its turn with the interpreter."""
        words = [word for sentence in sentences for word in sentence]
        ends = list(accumulate(map(len, sentences)))
        given = arrays([(words, ends)], self.vocabulary)
        if _processors() < 2:
            return lambda: decode(self.answers(given), self.metadata.labels, ends)
        said = self._workers().submit(self.answers, given)
        return lambda: decode(said.result(), self.metadata.labels, ends)


@cache
def shared() -> Model:
    """The model that ships with fabula. Raises `ModelError` if it is not whole or cannot be run."""
    return Model()


def agreement(said: Answers, wanted: Mapping[str, Any]) -> float:
    """How far answers are those that were written down: the share of numbers that are about the same, the mean over
    all outputs. An output of another size does not agree at all.
    """
    return sum(_agreement(said[name], np.asarray(value)) for name, value in wanted.items()) / len(wanted)


def _agreement(said: NDArray[Any], wanted: NDArray[Any]) -> float:
    if said.size != wanted.size:
        return 0.0
    return float((np.abs(said.reshape(wanted.shape) - wanted) <= ALIKE).mean()) if said.size else 1.0


def _session(model: bytes) -> Any:
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.enable_cpu_mem_arena = settings.enable_mem_pattern = False
    settings.log_severity_level = QUIET
    try:
        return onnxruntime.InferenceSession(
            model, settings, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOWER)
        )
    except Exception as error:
        raise ModelError(_unfit(error)) from error


def _unfit(error: Exception) -> str:
    return f"onnxruntime {onnxruntime.__version__} cannot run the reader model ({error}). Update onnxruntime. {REMEDY}"


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
