"""Notices of what readers leave out and count."""

from collections.abc import Iterator

from fabula.text import Notice

IMAGE = ("image", "images")
FOOTNOTE_MARK = ("mark of a footnote", "marks of footnotes")


def left_out(code: str, count: int, names: tuple[str, str], but: str = "") -> Iterator[Notice]:
    """A notice that so many things were left out, none if there were none.

    `names` is what one is called and what several are; `but` goes behind the sentence.
    """
    if count:
        one, many = names
        yield Notice(code, f"{count} {one} was left out{but}." if count == 1 else f"{count} {many} were left out{but}.")
