"""Aligned tables, on the terminal and in Markdown."""

from collections.abc import Sequence


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side; those of figures are set to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    figures = [_figures(column, rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, figures, strict=True)
        ).rstrip()
        for row in (head, *rows)
    )


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same as a table of Markdown."""
    ruler = ["---:" if _figures(column, rows) else "---" for column in range(len(head))]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ruler, *rows))


def _figures(column: int, rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and all(set(row[column]) <= set("0123456789.,-+") for row in rows)
