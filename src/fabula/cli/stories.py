"""Opens what a command was given: a story that was saved, or a file to read."""

import sys
from pathlib import Path

import click

from fabula.cli.progress import progress
from fabula.layers import GivenCast
from fabula.store import is_saved
from fabula.store import open as open_saved
from fabula.world import Story

SUFFIX = ".fabula"


def saved_beside(path: Path) -> Path:
    """Where the story of a file is saved unless a person says otherwise."""
    return path.with_suffix(SUFFIX)


def open_or_read(path: Path, *, quiet: bool = False) -> Story:
    """A saved story; for another file, the story saved beside it if that is not older, else the file read anew."""
    if path.is_file() and is_saved(path):
        return open_saved(path)
    beside = saved_beside(path)
    if path.is_file() and beside.is_file() and is_saved(beside):
        if beside.stat().st_mtime >= path.stat().st_mtime:
            story = open_saved(beside)
            if story.source.origin == path.name:
                return story
        else:
            click.echo(f"{path} has changed since {beside} was saved; reading it again.", err=True)
    return read(path, quiet=quiet)


def read(
    path: Path, *, given: GivenCast | None = None, repair: bool = False, quiet: bool = False, name: str | None = None
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
        return read_source(source, given=given, progress=draw)
