"""How things are printed."""

import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

import click

EIGHTHS = " ▏▎▍▌▋▊▉█"


def print_json(value: Any) -> None:
    """Prints a value as JSON, which stays JSON where the terminal cannot show every letter."""
    click.echo(json.dumps(value, ensure_ascii=not shows_everything(), indent=2))


def shows_everything() -> bool:
    """Whether standard output takes every letter there is."""
    return (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def bar(share: float, width: int) -> str:
    """A bar for a share in [0, 1], to an eighth of a character where there are such letters."""
    if not shows_everything():
        return ("#" * round(min(max(share, 0.0), 1.0) * width)).ljust(width)
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    if share > 0:
        eighths = max(eighths, 1)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (EIGHTHS[rest] if rest else "")).ljust(width)


def percent(share: float) -> str:
    """A share in [0, 1] as a person reads it."""
    return "<1 %" if 0 < share < 0.005 else f"{share:.0%}".replace("%", " %")


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 chapter`, `2,310 lines`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cut(text: str, width: int) -> str:
    """Text on one line, cut with an ellipsis if it is wider."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def fit(line: str) -> str:
    """A line no wider than the terminal; colours, which end before the words do, count nothing."""
    excess = len(click.unstyle(line)) - width()
    return line if excess <= 0 else line[: len(line) - excess - 1].rstrip() + "…"


def wrap(text: str, *, indent: str = "  ", hanging: str = "  ") -> list[str]:
    """Text as lines no wider than the terminal, the first behind `indent`, the others behind both."""
    line = " ".join(text.split())
    return textwrap.wrap(line, max(width(), 40), initial_indent=indent, subsequent_indent=indent + hanging) or [""]


def watched() -> bool:
    """Whether a person looks at standard output."""
    return sys.stdout.isatty()


def width() -> int:
    """Columns to print in; where nobody watches, lines are not cut."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if watched() else 100_000


def heading(text: str) -> str:
    """A heading inside a page of output."""
    return click.style(text, bold=True)


def faint(text: str) -> str:
    """Words of less weight."""
    return click.style(text, dim=True)


def table(rows: Sequence[tuple[str, ...]], *, right: tuple[int, ...] = ()) -> list[str]:
    """Lines of columns, each as wide as its widest cell; columns in `right` end flush."""
    if not rows:
        return []
    widths = [max(len(click.unstyle(row[column])) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = []
        for column, cell in enumerate(row):
            gap = " " * (widths[column] - len(click.unstyle(cell)))
            cells.append(gap + cell if column in right else cell + gap)
        lines.append("  " + "  ".join(cells).rstrip())
    return lines


def listed(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, right: tuple[int, ...] = ()) -> list[str]:
    """Lines of columns under their heads, no wider than the terminal."""
    lines = table([head, *rows], right=right)
    return [faint(fit(lines[0])), *(fit(line) for line in lines[1:])]
