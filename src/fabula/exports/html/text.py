"""The text of a story as HTML: chapters, passages, paragraphs, quotations with their labels."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from html import escape
from itertools import count

from fabula.exports.html.called import names
from fabula.exports.html.ink import plain
from fabula.exports.html.nest import Wrap, nest
from fabula.exports.html.world.links import anchor
from fabula.layers import Emphasis, Mention, ParagraphKind, SceneMark
from fabula.text import Span
from fabula.world import Chapter, Quoted, Story

VERSE = 55
"""A paragraph of several lines, none longer than this, was broken by its author."""
DASH = re.compile(r"(?P<joined>(?<=[^\s“‘(\[]))?(?P<dashes>[—―]+|[⸺⸻])")
GOES_ON = re.compile(r"\W*[a-z]")
"""A paragraph that begins so is the rest of the sentence before the verse."""


def shown(quoted: Quoted) -> bool:
    """Whether the quotation is somebody's words, not a title or words between scare quotes."""
    return quoted.quotation.mode in ("speech", "thought", "writing")


def text(story: Story, marked: Iterable[Span] = ()) -> str:
    """All divisions, each as a section of passages; links lead to the words that are `marked`."""
    return _Writer(story, marked).text()


class _Writer:
    """Writes paragraphs with what lies over them."""

    def __init__(self, story: Story, marked: Iterable[Span]) -> None:
        self.story = story
        self.wraps = sorted(
            [*_quotations(story), *_mentions(story), *_emphasis(story), *_dashes(story), *_marks(marked)]
        )
        self.starts = [wrap.start for wrap in self.wraps]
        self.reach = max((wrap.end - wrap.start for wrap in self.wraps), default=0)
        self.after = ParagraphKind.RULER
        self.after_verse = False
        self.names = names(story)
        self.ends = [passage.span.end for passage in story.passages]
        self.gaps = {mark.span.end for mark in story.document.layer(SceneMark).current() if mark.kind == "gap"}

    def text(self) -> str:
        divisions = self.story.divisions
        before = Span(0, divisions[0].span.start if divisions else len(self.story.text))
        return self._passages(before) + "".join(map(self._section, count(), divisions))

    def _section(self, index: int, chapter: Chapter) -> str:
        self.after = ParagraphKind.RULER
        passages = self._passages(chapter.span)
        start = f'<section id="{escape(chapter.division.id)}" class={chapter.division.kind}>'
        if chapter.is_story:
            return f"{start}{passages}</section>\n"
        label = escape(plain(self.names[index]))
        return f"{start}<details><summary>{label}</summary>{passages}</details></section>\n"

    def _passages(self, span: Span) -> str:
        """The part of each passage that lies in `span`: a passage may go on over the beginning of a division."""
        ends = self.ends[bisect_right(self.ends, span.start) : bisect_left(self.ends, span.end) + 1]
        starts = [span.start, *ends[:-1]]
        first = bisect_right(self.ends, span.start)
        return "".join(
            f"<div class=pg data-p={index}>{self._paragraphs(Span(start, min(end, span.end)))}</div>"
            for index, start, end in zip(count(first), starts, ends, strict=False)
        )

    def _paragraphs(self, span: Span) -> str:
        paragraphs = self.story.document.paragraphs
        out = []
        for index in paragraphs.covered_by(span):
            kind = ParagraphKind(paragraphs.kinds[index])
            out.append(self._paragraph(paragraphs[index], kind, self.after))
            self.after = kind
        return "\n".join(out)

    def _paragraph(self, span: Span, kind: ParagraphKind, after: ParagraphKind) -> str:
        classes = []
        if kind is ParagraphKind.HEADING:
            tag = "h3" if after is ParagraphKind.HEADING else "h2"
        else:
            tag = "p"
            lines = span.of(self.story.text).splitlines()
            verse = len(lines) > 1 and max(map(len, lines)) <= VERSE
            if verse:
                classes.append("verse")
            elif len(lines) > 1 and self.story.source.shaped:
                classes.append("lines")
            if kind is ParagraphKind.RULER:
                classes.append("ruler")
            elif after is not ParagraphKind.STORY or span.start in self.gaps:
                classes.append("gap" if span.start in self.gaps else "first")
            elif self.after_verse and not verse:
                classes += ["after", "first"] if GOES_ON.match(lines[0]) else ["after"]
            self.after_verse = verse
        names = f' class="{" ".join(classes)}"' if classes else ""
        return f"<{tag} id=p-{span.start} dir=auto{names}>{self._words(span)}</{tag}>"

    def _words(self, span: Span) -> str:
        first = bisect_left(self.starts, span.start - self.reach)
        last = bisect_right(self.starts, span.end - 1)
        return nest(self.story.text, span, self.wraps[first:last])


def _quotations(story: Story) -> Iterator[Wrap]:
    for quoted in story.quotations:
        if not shown(quoted):
            continue
        key = escape(quoted.id)
        for index, piece in enumerate(quoted.pieces):
            mark = f'data-q="{key}"' if index else f'id="{key}"'
            label = "" if index else "<button type=button class=who tabindex=-1></button>"
            yield Wrap(piece.start, -piece.end, 0, f"<q {mark}>{label}", f'<q data-q="{key}">', "</q>")


def _mentions(story: Story) -> Iterator[Wrap]:
    people = {member.id for member in story.cast.everyone}
    for mention in story.document.layer(Mention).current():
        if mention.kind != "pronominal" and story.cast.resolve(mention.entity) in people:
            tag = f'<span data-e="{escape(mention.entity)}">'
            yield Wrap(mention.span.start, -mention.span.end, 1, tag, tag, "</span>")


def _marks(marked: Iterable[Span]) -> Iterator[Wrap]:
    for span in marked:
        yield Wrap(span.start, -span.end, 4, f"<span id={anchor(span)}>", "<span>", "</span>")


def _emphasis(story: Story) -> Iterator[Wrap]:
    for emphasis in story.document.layer(Emphasis).current():
        yield Wrap(emphasis.span.start, -emphasis.span.end, 2, "<em>", "<em>", "</em>")


def _dashes(story: Story) -> Iterator[Wrap]:
    """Dashes that stay with the word before them, and long ones, for which few fonts have a shape."""
    for dash in DASH.finditer(story.text):
        joined, is_long = dash["joined"] is not None, dash["dashes"] in "⸺⸻"
        if is_long:
            tag = f'<span class="{"dash " if joined else ""}long"><span>'
            yield Wrap(dash.start(), -dash.end(), 3, tag, tag, "</span></span>")
        elif joined:
            yield Wrap(dash.start(), -dash.end(), 3, "<span class=dash>", "<span class=dash>", "</span>")
