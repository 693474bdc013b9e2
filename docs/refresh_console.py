"""Runs the commands in the pages and writes their output below them: `python docs/refresh_console.py`.

A command is a line that begins with `$ ` in a `console` block that begins with `$ fabula`, in one of the pages listed
here. Each page's commands run in order, in a copy of `examples/`; those of the README in the folder that holds it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
PAGES = (
    "../README.md",
    "tutorial.md",
    "how-to/booknlp.md",
    "how-to/cast-file.md",
    "how-to/script.md",
    "how-to/up-to-a-chapter.md",
)
"""The pages whose commands are about the stories in `examples/`."""

BLOCK = re.compile(r"(?<=^```console\n)\$ fabula .*?(?=^```)", re.MULTILINE | re.DOTALL)


def refresh(page: Path) -> None:
    """Rewrites one page."""
    with tempfile.TemporaryDirectory() as folder:
        examples = Path(folder) / "examples"
        shutil.copytree(DOCS.parent / "examples", examples)
        place = Path(folder) if page.name == "README.md" else examples

        def run(block: re.Match[str]) -> str:
            out = []
            for command in re.findall(r"^\$ (.+)$", block[0], re.MULTILINE):
                out.append(f"$ {command}\n{output(command, place)}")
            return "".join(out)

        text = page.read_text(encoding="utf-8")
        page.write_text(BLOCK.sub(run, text), encoding="utf-8")


def output(command: str, place: Path) -> str:
    """What a command prints on standard output, in a terminal of 100 columns without colours."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment |= {"COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        command, shell=True, cwd=place, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True
    )
    return done.stdout


if __name__ == "__main__":
    for name in PAGES:
        refresh(DOCS / name)
