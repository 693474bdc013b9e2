import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from training.reader.average import average  # noqa: E402
from training.reader.config import Config  # noqa: E402
from training.reader.files import LABELS, WEIGHTS  # noqa: E402
from training.reader.saved import weights  # noqa: E402


def run(folder: Path, value: float, *, labels: tuple[str, ...] = ("NOUN", "VERB"), **more: float) -> Path:
    """A finished run of one weight and a counter, and of more weights."""
    folder.mkdir()
    (folder / LABELS).write_text(json.dumps({"upos": labels}), encoding="utf-8")
    torch.save(
        {
            "weight": torch.full((2,), value),
            "seen": torch.tensor(7),
            **{name: torch.tensor(some) for name, some in more.items()},
        },
        folder / WEIGHTS,
    )
    return folder


def both(folder: Path, *runs: Path) -> Config:
    return Config(folder=folder / "both", average=runs)


def test_every_weight_is_the_mean_and_counters_stay(tmp_path: Path) -> None:
    average(both(tmp_path, run(tmp_path / "one", 1.0), run(tmp_path / "two", 4.0)))
    found = weights(tmp_path / "both")
    assert found["weight"].tolist() == [2.5, 2.5]
    assert found["seen"].item() == 7
    assert json.loads((tmp_path / "both" / LABELS).read_text("utf-8")) == {"upos": ["NOUN", "VERB"]}


def test_a_weight_that_one_run_lacks_is_the_other_s(tmp_path: Path) -> None:
    average(both(tmp_path, run(tmp_path / "old", 1.0), run(tmp_path / "new", 4.0, senses=3.0)))
    assert weights(tmp_path / "both")["senses"].item() == 3.0


def test_runs_of_other_labels_are_refused(tmp_path: Path) -> None:
    runs = [run(tmp_path / "one", 1.0), run(tmp_path / "two", 4.0, labels=("VERB", "NOUN"))]
    with pytest.raises(SystemExit, match="same labels"):
        average(both(tmp_path, *runs))
    assert not (tmp_path / "both").exists()
