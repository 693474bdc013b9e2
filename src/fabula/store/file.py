"""The file itself: written whole or not at all, and never half-read."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from fabula import __version__
from fabula.errors import StoreError
from fabula.store.tables import Table, digest, to_story, to_tables
from fabula.world import Story
from fabula.world.story import SCHEMA

OLDEST = 1
"""The first form that can still be opened. It had no tags and numbers."""
MAGIC = b"SQLite format 3\x00"
APPLICATION = 0x66616275
"""`fabu`, SQLite's mark of whose file it is."""

PAGE = 4096
"""Bytes in a page of the file."""

NO_INDEX = "This SQLite has no full-text search (FTS5), which a saved story needs. `fabula doctor` says more."


def save(story: Story, path: str | PathLike[str]) -> None:
    """Writes a story to one file, whole or not at all; the same story gives the same bytes.

    A saved story at `path` is replaced. Raises `StoreError` if the disk or the folder refuses, and rather than replace
    a file that is not a saved story.
    """
    target = Path(os.path.realpath(path))
    _refuse_to_replace(target, Path(path))
    tables = to_tables(story)
    try:
        with _beside(target) as temporary:
            _write(temporary, story, tables)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        if "no such module: fts5" in str(error):
            raise StoreError(NO_INDEX) from error
        raise StoreError(f"Could not save {path}: {reason}. Choose another place with -o.") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"Could not save {path}: {error.object!r} cannot be written as UTF-8.") from error


def open(path: str | PathLike[str]) -> Story:
    """The story in a saved file. Raises `StoreError` unless all of it is there as it was written."""
    place = Path(path)
    head = _head(place)
    if not is_saved(place):
        kind = "another program's SQLite file" if head.startswith(MAGIC) else "no saved story"
        raise StoreError(f"{path} is {kind}. `fabula read {path}` reads a text and saves the story.")
    pages = int.from_bytes(head[28:32], "big")
    if place.stat().st_size != pages * PAGE:
        raise StoreError(_damage(path, "it is cut short or has grown"))
    try:
        tables, noted = _read(place)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise StoreError(_damage(path, str(error))) from error
    if digest(tables.values()) != noted:
        raise StoreError(_damage(path, "its content is not what was saved"))
    try:
        return to_story(tables)
    except (KeyError, ValueError, TypeError) as error:
        raise StoreError(_damage(path, f"{type(error).__name__}: {error}")) from error


def is_saved(path: Path) -> bool:
    """Whether a file bears the mark of a saved story. Raises `StoreError` if it cannot be looked at."""
    head = _head(path)
    return head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION


def _head(path: Path) -> bytes:
    """The first bytes of a file."""
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError as error:
        raise StoreError(f"There is no file {path}.") from error
    except IsADirectoryError as error:
        raise StoreError(f"{path} is a folder, not a saved story.") from error
    except OSError as error:
        raise StoreError(f"Could not open {path}: {error.strerror}.") from error


def _refuse_to_replace(target: Path, named: Path) -> None:
    if not os.path.lexists(target):
        return
    if target.is_dir():
        raise StoreError(f"{named} is a folder. Name a file in it: {named / 'story.fabula'}.")
    if not target.is_file():
        raise StoreError(f"{named} is not an ordinary file. Choose another place with -o.")
    if target.stat().st_size and not is_saved(target):
        raise StoreError(f"{named} exists and is no saved story; it stays as it is. Choose another name with -o.")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A file in the same folder, which takes the place of `target` at the end, or vanishes if something fails."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".fabula-")
    os.close(handle)
    try:
        yield Path(name)
        with Path(name).open("rb+") as file:
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system knows how."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(path: Path, story: Story, tables: list[Table]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in (f"page_size={PAGE}", "encoding='UTF-8'", "journal_mode=OFF", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
        connection.execute("BEGIN")
        about = Table(
            "about",
            ("name TEXT", "value TEXT"),
            [("fabula", __version__), ("text_sha256", story.source.digest), ("content_sha256", digest(tables))],
        )
        for table in (about, *tables):
            connection.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(map(_declared, table.columns))})")
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", table.rows)
        connection.execute("CREATE VIRTUAL TABLE search USING fts5(words, start UNINDEXED, tokenize='unicode61')")
        paragraphs = story.document.columns.get("paragraphs", ())
        connection.executemany(
            "INSERT INTO search VALUES (?, ?)", ((span.of(story.text), span.start) for span in paragraphs)
        )
        connection.execute("INSERT INTO search(search) VALUES ('optimize')")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _read(path: Path) -> tuple[dict[str, Table], str]:
    """All tables, and the digest noted when they were written."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if schema > SCHEMA:
            raise StoreError(
                f"{path} was saved by a newer fabula (form {schema}; this one reads up to {SCHEMA}). Update fabula."
            )
        if schema < OLDEST:
            raise StoreError(f"{path} was saved by an older fabula. Read the text again with `fabula read`.")
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        about = dict(connection.execute("SELECT name, value FROM about"))
        beside = ["tags", "numbers"] if schema > 1 else []
        names = ["source", "metadata", "parts", "marks", "notices", "columns", *beside, "layers"]
        names += [name for (name,) in connection.execute("SELECT name FROM layers ORDER BY rowid")]
        tables = {}
        for name in names:
            cursor = connection.execute(f"SELECT * FROM {_quoted(name)} ORDER BY rowid")
            tables[name] = Table(name, tuple(item[0] for item in cursor.description), cursor.fetchall())
        return tables, str(about.get("content_sha256"))
    finally:
        connection.close()


def _declared(column: str) -> str:
    name, _, kind = column.partition(" ")
    return f"{_quoted(name)} {kind}".strip()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _damage(path: str | PathLike[str], reason: str) -> str:
    return f"{path} is damaged or was altered ({reason}). Read the text again with `fabula read`."
