"""Writes the reference pages that come from the code: `python docs/generate_reference.py`."""

import ast
import dataclasses
import inspect
import re
import sys
import typing
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from fabula.annotators.structure.passages import MAKES, NAME
from fabula.document import Claim
from fabula.layers import NUMBERS, RECORDS, TAGS
from fabula.pipeline import ANNOTATORS

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate_reference.py from the docstrings; change those, then run it. -->\n"
COMMON = ("id", "evidence", "known_at", "made_by", "confidence", "replaces")

MODULES = (
    ("fabula", "What most programs need."),
    ("fabula.world", "The storyworld: views folded from claims."),
    ("fabula.document", "Claims, the layers that hold them, and the document they lie over."),
    ("fabula.text", "The text and positions in it."),
    ("fabula.layers", "What a person states before reading. The record types have [their own page](layers.md)."),
    ("fabula.pipeline", "Reading, one step below `fabula.read`."),
    ("fabula.exports", "Writing a story out."),
    ("fabula.errors", "Every error that fabula raises on purpose."),
)
"""The modules of the public interface. Those with `__all__` export what it names, the others what they define."""

SHOWN = {"fabula.layers": ("GivenCharacter", "GivenCast", "GivenSpeaker", "PronounSet")}
"""Where only some names of a module belong on the page."""


def api() -> str:
    """The page of functions and classes."""
    out = ["# Python interface", NOTE]
    written: set[str] = set()
    for module_name, summary in MODULES:
        module = import_module(module_name)
        out.append(f"## `{module_name}`\n\n{summary}\n")
        for name in SHOWN.get(module_name) or _public(module):
            value = getattr(module, name)
            home = getattr(value, "__module__", "")
            if not home.startswith("fabula"):
                continue
            key = f"{home}.{name}"
            if key in written:
                continue
            written.add(key)
            out.append(_entry(home, value.__name__, name))
    return "\n".join(out)


def layers() -> str:
    """The page of record types and their fields."""
    out = [
        "# Layers and their claims",
        NOTE,
        "A layer holds the claims of one type. Every claim has these fields:\n",
        "| field | type | meaning |\n| --- | --- | --- |",
        "| `id` | `str` | the prefix of its type and a number, unique in the story |",
        "| `evidence` | `tuple[Span, ...]` | the words it rests on, the main span first; never empty |",
        "| `known_at` | `int` | how much of the text had been read when it was made, in code points |",
        "| `made_by` | `str` | the annotator that made it |",
        "| `confidence` | `float \\| None` | a calibrated probability; `None` where there is no calibration |",
        "| `replaces` | `str \\| None` | the id of the earlier claim that this one revises |\n",
        "`story.document.layer(Quotation)` gives a layer; `.current()` leaves out what was revised.\n",
    ]
    makers: dict[type[Claim], list[str]] = {record: [NAME] for record in MAKES}
    for annotator in ANNOTATORS:
        for record in annotator.makes:
            makers.setdefault(record, []).append(annotator.name)
    for record in RECORDS:
        module = sys.modules[record.__module__]
        out.append(f"## {record.__name__}\n\nLayer `{record.layer}`, ids `{record.prefix}1`, `{record.prefix}2`, …")
        by = ", ".join(f"[`{maker}`](annotators.md#{maker})" for maker in makers.get(record, ()))
        out.append(f"Made by {by}.\n" if by else "Made by no annotator yet.\n")
        out.append(inspect.getdoc(record) or "")
        fields = list(_fields(record.__module__, record.__name__))
        if fields:
            out.append("\n| field | type | default |\n| --- | --- | --- |")
            for name, kind, default in fields:
                values = typing.get_args(getattr(module, kind, None)) or _literal(kind)
                shown = ", ".join(f"`{value}`" for value in values) if values else f"`{kind}`".replace("|", "\\|")
                out.append(f"| `{name}` | {shown} | {f'`{default}`' if default else ''} |")
        out.append("")
    return "\n".join([*out, *_tags()])


def _tags() -> Iterator[str]:
    """The section on what lies beside the columns."""
    yield "## Tags and numbers\n"
    yield "`story.document.tag('pos')` and `.number('head')` are sequences, as long as the tokens or sentences read.\n"
    for called, names in (("tag", TAGS), ("number", NUMBERS)):
        yield f"| {called} | of each of the |\n| --- | --- |"
        yield from (f"| `{name}` | {over} |" for name, over in names.items())
        yield f"\n{_value_doc('fabula.layers.tag_names', called.upper() + 'S')}\n"


