"""The file of corrections: who says what, and who is who, as a person states it, in TOML beside the story."""

import json
import os
import re
import tempfile
import tomllib
from os import PathLike
from pathlib import Path
from typing import Any

from fabula.errors import CorrectionsError
from fabula.layers import GivenCast, GivenSpeaker
from fabula.text.anchor import Anchor, normal_words

LARGEST = 16_000_000
"""Bytes; nobody corrects more."""
UNKNOWN = "unknown"
"""Stands for the speaker where nobody can know who speaks."""
FIELDS = ("quote", "before", "after", "speaker", "addressee")
LINE = rf'(?:{"|".join(FIELDS)}) = "(?:[^"\\\r\n]|\\.)*"\r?\n'
LAST = re.compile(rf"(?:\r?\n)*\[\[speaker\]\]\r?\n(?:{LINE})+(?:\r?\n)*\Z")
"""The correction that was appended last."""


def corrections_beside(story: str | PathLike[str]) -> Path:
    """Where the corrections of a story lie: `novel.corrections.toml` beside `novel.epub`."""
    path = Path(story)  # which may have no name to give another suffix to, as the folder "." has none
    return path.parent / f"{path.stem}.corrections.toml"


def read_corrections(path: str | PathLike[str]) -> GivenCast:
    """Reads a file of corrections. Raises `CorrectionsError` with the place and the remedy if it is malformed."""
    return parse_corrections(_read(Path(path)), name=str(path))


def parse_corrections(text: str, *, name: str = "the corrections") -> GivenCast:
    """The corrections stated in TOML text; `name` is for errors."""
    try:
        values = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CorrectionsError(f"{name} is not TOML: {error}.") from error
    _only(values, ("speaker", "same"), name)
    return GivenCast(
        speakers=tuple(_speaker(table, where) for table, where in _tables(values, "speaker", name)),
        same=tuple(_same(table, where) for table, where in _tables(values, "same", name)),
    )


def append_correction(path: Path, correction: GivenSpeaker) -> None:
    """Adds a correction of a speaker behind what a file holds, which stays as it is; makes the file if there is none.

    Raises `CorrectionsError` if the file is malformed or cannot be written.
    """
    old = _read(path) if path.exists() else ""
    if old and not old.endswith("\n"):
        old += "\n"
    anchor = correction.anchor
    stated = (anchor.exact, anchor.before, anchor.after, correction.speaker or UNKNOWN, correction.addressee)
    lines = [f"{field} = {_quoted(value)}" for field, value in zip(FIELDS, stated, strict=True) if value]
    text = "\n".join([*([old] if old else []), "[[speaker]]", *lines, ""])
    parse_corrections(text, name=str(path))
    _write(path, text)


def drop_last(path: Path) -> GivenSpeaker:
    """Takes out the correction that was appended last, and gives it back.

    Raises `CorrectionsError` if the file does not end with one.
    """
    text = _read(path)
    match = LAST.search(text)
    if match is None:
        raise CorrectionsError(f"{path} does not end with a correction of a speaker. Edit it by hand.")
    dropped = parse_corrections(match[0], name=str(path)).speakers[-1]
    _write(path, text[: match.start()] + "\n" * bool(match.start()))
    return dropped


def _speaker(table: dict[str, Any], where: str) -> GivenSpeaker:
    _only(table, FIELDS, where)
    for field in ("quote", "speaker"):
        if field not in table:
            raise CorrectionsError(f'{where} has no {field}. Add a line such as {field} = "…".')
    quote, before, after, speaker, addressee = (
        _string(table[field], f"{where}: {field}") if field in table else "" for field in FIELDS
    )
    if not normal_words(quote):
        raise CorrectionsError(f"{where}: quote holds no word. Write the first words of the quotation.")
    for field, name in (("speaker", speaker), ("addressee", addressee)):
        if field in table and not normal_words(name):
            raise CorrectionsError(f'{where}: {field} is a name, or "{UNKNOWN}", not {table[field]!r}.')
    return GivenSpeaker(Anchor(quote, before, after), None if speaker == UNKNOWN else speaker, addressee or None)


def _same(table: dict[str, Any], where: str) -> tuple[str, ...]:
    _only(table, ("names",), where)
    names = table.get("names")
    if not isinstance(names, list) or len(names) < 2:
        raise CorrectionsError(f'{where}: names is a list of two or more, such as ["Ada", "the tall woman"].')
    forms = tuple(_string(name, f"{where}: a name") for name in names)
    if not all(map(normal_words, forms)):
        raise CorrectionsError(f"{where}: a name holds no letter.")
    return forms


def _string(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise CorrectionsError(f"{where} is words between quotation marks, not {value!r}.")
    return " ".join(value.split())


def _tables(values: dict[str, Any], key: str, name: str) -> list[tuple[dict[str, Any], str]]:
    tables = values.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise CorrectionsError(f"{name}: write [[{key}]] with two brackets before each correction.")
    return [(table, f"{name}, {key} {number}") for number, table in enumerate(tables, 1)]


def _only(table: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            raise CorrectionsError(f"{where}: there is no field '{key}'. The fields are {', '.join(known)}.")


def _quoted(value: str) -> str:
    """A value as TOML writes it on one line."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise CorrectionsError(f"{path} is too long for a file of corrections. Is it the story?")
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CorrectionsError(f"Could not read the corrections {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CorrectionsError(
            f"The corrections {path} are not UTF-8 (byte {error.start}). Save them as UTF-8."
        ) from error


def _write(path: Path, text: str) -> None:
    """Writes beside the file first, so that it holds the old corrections or the new ones, never half."""
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        if name:
            os.unlink(name)
        raise CorrectionsError(f"Could not write {path}: {error.strerror}. Name another with --corrections.") from error
