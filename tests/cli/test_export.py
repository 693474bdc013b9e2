import json
from pathlib import Path

import pytest

import fabula
from fabula.annotators.structure.tokens import Tokens
from fabula.exports import EXPORTS
from fabula.pipeline import read_source
from fabula.text import Source

from .conftest import TEXT, Run

BY_RULES = [name for name in EXPORTS if name != "conllu"]
"""The forms that need no reader model."""


@pytest.mark.parametrize("form", BY_RULES)
def test_every_form_is_written_where_one_looks_for_it(run: Run, story: Path, form: str) -> None:
    result = run("export", story, "--to", form, "--json")
    assert result.exit_code == 0
    files = [Path(name) for name in json.loads(result.stdout)["files"]]
    assert files
    suffix = EXPORTS[form].suffix
    folder = story.parent if suffix else story.parent / f"novel.{form}"
    assert all(path.is_file() and path.parent == folder and path.name.startswith("novel.") for path in files)


def test_booknlps_files_bear_the_stem(run: Run, story: Path, tmp_path: Path) -> None:
    result = run("export", story, "--to", "booknlp", "-o", tmp_path / "out" / "deep")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out" / "deep").iterdir()) == sorted(
        f"novel.{ending}" for ending in ("tokens", "entities", "quotes", "supersense", "book", "book.html")
    )
    assert "Wrote " in result.stdout


def test_a_file_is_read_and_written_at_once(run: Run, novel: Path) -> None:
    target = novel.with_name("claims.jsonl")
    assert run("export", novel, "--to", "jsonl", "-o", target, "--quiet").output == ""
    assert json.loads(target.read_text("utf-8").splitlines()[0])["origin"] == "novel.txt"
    assert novel.read_text("utf-8") == TEXT


def test_one_file_may_go_to_standard_output(run: Run, story: Path) -> None:
    lines = run("export", story, "--to", "jsonl", "-o", "-").stdout.splitlines()
    assert json.loads(lines[0])["line"] == "story"
    result = run("export", story, "--to", "booknlp", "-o", "-")
    assert result.exit_code == 2
    assert "name a folder" in result.stderr


def test_a_view_is_exported_without_what_comes_later(run: Run, story: Path) -> None:
    content = run("export", story, "--to", "jsonl", "-o", "-", "--at", "chapter 1").stdout
    assert "Nobody else is coming" in content
    assert "Where is the key" not in content


@pytest.mark.parametrize("form", [name for name, export in EXPORTS.items() if export.suffix])
def test_the_story_itself_is_not_overwritten(run: Run, novel: Path, form: str) -> None:
    result = run("export", novel, "--to", form, "-o", novel)
    assert result.exit_code == 2
    assert "is the story itself" in result.stderr
    assert novel.read_text("utf-8") == TEXT


def test_a_form_that_needs_the_model_says_so(run: Run, tmp_path: Path) -> None:
    by_rules = tmp_path / "rules.fabula"
    fabula.save(read_source(Source(TEXT), annotators=[Tokens]), by_rules)
    result = run("export", by_rules, "--to", "conllu")
    assert result.exit_code
    assert "the annotator 'reader_model' makes" in result.stderr


def test_an_unknown_form_is_answered_with_the_known_ones(run: Run, story: Path) -> None:
    result = run("export", story, "--to", "pdf")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in EXPORTS)


def test_a_place_that_refuses_is_named(run: Run, story: Path) -> None:
    in_the_way = story.with_name("file")
    in_the_way.touch()
    result = run("export", story, "--to", "booknlp", "-o", in_the_way / "folder")
    assert result.exit_code == 2
    assert result.stderr.startswith("fabula: Could not write")
