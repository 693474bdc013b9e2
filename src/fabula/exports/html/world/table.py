"""Tables as HTML."""

from collections.abc import Iterable, Sequence

Row = Sequence[str]
"""Cells as HTML, the first of which names the row."""


def table(caption: str, head: Sequence[str], rows: Iterable[Row]) -> str:
    """A table with its caption, in a frame that scrolls where the window is too narrow; nothing without rows.

    The caption and the heads are plain words.
    """
    body = "".join(_row(row) for row in rows)
    if not body:
        return ""
    heads = "".join(f"<th scope=col>{title}</th>" for title in head)
    return (
        f'<div class=frame tabindex=0 role=group aria-label="{caption}"><table>'
        f"<caption>{caption}</caption>"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def listed(items: Iterable[str]) -> str:
    """Items in one cell."""
    return ", ".join(items)


def percent(share: float) -> str:
    """A share in [0, 1]."""
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def _row(row: Row) -> str:
    cells = "".join(f"<td>{cell}</td>" for cell in row[1:])
    return f"<tr><th scope=row>{row[0]}</th>{cells}</tr>\n"
