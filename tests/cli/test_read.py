import json
import os
from pathlib import Path

import pytest

import fabula
from fabula.annotators.reading.model_reading import ModelReading
from fabula.cli.output import bar, count, cut, percent
from fabula.errors import ModelError
from fabula.inference import package

from .conftest import TEXT, Run


def test_a_summary_is_printed_and_the_story_saved_beside_the_file(run: Run, novel: Path) -> None:
    result = run("read", novel)
    assert result.exit_code == 0
    assert "2 chapters" in result.output
    assert "4 quotations" in result.output
    saved = novel.with_suffix(".fabula")
    assert f"Saved to {saved}" in result.output
    assert f"fabula show {saved} characters" in result.output
    assert fabula.open(saved).text == TEXT
    assert result.stderr == "", "no progress where nobody watches"


def test_the_place_to_save_can_be_named(run: Run, novel: Path, tmp_path: Path) -> None:
    target = tmp_path / "other.fabula"
    assert run("read", novel, "-o", target).exit_code == 0
    assert fabula.open(target).source.origin == "novel.txt"
    assert not novel.with_suffix(".fabula").exists()


def test_nothing_is_saved_on_request(run: Run, novel: Path) -> None:
    result = run("read", novel, "--no-save")
    assert "Not saved" in result.output
    assert [path.name for path in novel.parent.iterdir()] == ["novel.txt"]
    assert run("read", novel, "--no-save", "-o", "x.fabula").exit_code == 2


def test_quiet_prints_nothing(run: Run, novel: Path) -> None:
    result = run("read", novel, "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert novel.with_suffix(".fabula").exists()


def test_the_summary_is_there_as_json(run: Run, novel: Path) -> None:
    values = json.loads(run("read", novel, "--json").stdout)
    assert values["origin"] == "novel.txt"
    assert values["saved"] == str(novel.with_suffix(".fabula"))
    assert [chapter["title"] for chapter in values["chapters"]] == ["CHAPTER I", "CHAPTER II"]
    assert values["speech"]["quotations"] == 4
    assert {"where", "speaker", "confidence", "text"} <= set(values["uncertain"][0]) if values["uncertain"] else True


def test_standard_input_is_read(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "piped.fabula"
    result = run("read", "-", "--stdin-name", "page.txt", "-o", target, stdin=TEXT.encode())
    assert result.exit_code == 0
    assert fabula.open(target).source.origin == "page.txt"
    result = run("read", "-", stdin=TEXT.encode())
    assert result.exit_code == 0
    assert "Not saved" in result.output


def test_a_cast_file_outranks_the_reading(run: Run, novel: Path, tmp_path: Path) -> None:
    cast = tmp_path / "cast.toml"
    cast.write_text('[[character]]\nname = "Ada Vane"\naliases = ["Ada"]\npronouns = "she"\n')
    assert run("read", novel, "--cast", cast).exit_code == 0
    cast.write_text("[[character]]\nalias = 3\n")
    result = run("read", novel, "--cast", cast)
    assert result.exit_code == 2
    assert "no field 'alias'" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "empty.txt"), (b"\x00\x01\x02" * 100, "binary.txt"), (b"PK\x03\x04broken", "cut.epub"), (b"", "")],
)
def test_what_cannot_be_read_is_one_line_and_exit_code_2(run: Run, tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / (name or "gone.txt")
    if name:
        path.write_bytes(content)
    result = run("read", path)
    assert result.exit_code == 2
    assert result.stderr.startswith("fabula: ")
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""
    assert not path.with_suffix(".fabula").exists()


def test_a_saved_story_is_not_read_as_a_text(run: Run, story: Path) -> None:
    result = run("read", story)
    assert result.exit_code == 2
    assert f"fabula show {story}" in result.stderr


def test_another_file_is_not_replaced(run: Run, novel: Path) -> None:
    result = run("read", novel, "-o", novel)
    assert result.exit_code == 2
    assert "exists and is no saved story" in result.stderr
    assert novel.read_text("utf-8") == TEXT


def test_a_read_only_folder_is_named_with_the_way_out(run: Run, novel: Path) -> None:
    novel.parent.chmod(0o500)
    try:
        if os.access(novel.parent, os.W_OK):
            pytest.skip("this user may write everywhere")
        result = run("read", novel)
    finally:
        novel.parent.chmod(0o700)
    assert result.exit_code == 2
    assert "-o" in result.stderr
    assert "Permission denied" in result.stderr


def test_garbled_letters_are_reported_and_mended_on_request(run: Run, novel: Path) -> None:
    novel.write_text(TEXT.replace("“", "â€œ").replace("”", "â€\x9d"), "utf-8")
    result = run("read", novel)
    assert f"fabula read {novel} --repair" in result.stdout
    assert "â€œ" in fabula.open(novel.with_suffix(".fabula")).text
    result = run("read", novel, "--repair")
    assert "--repair" not in result.stdout
    assert fabula.open(novel.with_suffix(".fabula")).text == TEXT


def test_the_next_command_can_be_pasted(run: Run, novel: Path) -> None:
    spaced = novel.rename(novel.with_name("my novel.txt"))
    assert f"fabula show '{spaced.with_suffix('.fabula')}' characters" in run("read", spaced).stdout


def test_a_file_whose_name_is_not_utf_8_is_read(run: Run, novel: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(novel.parent) + b"/caf\xe9.txt"))
    try:
        novel.rename(odd)
    except OSError:
        pytest.skip("this file system takes no such name")
    assert run("read", odd, "--quiet").exit_code == 0
    assert fabula.open(odd.with_suffix(".fabula")).source.origin == "caf\ufffd.txt"
    assert run("show", odd, "--json").exit_code == 0


def test_figures_are_written_for_people() -> None:
    assert [percent(share) for share in (0, 0.001, 0.256, 1)] == ["0 %", "<1 %", "26 %", "100 %"]
    assert [count(number, "word") for number in (0, 1, 2310)] == ["0 words", "1 word", "2,310 words"]
    assert count(2, "story", "stories") == "2 stories"
    assert [bar(share, 4) for share in (0, 0.001, 0.5, 0.53, 2)] == ["    ", "▏   ", "██  ", "██▏ ", "████"]
    assert cut("one\n two  three", 9) == "one two…"
    assert cut("short", 9) == "short"


def test_rules_only_leaves_the_model_out(run: Run, novel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr(package, "is_there", lambda: True)
    monkeypatch.setattr(ModelReading, "__init__", refuse)
    assert run("read", novel, "--rules-only").exit_code == 0
    assert fabula.open(novel.with_suffix(".fabula")).document.tags == {}


def test_a_damaged_model_is_an_error_that_says_what_to_do(
    run: Run, novel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise ModelError("The reader model's file reader.onnx is missing.")

    monkeypatch.setattr(package, "is_there", lambda: True)
    monkeypatch.setattr(ModelReading, "__init__", damaged)
    result = run("read", novel)
    assert result.exit_code == 2
    assert "reader.onnx is missing" in result.stderr
    assert not novel.with_suffix(".fabula").exists()


@pytest.mark.usefixtures("model")
def test_another_language_is_said_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "jardin.txt"
    path.write_text("Elle ouvrit la porte et regarda le jardin où jouaient les enfants.\n\n" * 100, "utf-8")
    shown = run("read", path).stdout
    assert shown.count("not seem to be in English") == 1
    assert "not seem to be in English" not in run("read", path, "--rules-only").stdout
