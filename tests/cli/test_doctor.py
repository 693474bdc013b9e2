import json
import re
import sqlite3
import sys
from pathlib import Path

import pytest

from fabula.inference import model, package
from fabula.inference.model import Model
from fabula.readers import READERS

from .conftest import Run


def test_doctor_finds_nothing_wrong_here(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert "full-text search (FTS5)" in result.stdout
    assert all(reader.name in result.stdout for reader in READERS)
    assert "wrong" not in result.stdout


def test_doctor_is_there_as_json(run: Run) -> None:
    values = json.loads(run("doctor", "--json").stdout)
    assert values["well"]
    assert {"Python", "fabula", "SQLite", "click"} <= {check["name"] for check in values["checks"]}


def test_a_missing_full_text_search_is_named_with_the_way_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(*args: object, **settings: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", without)
    result = run("doctor")
    assert result.exit_code == 1
    assert "Stories cannot be saved" in result.stdout
    assert json.loads(run("doctor", "--json").stdout)["well"] is False


def test_a_broken_installation_is_a_finding_and_not_a_crash(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fabula.pipeline", None)
    result = run("doctor")
    assert result.exit_code == 1
    assert "wrong  reading and saving: ModuleNotFoundError" in result.stdout


def test_doctor_says_that_there_is_no_model(run: Run) -> None:
    assert "reader model: none in this installation; stories are read by rules" in run("doctor").stdout


@pytest.mark.usefixtures("model")
def test_doctor_says_which_model_is_in_use_and_lets_it_read(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert re.search(r"reader model: reader \d+\.\d+, agrees with its reference to \d+%", result.stdout)


def test_a_damaged_model_is_a_finding(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model.shared.cache_clear()
    monkeypatch.setattr(package, "is_there", lambda: True)
    monkeypatch.setattr(model, "Model", lambda: Model(tmp_path))
    result = run("doctor")
    assert result.exit_code == 1
    assert "metadata.json is missing" in result.stdout
    assert "fabula read --rules-only" in result.stdout
