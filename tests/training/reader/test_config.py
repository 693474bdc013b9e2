from pathlib import Path

import pytest

from training.reader import config

CONFIGS = sorted((Path(config.__file__).parent / "configs").glob("*.toml"))
TWO = """
runs = "kept"
hidden = 0.2
weights = { event = 4.0, affect = 3.0 }

[[run]]
name = "first"
passes = { litbank = 2 }

[[run]]
name = "second"
adapted = "first"
teacher = "first"
hidden = 0.1
passes = { litbank = 1, taught = 1 }
weights = { affect = 1.0 }

[[run]]
name = "mean"
average = ["first", "second"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "course.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_runs_share_what_stands_above_them_and_name_each_other(tmp_path: Path) -> None:
    first, second, mean = config.load(written(tmp_path, TWO))
    assert (first.folder, second.folder, mean.folder) == (Path("kept/first"), Path("kept/second"), Path("kept/mean"))
    assert (first.hidden, second.hidden) == (0.2, 0.1)
    assert second.weights == {"event": 4.0, "affect": 1.0}
    assert (first.adapted, first.teacher) == (None, None)
    assert second.adapted == second.teacher == first.folder
    assert mean.average == (first.folder, second.folder)


def test_a_setting_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"course\.toml: unknown settings pases"):
        config.load(written(tmp_path, TWO.replace("passes = { litbank = 2 }", "pases = { litbank = 2 }")))


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_every_run_of_a_config_goes_on_from_one_before_it(path: Path) -> None:
    made: set[Path] = set()
    for run in config.load(path):
        assert {*run.average, *filter(None, (run.adapted, run.teacher))} <= made
        made.add(run.folder)
    assert made
