"""The program as the shell runs it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fabula import __version__
from fabula.cli.app import COMMANDS

from .conftest import Run

PROGRAM = [sys.executable, "-m", "fabula"]
DEFAULT = signal.SIG_DFL
MORE_THAN_A_PIPE_HOLDS = 1 << 22


def start(*args: object, **settings: object) -> "subprocess.Popen[bytes]":
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*PROGRAM, *map(str, args)], **{**pipes, **settings})  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_shows_examples_before_options(run: Run, command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Options:" in result.stdout
    assert result.stdout.index("Examples:") < result.stdout.index("Options:")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_line_of_help_fits_a_terminal(run: Run, command: str) -> None:
    assert max(len(line) for line in run(*command.split(), "--help").stdout.splitlines()) <= 80


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"fabula {__version__}\n"


def test_a_mistyped_command_is_answered_with_the_likely_one(run: Run, novel: Path) -> None:
    result = run("raed", novel)
    assert result.exit_code == 2
    assert "Did you mean 'read'?" in result.stderr
    result = run(novel)
    assert result.exit_code == 2
    assert "fabula read" in result.stderr


def test_help_imports_neither_the_pipeline_nor_sqlite() -> None:
    code = (
        "import sys; from fabula.cli.app import program\n"
        "try: program(['--help'])\n"
        "except SystemExit: print(sorted({'fabula.pipeline', 'sqlite3', 'fabula.readers'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("[]\n")


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_ctrl_c_stops_with_130_and_leaves_nothing(tmp_path: Path) -> None:
    # A program started in the background ignores Ctrl-C; this one shall not, wherever the tests run.
    process = start("read", "-", "-o", tmp_path / "s.fabula", preexec_fn=lambda: signal.signal(signal.SIGINT, DEFAULT))
    assert process.stdin
    process.stdin.write(b"\n" * MORE_THAN_A_PIPE_HOLDS)  # returns once the program reads
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Stopped" in err
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="pipes differ")
def test_a_closed_pipe_is_no_error(story: Path) -> None:
    process = start("show", story, "speech", "--json")
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_output_to_a_full_disk_is_an_error_of_one_line(story: Path) -> None:
    with open("/dev/full", "wb") as full:
        process = start("show", story, stdout=full)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert b"No space left" in err
    assert len(err.splitlines()) == 1


def test_no_colour_where_nobody_watches(story: Path) -> None:
    out, err = start("show", story).communicate(timeout=60)
    assert b"\x1b" not in out + err


def test_a_terminal_without_unicode_gets_json_all_the_same(story: Path) -> None:
    import json

    process = start("show", story, "speech", "--json", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, _ = process.communicate(timeout=60)
    assert json.loads(out)[0]["text"].startswith("“")
    process = start("show", story, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}])
def test_a_terminal_gets_colour_and_progress_unless_it_asks_for_none(novel: Path, settings: dict[str, str]) -> None:
    import pty

    master, slave = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = start("read", novel, stdout=slave, stderr=slave, env={**environment, **settings, "TERM": "xterm"})
    os.close(slave)
    out = b""
    while True:
        try:
            chunk = os.read(master, 4096)
        except OSError:
            break
        if not chunk:
            break
        out += chunk
    os.close(master)
    assert process.wait(timeout=60) == 0
    assert b"\r\x1b[K" in out
    assert bool(re.search(rb"\x1b\[\d*m", out)) is not bool(settings)


@pytest.mark.parametrize("place", ["", ".", "..", "/"])
@pytest.mark.parametrize("command", [("read",), ("show", "characters"), ("export", "--to", "html"), ("correct", "Yes")])
def test_a_folder_is_no_story_whatever_it_is_called(run: Run, command: tuple[str, ...], place: str) -> None:
    name, *rest = command
    said = ("--speaker", "Ada") if name == "correct" else ()
    result = run(name, place, *rest, *said)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr
