from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fabula.annotators.coreference import ranker
from fabula.errors import ModelError

BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "altered": lambda data: data[:900] + bytes(60) + data[960:],
    "something else": lambda data: b"not weights",
}


@pytest.fixture(autouse=True)
def _loaded_anew() -> Iterator[None]:
    ranker.shipped.cache_clear()
    yield
    ranker.shipped.cache_clear()


@pytest.mark.parametrize("how", BROKEN)
def test_weights_that_are_not_whole_are_named(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "weights.npz"
    path.write_bytes(BROKEN[how](ranker.WEIGHTS.read_bytes()))
    monkeypatch.setattr(ranker, "WEIGHTS", path)
    with pytest.raises(ModelError, match=r"weights\.npz is cut short or was altered.*--rules-only"):
        ranker.shipped()


def test_missing_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranker, "WEIGHTS", tmp_path / "weights.npz")
    with pytest.raises(ModelError, match=r"weights\.npz is missing.*--rules-only"):
        ranker.shipped()
