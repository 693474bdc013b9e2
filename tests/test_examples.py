"""The examples run, and the readings made by hand fit the stories."""

import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import fabula

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
REFERENCES = sorted(EXAMPLES.glob("*.reference.toml"))
how_right = runpy.run_path(str(EXAMPLES / "how_right.py"))


def story_of(reference: Path) -> Path:
    return reference.with_name(reference.name.replace(".reference.toml", ".txt"))


def load(reference: Path) -> dict[str, Any]:
    return tomllib.loads(reference.read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_an_example_runs_on_every_story(script: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    for reference in REFERENCES:
        done = subprocess.run(
            [sys.executable, script.name, story_of(reference).name],
            cwd=tmp_path / "examples",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.name)
def test_a_reading_made_by_hand_fits_its_story(reference: Path) -> None:
    text, noted = story_of(reference).read_text(encoding="utf-8"), load(reference)
    names = {who["name"] for who in noted["character"]}
    position = 0
    for entry in noted["quotation"]:
        position = how_right["places"](text, entry["pieces"], position)[-1]
        assert {entry.get("speaker"), *entry.get("addressees", ())} <= names | {None}
    forms = [form for who in noted["character"] for form in who["aliases"]]
    assert all(form in text for form in forms)
    assert len(forms) == len(set(forms))


FLOORS = {
    "the_lantern_house": {"pieces found": 1.0, "speakers": 0.6, "  explicit": 0.8, "characters": 0.85},
    "a_matter_of_locks": {"pieces found": 1.0, "speakers": 0.35, "characters": 0.75},
}
"""What a reading must not fall below; `examples/how_right.py` prints where it stands."""


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.name)
def test_a_reading_stays_as_right_as_it_was(reference: Path) -> None:
    path = story_of(reference)
    measured = how_right["compare"](fabula.read(path), load(reference))
    for name, floor in FLOORS[path.stem].items():
        right, total = measured[name]
        assert right >= floor * total, f"{name.strip()}: {right} of {total}"