def _value_doc(module: str, name: str) -> str:
    """The string under a module's value."""
    body = _tree(module).body
    for node, after in pairwise(body):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name and isinstance(after, ast.Expr):
            return inspect.cleandoc(str(ast.literal_eval(after.value)))
    return ""


def annotators() -> str:
    """The page of annotators, in the order in which they read."""
    out = [
        "# Annotators",
        NOTE,
        "Each reads one passage after another, in this order, and adds its claims to the layers that it makes.\n",
        f"## `{NAME}`\n\n{_module_doc('fabula.annotators.structure.passages')}\n\n{_flow((), MAKES)}\n",
    ]
    for annotator in ANNOTATORS:
        flow = _flow(annotator.needs, annotator.makes)
        out.append(f"## `{annotator.name}`\n\n{inspect.getdoc(annotator)}\n\n{flow}\n")
    return "\n".join(out)


def _flow(needs: tuple[type, ...], makes: tuple[type, ...]) -> str:
    def names(records: tuple[type, ...]) -> str:
        return ", ".join(f"[{record.__name__}](layers.md#{record.__name__.lower()})" for record in records)

    lines = [f"Needs: {names(needs)}."] if needs else []
    lines += [f"Makes: {names(makes)}."] if makes else ["Makes columns, no claims."]
    return " ".join(lines)


def _module_doc(name: str) -> str:
    return inspect.getdoc(import_module(name)) or ""


def _public(module: ModuleType) -> list[str]:
    if hasattr(module, "__all__"):
        return list(module.__all__)
    return [
        node.name
        for node in _tree(module.__name__).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
    ]


def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(import_module(module)))


def _node(module: str, name: str) -> ast.ClassDef | ast.FunctionDef | None:
    for node in _tree(module).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name:
            return node
    return None


def _entry(module: str, name: str, shown: str) -> str:
    """One section; `shown` is the public name of what its module calls `name`."""
    node = _node(module, name)
    if node is None:
        return ""
    if isinstance(node, ast.FunctionDef):
        return f"### `{shown}`\n\n```text\n{_signature(node).replace(name, shown, 1)}\n```\n\n{_doc(node)}\n"
    base = f"({', '.join(ast.unparse(base) for base in node.bases)})" if node.bases else ""
    out = [f"### `{shown}`\n\n```text\nclass {name}{base}\n```\n\n{_doc(node)}\n"]
    fields = list(_fields(module, name))
    if fields:
        out.append("Fields:\n")
        out += [f"- `{field}: {kind}{f' = {default}' if default else ''}`" for field, kind, default in fields]
        out.append("")
    methods = [item for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")]
    out += [f"- {_member(method)}" for method in methods]
    return "\n".join([*out, ""] if methods else out)


def _member(method: ast.FunctionDef) -> str:
    decorators = {ast.unparse(item) for item in method.decorator_list}
    returns = ast.unparse(method.returns) if method.returns else "None"
    is_property = bool(decorators & {"property", "cached_property"})
    shown = f"{method.name}: {returns}" if is_property else _signature(method)
    return f"`{shown}`: {' '.join(_doc(method).split())}"


def _signature(node: ast.FunctionDef) -> str:
    arguments = ast.unparse(node.args)
    arguments = re.sub(r"^(self|cls)(, )?", "", arguments)
    return f"{node.name}({arguments}) -> {ast.unparse(node.returns) if node.returns else 'None'}"


def _doc(node: ast.ClassDef | ast.FunctionDef) -> str:
    return ast.get_docstring(node) or ""


def _fields(module: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Name, type and default of each field that a dataclass states itself."""
    value = getattr(import_module(module), name)
    node = _node(module, name)
    if not isinstance(node, ast.ClassDef) or not (dataclasses.is_dataclass(value) or hasattr(value, "_fields")):
        return
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            kind = ast.unparse(item.annotation)
            if not kind.startswith("ClassVar"):
                yield item.target.id, kind, ast.unparse(item.value) if item.value else ""


def _literal(kind: str) -> list[str]:
    found = re.fullmatch(r"Literal\[(.*)\]", kind)
    return [value.strip("'\"") for value in found[1].split(", ")] if found else []


PAGES = {"api.md": api, "layers.md": layers, "annotators.md": annotators}

if __name__ == "__main__":
    for file_name, page in PAGES.items():
        (REFERENCE / file_name).write_text(page(), encoding="utf-8")
