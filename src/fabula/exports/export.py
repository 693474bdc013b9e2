"""What an export is, and how its files reach the disk."""

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fabula.errors import ExportError
from fabula.world import Story


@dataclass(frozen=True, slots=True)
class Export:
    """One form in which a story is written.

    `files` turns a story and the stem of its name into the content of each file, by file name; it writes nothing.
    `suffix` is the file's ending, or `None` if the form is a folder of several files. `summary` is one line for help.
    """

    name: str
    summary: str
    suffix: str | None
    files: Callable[[Story, str], Mapping[str, str]]


def write(export: Export, story: Story, stem: str, target: Path) -> list[Path]:
    """Writes a story to `target`, a folder for forms of several files, and returns the files written.

    Each file appears whole or not at all. Raises `ExportError` if the disk or the folder refuses.
    """
    files = export.files(story, stem)
    if export.suffix is None:
        places = {target / name: content for name, content in files.items()}
    else:
        (content,) = files.values()
        places = {target: content}
    try:
        for path, content in places.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, content)
    except OSError as error:
        raise ExportError(
            f"Could not write {error.filename or target}: {error.strerror}. Choose another place with -o."
        ) from error
    return list(places)


def _replace(path: Path, content: str) -> None:
    """Writes beside `path` first, so that an interruption leaves the old file or none."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
