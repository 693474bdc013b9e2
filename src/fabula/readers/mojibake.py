"""Text that was decoded with the wrong encoding on its way: offered for repair, never silently changed."""

import re
from dataclasses import replace
from itertools import accumulate, pairwise

from fabula.text import Notice, Source, Span

SUSPECT = re.compile("[ÂÃâåæðÐÑÅÎÏØÙï‚„][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")
HITS = 40
AROUND = 60
"""Places looked at, and characters on each side of one."""


def offer(source: Source) -> Source:
    """The source with a notice if its text shows mojibake; a sample of suspect places decides."""
    places = [match.start() for match, _ in zip(SUSPECT.finditer(source.text), range(HITS), strict=False)]
    if not places:
        return source
    from ftfy import fix_encoding

    for place in places:
        line = source.text[max(0, place - AROUND) : place + AROUND]
        fixed = fix_encoding(line)
        if fixed != line:
            before, after = _difference(line, fixed)
            message = (
                f"The text seems to have been decoded wrongly: '{before}' should be '{after}'. Read it with `--repair`."
            )
            return replace(source, notices=(*source.notices, Notice("mojibake", message)))
    return source


def repair(source: Source) -> Source:
    """The source with its encoding mended piece by piece, so that marks and parts keep their words.

    The text is cut at line ends and at the edges of marks and parts; `ftfy.fix_encoding` mends each piece.
    """
    from ftfy import fix_encoding

    text = source.text
    cuts = {0, len(text)}
    cuts.update(part.start for part in source.parts)
    for mark in source.marks:
        cuts.update(mark.span)
    cuts.update(match.end() for match in re.finditer("\n", text))
    old = sorted(cuts)
    pieces = [text[start:end] for start, end in pairwise(old)]
    fixed = [piece if piece.isascii() else fix_encoding(piece) for piece in pieces]
    count = sum(before != after for before, after in zip(pieces, fixed, strict=True))
    if not count:
        return source
    new = [0, *accumulate(map(len, fixed))]
    place = dict(zip(old, new, strict=True))
    return replace(
        source,
        text="".join(fixed),
        parts=tuple(part._replace(start=place[part.start]) for part in source.parts),
        marks=tuple(mark._replace(span=Span(place[mark.span.start], place[mark.span.end])) for mark in source.marks),
        notices=(*source.notices, Notice("repaired", f"The encoding of {count} lines was mended, as asked.")),
    )


def _difference(before: str, after: str) -> tuple[str, str]:
    """The first word that differs, in both texts."""
    for one, other in zip(before.split(), after.split(), strict=False):
        if one != other:
            return one, other
    return before, after
