from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fabula.cli.app import program

TEXT = """CHAPTER I

“Come in,” said Ada Vane. “It is wet.”

Tom Rook came in, and the cat followed him. Ada looked at them.

“Nobody else is coming,” said Tom.

CHAPTER II

“Then we are two,” said Ada. Tom sat down.

“Where is the key?”
"""

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs a command line inside this process."""

    def run(*args: object, stdin: bytes | None = None, **settings: object) -> Result:
        return CliRunner().invoke(program, [str(arg) for arg in args], input=stdin, **settings)  # type: ignore[arg-type]

    return run


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    path = tmp_path / "novel.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def story(run: Run, novel: Path) -> Path:
    """A saved story; the text it was read from is gone."""
    assert run("read", novel, "--quiet").exit_code == 0
    novel.unlink()
    return novel.with_suffix(".fabula")
