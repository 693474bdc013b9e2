"""Runs the commands in the pages and writes their output below them: `python docs/refresh_console.py`.

A command is a line of a `console` block that begins with `$ fabula`. Each page's commands run in order, in a copy of
`examples/`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent
BLOCK = re.compile(r"(?<=^```console\n)\$ .*?(?=^```)", re.MULTILINE | re.DOTALL)


def refresh(page: Path) -> None:
    """Rewrites one page."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "examples"
        shutil.copytree(DOCS.parent / "examples", place)

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
    for page in [DOCS.parent / "README.md", *sorted(DOCS.rglob("*.md"))]:
        refresh(page)
