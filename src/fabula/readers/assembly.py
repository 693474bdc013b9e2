"""Makes a shaped source of paragraphs: their text, their places in the file, and the marks over them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from fabula.readers.block import RULER, Block, Region
from fabula.readers.matter import matter_of_title
from fabula.text import Mark, Notice, Part, Source, Span

BETWEEN = "\n\n"
ORNAMENT = 3
"""How often a picture stands alone between paragraphs, at least, if it is an ornament and no illustration."""
TITLED_SHARE = 0.3
"""Share of the whole that the part behind one customary heading, such as "Contents", may be."""


def assemble(blocks: list[Block], source: Source, notices: Sequence[Notice]) -> Source:
    """`source`, which has everything but these, with text, parts, marks and notices.

    Paragraphs are separated by one blank line. Rare gaps and ornaments between paragraphs of the story become rulers.
    """
    _mark_titled(blocks)
    blocks, count = _with_scene_breaks(blocks)
    if count:
        notices = [*notices, Notice("gaps", f"Empty lines between paragraphs that were read as scene breaks: {count}.")]
    parts: list[Part] = []
    marks: list[Mark] = []
    position = 0
    for region, inside in groupby(blocks, key=lambda block: block.region):
        start = position
        for block in inside:
            end = position + len(block.text)
            parts.append(Part(position, block.document, block.element))
            if block.kind:
                marks.append(Mark(block.kind, Span(position, end), block.level))
            marks += [Mark("emphasis", Span(position + first, position + last)) for first, last in block.emphasis]
            position = end + len(BETWEEN)
        if region:
            marks.append(Mark(region.kind, Span(start, position - len(BETWEEN))))
    return replace(
        source,
        text=BETWEEN.join(block.text for block in blocks),
        parts=tuple(parts),
        marks=tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))),
        notices=tuple(notices),
    )


def _mark_titled(blocks: list[Block]) -> None:
    """Marks what a customary heading announces as no story, up to the next heading of its depth.

    Not if that is a large share of all there is: then the headings behind it were no headings to the format.
    """
    limit = sum(len(block.text) for block in blocks) * TITLED_SHARE
    index = 0
    while index < len(blocks):
        first = blocks[index]
        kind = matter_of_title(first.text) if first.kind == "heading" and first.region is None else None
        end = index + 1
        if kind:
            while end < len(blocks) and not _is_heading(blocks[end], first.level):
                end += 1
            inside = blocks[index:end]
            if sum(len(block.text) for block in inside) <= max(limit, len(first.text)):
                region = Region(kind, -index - 1)
                for block in inside:
                    block.region = block.region or region
        index = end


def _is_heading(block: Block, level: int) -> bool:
    return block.kind == "heading" and block.level <= level


def _with_scene_breaks(blocks: list[Block]) -> tuple[list[Block], int]:
    """Puts a ruler where a picture that keeps coming back stands alone, and into wide gaps, and counts these.

    The usual gap is the narrowest that at least three in four paragraphs do not exceed: many writers put an empty
    line between all paragraphs, and a wider gap, or the only gaps there are, between scenes.
    """
    pairs = [block for before, block in pairwise(blocks) if before.is_story and block.is_story]
    widths = [block.gap for block in pairs if block.gap]
    usual = sorted([0] * (len(blocks) - len(widths)) + widths)[len(blocks) * 3 // 4] if widths else 0
    pictures = Counter(block.picture for block in pairs if block.picture)
    out, count = blocks[:1], 0
    for before, block in pairwise(blocks):
        drawn = block.picture is not None and pictures[block.picture] >= ORNAMENT
        if (drawn or block.gap > usual) and before.is_story and block.is_story:
            out.append(Block(RULER, block.document, block.element, None, "ruler"))
            count += not drawn
        out.append(block)
    return out, count
