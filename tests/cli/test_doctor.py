import json
import sqlite3
import sys

import pytest

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
