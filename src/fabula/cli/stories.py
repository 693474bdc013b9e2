"""Opens what a command was given: a story that was saved, or a file to read."""

import sys
from pathlib import Path

import click

from fabula.cli.command import Failure
from fabula.cli.corrected import find_corrections
from fabula.cli.progress import progress
from fabula.layers import GivenCast
from fabula.readers.corrections_file import corrections_beside
from fabula.store import is_saved
from fabula.store import open as open_saved
from fabula.world import Story

SUFFIX = ".fabula"


def saved_beside(path: Path) -> Path:
    """Where the story of a file is saved unless a person says otherwise."""
    return path.parent / f"{path.stem}{SUFFIX}"


def open_or_read(path: Path, *, corrected: bool = True, rules_only: bool = False, quiet: bool = False) -> Story:
    """A saved story; for another file, the story saved beside it if that is not older, else the file read anew.

    A story older than the corrections beside it is read anew, or if there is only the saved one, a line says so;
    where `corrected` is false, they do not matter. With `rules_only`, a story read with the model does not serve: it is
    read anew, and `Failure` is raised if there is only the saved one.
    """
    corrections = corrections_beside(path)
    if path.is_file() and is_saved(path):
        if corrected and _older(path, corrections) and not quiet:
            click.echo(f"{corrections} has changed since {path} was saved; read the text again to apply it.", err=True)
        story = open_saved(path)
        if rules_only and story.document.tags:
            raise Failure(f"{path} was read with the reader model; --rules-only needs the text that it was read from.")
        return story
    beside = saved_beside(path)
    if path.is_file() and beside.is_file() and is_saved(beside):
        files = (path, corrections) if corrected else (path,)
        changed = next((file for file in files if _older(beside, file)), None)
        if changed is None:
            story = open_saved(beside)
            if story.source.origin == path.name and not (rules_only and story.document.tags):
                return story
        else:
            click.echo(f"{changed} has changed since {beside} was saved; reading it again.", err=True)
    found = find_corrections(path)
    story = read(path, given=found.given if found else None, rules_only=rules_only, quiet=quiet)
    if found:
        found.report(story, quiet=quiet)
    return story


def _older(saved: Path, file: Path) -> bool:
    return file.is_file() and saved.stat().st_mtime < file.stat().st_mtime


def read(
    path: Path,
    *,
    given: GivenCast | None = None,
    repair: bool = False,
    rules_only: bool = False,
    quiet: bool = False,
    name: str | None = None,
) -> Story:
    """Reads a file, or standard input for `-`, whose content is then called `name`."""
    # Imported here because a saved story needs neither, and they take longer than opening it.
    from fabula.pipeline import read_source
    from fabula.readers import SIZE_LIMIT, read_bytes, read_file

    if str(path) == "-":
        source = read_bytes(sys.stdin.buffer.read(SIZE_LIMIT + 1), name=name, repair=repair)
    else:
        source = read_file(path, repair=repair)
    with progress(source.title or source.origin or "the story", quiet=quiet) as draw:
        return read_source(source, given=given, progress=draw, rules_only=rules_only)
