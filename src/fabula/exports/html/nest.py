"""Elements around stretches of text, kept well nested."""

from bisect import insort
from html import escape
from typing import NamedTuple

from fabula.exports.html.ink import plain
from fabula.text import Span


class Wrap(NamedTuple):
    """An element around a stretch of text; sorts outer before inner.

    `back` is the end of the stretch, negative. `again` is the opening tag of a part that had to be cut off.
    """

    start: int
    back: int
    rank: int
    tag: str
    again: str
    close: str

    @property
    def end(self) -> int:
        """The end of the stretch."""
        return -self.back


def nest(text: str, span: Span, wraps: list[Wrap]) -> str:
    """The words of `span` escaped, with the elements around them; an element that crosses another is cut in two."""
    waiting = sorted(_inside(span, wrap) for wrap in wraps if wrap.end > span.start and wrap.start < span.end)
    out: list[str] = []
    still_open: list[Wrap] = []
    position = span.start

    def write(end: int) -> None:
        nonlocal position
        out.append(escape(plain(text[position:end]), quote=False))
        position = end

    def close(before: int) -> None:
        while still_open and still_open[-1].end <= before:
            done = still_open.pop()
            write(done.end)
            out.append(done.close)

    while waiting:
        wrap = waiting.pop(0)
        close(wrap.start)
        if still_open and still_open[-1].end < wrap.end:
            cut = still_open[-1].end
            insort(waiting, Wrap(cut, wrap.back, wrap.rank, wrap.again, wrap.again, wrap.close))
            wrap = wrap._replace(back=-cut)
        write(wrap.start)
        out.append(wrap.tag)
        still_open.append(wrap)
    close(span.end)
    write(span.end)
    return "".join(out)


def _inside(span: Span, wrap: Wrap) -> Wrap:
    """The part of an element that lies in `span`."""
    tag = wrap.tag if wrap.start >= span.start else wrap.again
    return wrap._replace(start=max(wrap.start, span.start), back=-min(wrap.end, span.end), tag=tag)
