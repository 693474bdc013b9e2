"""The cast file: what a person states of the cast, in TOML."""

import tomllib
from collections import Counter
from os import PathLike
from pathlib import Path
from typing import Any

from fabula.errors import CastError
from fabula.layers import PRONOUN_SETS, GivenCast, GivenCharacter, PronounSet

LARGEST = 4_000_000
"""Bytes; no list of names is longer."""

SETS = {known.name: known for known in PRONOUN_SETS}


def read_cast(path: str | PathLike[str]) -> GivenCast:
    """Reads a cast file. Raises `CastError` with the place and the remedy if something in it is wrong."""
    place = Path(path)
    try:
        if place.stat().st_size > LARGEST:
            raise CastError(f"{path} is too long for a cast file. Is it the story?")
        text = place.read_text("utf-8-sig")
    except OSError as error:
        raise CastError(f"Could not read the cast file {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CastError(f"The cast file {path} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    return parse_cast(text, name=str(path))


def parse_cast(text: str, *, name: str = "the cast file") -> GivenCast:
    """The cast stated in TOML text; `name` is for errors."""
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CastError(f"{name} is not TOML: {error}.") from error
    _only(values, ("character", "closed"), name)
    tables = values.get("character", [])
    if not isinstance(tables, list):
        raise CastError(f"{name}: write [[character]] with two brackets before each character.")
    characters = tuple(_character(table, f"{name}, character {number}") for number, table in enumerate(tables, 1))
    closed = values.get("closed", False)
    if not isinstance(closed, bool):
        raise CastError(f"{name}: closed is true or false, not {closed!r}.")
    _each_form_once(characters, name)
    return GivenCast(characters, closed)


def _character(table: Any, where: str) -> GivenCharacter:
    if not isinstance(table, dict):
        raise CastError(f'{where} has no fields. Write [[character]] and then a line such as name = "Ada".')
    _only(table, ("name", "aliases", "pronouns"), where)
    if "name" not in table:
        raise CastError(f'{where} has no name. Add a line such as name = "Ada".')
    name = _form(table["name"], f"{where}: name")
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list):
        raise CastError(f'{where} ({name}): aliases is a list of names, such as ["Addie", "Miss Vane"].')
    forms = tuple(_form(alias, f"{where} ({name}): an alias") for alias in aliases)
    pronouns = _pronouns(table["pronouns"], f"{where} ({name})") if "pronouns" in table else None
    return GivenCharacter(name, forms, pronouns)


def _form(value: Any, where: str) -> str:
    form = " ".join(value.split()) if isinstance(value, str) else ""
    if not form:
        raise CastError(f"{where} is a name between quotation marks, not {value!r}.")
    return form


def _pronouns(value: Any, where: str) -> PronounSet:
    forms = tuple(part.strip().lower() for part in value.split("/")) if isinstance(value, str) else ()
    if len(forms) == 1 and forms[0] in SETS:
        return SETS[forms[0]]
    if len(forms) == 5 and all(forms):
        return PronounSet(*forms)
    known = ", ".join(f'"{name}"' for name in SETS)
    raise CastError(f'{where}: pronouns is one of {known}, or five forms such as "xe/xem/xyr/xyrs/xemself".')


def _only(table: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            raise CastError(f"{where}: there is no field '{key}'. The fields are {', '.join(known)}.")


def _each_form_once(characters: tuple[GivenCharacter, ...], name: str) -> None:
    owners: dict[str, str] = {}
    for character in characters:
        for form in character.forms:
            other = owners.setdefault(form, character.name)
            if other != character.name:
                raise CastError(f"{name}: '{form}' names both {other} and {character.name}. Give it to one of them.")
    for each, times in Counter(character.name for character in characters).items():
        if times > 1:
            raise CastError(f"{name}: {each} is there twice. Put all its aliases into one [[character]].")
