import json
import os
from pathlib import Path

import pytest

import fabula
from fabula.readers.corrections_file import read_corrections

from .conftest import TEXT, Run


@pytest.fixture
def corrections(novel: Path) -> Path:
    return novel.with_suffix(".corrections.toml")


def speaker_in(path: Path, words: str) -> str | None:
    (quoted,) = [quoted for quoted in fabula.open(path).quotations if words in quoted.text]
    return quoted.speaker.name if quoted.speaker else None


def test_a_correction_is_written_beside_the_story_and_read_with_it(run: Run, novel: Path, corrections: Path) -> None:
    result = run("correct", novel, "nobody else is", "--speaker", "Ada", "--addressee", "Tom Rook")
    assert result.exit_code == 0, result.output
    assert f"Added to {corrections}: Ada says “Nobody else is coming”" in result.stdout
    (given,) = read_corrections(corrections).speakers
    assert (given.anchor.before, given.anchor.after) == (
        "followed him. Ada looked at them",
        "said Tom. CHAPTER II “Then we",
    )
    result = run("read", novel)
    assert f"with 1 correction from {corrections}" in result.stderr
    assert speaker_in(novel.with_suffix(".fabula"), "Nobody") == "Ada Vane"


def test_the_correction_outlives_an_edit_and_is_reported_when_its_words_go(
    run: Run, novel: Path, corrections: Path
) -> None:
    run("correct", novel, "Nobody else", "--speaker", "Ada")
    kept = corrections.read_bytes()
    novel.write_text(
        TEXT.replace("“Nobody else is coming,” said Tom.", "Tom sat.\n\n'Nobody else is comming!'"), "utf-8"
    )
    novel.write_text(novel.read_text("utf-8").replace("“", "'").replace("”", "'"), "utf-8")
    result = run("read", novel, "--json")
    assert json.loads(result.stdout)["corrections"] == {"file": str(corrections), "count": 1, "unfit": []}
    assert speaker_in(novel.with_suffix(".fabula"), "Nobody") == "Ada Vane"
    novel.write_text(TEXT.replace("Nobody else is coming", "Good"), "utf-8")
    result = run("read", novel, "--json")
    assert json.loads(result.stdout)["corrections"]["unfit"] == [
        {"correction": "Nobody else is coming", "reason": "the words are gone"}
    ]
    assert "1 correction no longer fits: “Nobody else is coming” (the words are gone)" in result.stderr
    assert f"All are kept in {corrections}" in result.stderr
    assert corrections.read_bytes() == kept


def test_show_and_export_follow_a_new_correction(run: Run, novel: Path, tmp_path: Path) -> None:
    run("read", novel, "--quiet")
    saved = novel.with_suffix(".fabula")
    os.utime(novel, ns=(1, 1))
    os.utime(saved, ns=(2, 2))
    run("correct", novel, "Where is the key", "--speaker", "the cat")
    result = run("show", novel, "speech", "the cat", "--json")
    assert [said["text"] for said in json.loads(result.stdout)] == ["“Where is the key?”"]
    assert "with 1 correction" in result.stderr
    assert "read the text again" in run("show", saved).stderr
    result = run("export", novel, "--to", "html", "-o", tmp_path / "page.html")
    assert result.exit_code == 0
    assert '"person"' in (tmp_path / "page.html").read_text("utf-8")


def test_the_last_correction_can_be_taken_back(run: Run, novel: Path, corrections: Path) -> None:
    corrections.write_text("# mine\n", "utf-8")
    run("correct", novel, "Come in", "--speaker", "unknown")
    result = run("correct", novel, "--undo", "--json")
    assert json.loads(result.stdout)["quote"] == "Come in"
    assert corrections.read_text("utf-8").strip() == "# mine"
    assert run("correct", novel, "--undo").exit_code == 2
    assert run("correct", novel, "Come in", "--speaker", "Ada", "--undo").exit_code == 2


def test_another_file_can_be_named(run: Run, novel: Path, corrections: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    assert run("correct", novel, "Come in", "--speaker", "Tom", "--corrections", other, "--quiet").output == ""
    assert not corrections.exists()
    run("read", novel, "--corrections", other, "--quiet")
    assert speaker_in(novel.with_suffix(".fabula"), "Come in") == "Tom Rook"
    assert run("read", novel, "--corrections", tmp_path / "gone.toml").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Nothing of the kind", "--speaker", "Ada"), "No quotation holds"),
        (("Nobody else",), "who says them"),
        (("…", "--speaker", "Ada"), "holds no word"),
        (("Nobody else", "--speaker", "!"), "speaker is a name"),
    ],
)
def test_what_cannot_be_corrected_is_one_line_and_writes_nothing(
    run: Run, novel: Path, corrections: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("correct", novel, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not corrections.exists()


def test_of_quotations_that_begin_alike_one_must_be_told_from_the_other(run: Run, novel: Path) -> None:
    novel.write_text(TEXT + "\n“Yes,” said Ada.\n\n“Yes,” said Tom Rook.\n", "utf-8")
    result = run("correct", novel, "Yes", "--speaker", "Ada")
    assert result.exit_code == 2
    assert "Several quotations fit: line 15, line 17" in result.stderr
    assert run("correct", novel, "Yes", "--speaker", "Ada", "--after", "said Tom Rook").exit_code == 0
    run("read", novel, "--quiet")
    said = [
        quoted.speaker.name for quoted in fabula.open(novel.with_suffix(".fabula")).quotations[-2:] if quoted.speaker
    ]
    assert said == ["Ada Vane", "Ada Vane"]


def test_a_cast_file_and_corrections_hold_together(run: Run, novel: Path, tmp_path: Path) -> None:
    cast = tmp_path / "cast.toml"
    cast.write_text('[[character]]\nname = "Tom Rook"\naliases = ["Tom", "Captain Rook"]\n')
    run("correct", novel, "Come in", "--speaker", "Captain Rook")
    assert run("read", novel, "--cast", cast).exit_code == 0
    assert speaker_in(novel.with_suffix(".fabula"), "Come in") == "Tom Rook"


def test_many_corrections_in_a_row_need_one_reading(run: Run, novel: Path) -> None:
    run("read", novel, "--quiet")
    for words in ("Come in", "Nobody else", "Where is"):
        result = run("correct", novel, words, "--speaker", "Ada")
        assert "reading it again" not in result.stderr
    assert "with 3 corrections" in run("show", novel).stderr


def test_what_nobody_can_know_is_no_longer_to_be_checked(run: Run, novel: Path) -> None:
    run("correct", novel, "Where is the key", "--speaker", "unknown")
    run("read", novel, "--quiet")
    uncertain = json.loads(run("show", novel, "uncertain", "--json").stdout)
    assert "Where is the key" not in " ".join(said["text"] for said in uncertain)
