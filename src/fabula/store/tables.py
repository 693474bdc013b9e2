"""A story as tables of plain values, and back."""

import json
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from hashlib import sha256
from operator import attrgetter
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from fabula.document import Claim, Columns, Document, Layer, Made, Numbers, Tags
from fabula.layers import RECORDS
from fabula.text import Mark, Notice, Part, Source, Span
from fabula.world import Story

Row = tuple[Any, ...]
SOURCE_FIELDS = ("title", "author", "origin", "format", "shaped", "text")


class Table(NamedTuple):
    """Rows of plain values under named columns, each declared as SQLite does: `known_at INTEGER`."""

    name: str
    columns: tuple[str, ...]
    rows: list[Row]


def to_tables(story: Story) -> list[Table]:
    """The whole story; every table is in a fixed order, so that equal stories give equal tables."""
    source, document = story.source, story.document
    made = [record for record in RECORDS if record in document.layers]
    return [
        Table(
            "source",
            ("title TEXT", "author TEXT", "origin TEXT", "format TEXT", "shaped INTEGER", "text TEXT"),
            [(source.title, source.author, source.origin, source.format, int(source.shaped), source.text)],
        ),
        Table("metadata", ("name TEXT", "value TEXT"), [tuple(pair) for pair in source.metadata]),
        Table("parts", ("start INTEGER", "document TEXT", "element INTEGER"), [tuple(part) for part in source.parts]),
        Table(
            "marks",
            ("kind TEXT", "start INTEGER", "end INTEGER", "level INTEGER"),
            [(mark.kind, *mark.span, mark.level) for mark in source.marks],
        ),
        Table("notices", ("code TEXT", "message TEXT"), [tuple(notice) for notice in source.notices]),
        Table(
            "columns",
            ("name TEXT", "count INTEGER", "starts BLOB", "ends BLOB", "kinds BLOB"),
            [
                (name, len(columns), _pack(columns.starts), _pack(columns.ends), columns.kinds.tobytes())
                for name, columns in document.columns.items()
            ],
        ),
        Table(
            "tags",
            ("name TEXT", "over TEXT", "made_by TEXT", "count INTEGER", "labels TEXT", "codes BLOB"),
            [
                (name, tags.over, document.makers.get(name), len(tags), json.dumps(tags.labels), _pack(tags.codes))
                for name, tags in document.tags.items()
            ],
        ),
        Table(
            "numbers",
            ("name TEXT", "over TEXT", "made_by TEXT", "count INTEGER", "numbers BLOB"),
            [
                (name, numbers.over, document.makers.get(name), len(numbers), _pack(numbers.values))
                for name, numbers in document.numbers.items()
            ],
        ),
        Table(
            "layers",
            ("name TEXT", "claims INTEGER", "made_by TEXT"),
            [(record.layer, len(document.layers[record]), document.makers.get(record)) for record in made],
        ),
        *(_layer_table(record, document.layers[record]) for record in made),
    ]


def to_story(tables: Mapping[str, Table]) -> Story:
    """The story that `to_tables` took apart; a form without tags and numbers is one in which nothing made them."""
    (values,) = tables["source"].rows
    given = dict(zip(SOURCE_FIELDS, values, strict=True))
    source = Source(
        **{**given, "shaped": bool(given["shaped"])},
        metadata=tuple((name, value) for name, value in tables["metadata"].rows),
        parts=tuple(Part(*row) for row in tables["parts"].rows),
        marks=tuple(Mark(kind, Span(start, end), level) for kind, start, end, level in tables["marks"].rows),
        notices=tuple(Notice(*row) for row in tables["notices"].rows),
    )
    makers = {name: made_by for name, _, made_by in tables["layers"].rows}
    made = [record for record in RECORDS if record.layer in makers]
    tags = tables["tags"].rows if "tags" in tables else []
    numbers = tables["numbers"].rows if "numbers" in tables else []
    makers_of: dict[Made, str | None] = {record: makers[record.layer] for record in made} | {
        row[0]: row[2] for row in (*tags, *numbers)
    }
    return Story(
        Document(
            source,
            {record: Layer(record, _claims(record, tables[record.layer].rows)) for record in made},
            {name: _columns(*packed) for name, _, *packed in tables["columns"].rows},
            {what: maker for what, maker in makers_of.items() if maker},
            {name: Tags.packed(over, json.loads(labels), _unpack(codes)) for name, over, _, _, labels, codes in tags},
            {name: Numbers(over, _unpack(packed)) for name, over, _, _, packed in numbers},
        )
    )


def columns_of(record: type[Claim]) -> tuple[str, ...]:
    """The columns of a layer's table, one for each field of its records.

    Spans and other sequences are JSON text. Numbers that may be fractions bear no type, so that SQLite keeps them as
    they are.
    """
    hints = get_type_hints(record)
    return tuple(f"{item.name} {_declared(hints[item.name])}".strip() for item in fields(record))


def digest(tables: Iterable[Table]) -> str:
    """SHA-256 of everything in the tables, in hexadecimal."""
    out = sha256()
    for table in tables:
        rows = [[item.hex() if isinstance(item, bytes) else item for item in row] for row in table.rows]
        out.update(json.dumps([table.name, rows], separators=(",", ":")).encode("ascii"))
    return out.hexdigest()


def _layer_table(record: type[Claim], layer: Layer[Any]) -> Table:
    values = attrgetter(*(item.name for item in fields(record)))
    return Table(record.layer, columns_of(record), [tuple(map(_kept, values(claim))) for claim in layer])


def _kept(item: Any) -> Any:
    """A field as SQLite keeps it."""
    if isinstance(item, tuple):
        return json.dumps(item)
    return int(item) if isinstance(item, bool) else item


def _claims(record: type[Claim], rows: Iterable[Row]) -> Iterable[Claim]:
    hints = get_type_hints(record)
    names = [item.name for item in fields(record)]
    readers = [_reader(hints[name]) for name in names]
    for row in rows:
        values: dict[str, Any] = {
            name: read(value) if read else value for name, value, read in zip(names, row, readers, strict=True)
        }
        yield record(**values)


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """What makes a field of what SQLite gives; `None` where it is that already."""
    if hint is bool:
        return bool
    if get_origin(hint) is not tuple:
        return None
    if get_args(hint)[0] is Span:
        return lambda value: tuple(Span(*item) for item in json.loads(value))
    return lambda value: tuple(json.loads(value))


def _declared(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "TEXT"
    if get_origin(hint) is Literal:
        return "INTEGER" if isinstance(get_args(hint)[0], int) else "TEXT"
    plain = [item for item in get_args(hint) or (hint,) if item is not type(None)]
    return {int: "INTEGER", bool: "INTEGER", str: "TEXT"}.get(plain[0], "") if len(plain) == 1 else ""


def _pack(numbers: "array[int]") -> bytes:
    packed = array("i", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpack(packed: bytes) -> "array[int]":
    numbers = array("i", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _columns(starts: bytes, ends: bytes, kinds: bytes) -> Columns:
    out = Columns()
    out.starts, out.ends = array("l", _unpack(starts)), array("l", _unpack(ends))
    out.kinds = array("b", kinds)
    return out
