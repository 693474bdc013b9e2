"""One HTML or XHTML page read into a manuscript: its blocks, their emphasis, and what is no story."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from fabula.readers.block import Region
from fabula.readers.css import HIDDEN_STYLE, ITALIC_STYLE, RULER_CLASS
from fabula.readers.manuscript import Manuscript
from fabula.readers.markup import End, Event, Start
from fabula.readers.matter import EDGE_TYPES, FICTION, is_aside, label, matter_of_names, matter_of_types, types_of

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table "
    "tbody tfoot thead tr ul".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
EMPHASIS = frozenset("b cite dfn em i strong var".split())
LEFT_OUT = frozenset(
    "audio button canvas datalist head iframe input map math noembed noframes noscript object rp rt rtc script "
    "select style svg template textarea title video".split()
)
"""Elements with no words of the story in them."""
BRACKETED = re.compile(r"\s*\[(?:\d{1,4}|[*†‡§]{1,3}|[A-Za-z])\]\s*")
NOTE_REFERENCE = re.compile(r"[\s\[(]*(?:\d{1,4}|[*†‡§]{1,3}|[a-z])[\s\])]*")


class Frame(NamedTuple):
    """An open element and what its end undoes: `around` is the region outside it, if it has `entered` another."""

    name: str
    around: Region | None = None
    entered: bool = False
    emphasis: bool = False
    left_out: bool = False
    ruler: bool = False


class Link(NamedTuple):
    """An open link: whether it leads inside the work, whether it stands raised, and the place where it begins."""

    inside: bool
    raised: bool
    place: tuple[int, int]


class Page:
    """Takes the events of a page.

    `document` names the page in the archive, `italic` holds the classes that the style sheets make italic. `left_out`
    holds the elements to leave out besides those that never hold words, `left_out_names` their ids and classes.
    `drop_links` leaves out blocks that are nothing but links: menus, contents, "next chapter". `anchors` receives the
    index of the block at which each id begins.
    """

    def __init__(
        self,
        manuscript: Manuscript,
        document: str,
        *,
        italic: frozenset[str] = frozenset(),
        left_out: frozenset[str] = frozenset(),
        left_out_names: frozenset[str] = frozenset(),
        drop_links: bool = False,
    ) -> None:
        self.manuscript = manuscript
        self.italic = italic
        self.left_out = LEFT_OUT | left_out
        self.left_out_names = left_out_names
        self.drop_links = drop_links
        self.counts: Counter[str] = Counter()
        self.anchors: dict[str, int] = {}
        self._frames: list[Frame] = []
        self._open: Counter[str] = Counter()
        self._left_out = 0
        self._verbatim = 0
        self._heading: str | None = None
        self._group = 0
        self._group_level = 0
        self._fiction = False
        self._superscript = 0
        self._picture: str | None = None
        self._link: Link | None = None
        self._words = 0
        self._linked_words = 0
        manuscript.end()
        manuscript.document = document
        manuscript.element = 0
        manuscript.region = None

    def read(self, events: Iterable[Event]) -> None:
        """Reads all events of the page."""
        for event in events:
            if isinstance(event, str):
                self.text(event)
            elif isinstance(event, Start):
                self.start(event)
            else:
                self.end(event)
        while self._frames:
            self.end(End(self._frames[-1].name))
        self._end_block()

    def skip(self, events: Iterable[Event]) -> None:
        """Passes over events that come before those to read, so that elements keep their numbers."""
        self.manuscript.element += sum(isinstance(event, Start) for event in events)

    def text(self, words: str) -> None:
        """Text between two tags."""
        if self._left_out:
            return
        self._words += len(words.strip())
        self._linked_words += len(words.strip()) if self._link else 0
        self.manuscript.text(words, verbatim=self._verbatim > 0)

    def start(self, tag: Start) -> None:
        """A start tag."""
        name, attributes = tag.name, tag.attributes
        self.manuscript.element += 1
        if name in BLOCKS:
            self._close_paragraph()
            self._end_block()
        if identity := attributes.get("id") or attributes.get("name"):
            self.anchors.setdefault(identity, len(self.manuscript.blocks))
        if self._left_out:
            if not tag.empty:
                self._push(Frame(name))
            return
        if name == "br":
            self.manuscript.line_break()
        elif name == "hr":
            self.manuscript.ruler()
        elif name in ("img", "image"):
            self._image(attributes)
        elif name in ("td", "th"):
            self.manuscript.text(" ")
        if tag.empty:
            return
        types = types_of(attributes) if attributes else []
        left_out = self._is_left_out(name, attributes, types)
        around = self.manuscript.region
        if not left_out and (attributes or name == "figcaption"):
            self._enter(name, attributes, types)
        emphasis = not left_out and (name in EMPHASIS or self._is_italic(name, attributes))
        ruler = name in ("p", "div") and (bool(RULER_CLASS.search(attributes.get("class", ""))) or "separator" in types)
        self._push(Frame(name, around, around != self.manuscript.region, emphasis, left_out, ruler))
        if left_out:
            self._left_out += 1
            return
        if emphasis:
            self.manuscript.emphasise(True)
        if name in HEADINGS:
            self._heading = name
            self._group_level = self._group_level or HEADINGS[name]
        elif name == "hgroup":
            self._group += 1
            self._group_level = 0
        elif name == "pre":
            self._verbatim += 1
        elif name == "sup":
            self._superscript += 1
            self._link = self._link and self._link._replace(raised=True)
        elif name == "a" and "href" in attributes:
            self._link = Link("#" in attributes["href"], self._superscript > 0, self.manuscript.place())
        elif self._heading and "subtitle" in types:
            self.manuscript.line_break()

    def end(self, tag: End) -> None:
        """An end tag; one that closes nothing is ignored, and one left out before it is supplied."""
        if tag.name == "br":
            self.start(Start("br", {}, True))
            return
        if not self._open[tag.name]:
            return
        while True:
            frame = self._frames.pop()
            self._open[frame.name] -= 1
            self._undo(frame)
            if frame.name == tag.name:
                return

    def _undo(self, frame: Frame) -> None:
        name = frame.name
        if name == "a":
            self._end_link()
        if frame.left_out:
            self._left_out -= 1
        elif not self._left_out:
            if frame.ruler and self.manuscript.empty:
                self.manuscript.ruler()
            if name in BLOCKS and name != "hgroup":
                self._end_block()
            if frame.emphasis:
                self.manuscript.emphasise(False)
            if name == "hgroup":
                self._group -= 1
                self._heading = "hgroup"
                self._end_block()
                self._heading, self._group_level = None, 0
            elif name in HEADINGS:
                self._heading = None
                self._group_level = self._group_level if self._group else 0
            elif name == "pre":
                self._verbatim -= 1
            elif name == "sup":
                self._superscript -= 1
        if frame.entered:
            self.manuscript.region = frame.around

    def _push(self, frame: Frame) -> None:
        self._frames.append(frame)
        self._open[frame.name] += 1

    def _close_paragraph(self) -> None:
        """Closes a paragraph left open, as browsers do when a block begins inside it."""
        if not self._open["p"]:
            return
        for frame in reversed(self._frames):
            if frame.name == "p":
                self.end(End("p"))
                return
            if frame.name in BLOCKS:
                return

    def _is_left_out(self, name: str, attributes: dict[str, str], types: list[str]) -> bool:
        if name in self.left_out:
            return True
        if not attributes:
            return False
        if "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style", "")):
            return True
        if "backlink" in types or "pagebreak" in types or "landmark" in attributes.get("class", "").split():
            return True
        if self.left_out_names and not self.left_out_names.isdisjoint(
            (attributes.get("id", ""), *attributes.get("class", "").split())
        ):
            return True
        if "noteref" in types:
            self.counts["references"] += 1
            return True
        return False

    def _is_italic(self, name: str, attributes: dict[str, str]) -> bool:
        if not attributes or name in BLOCKS:
            return False
        if ITALIC_STYLE.search(attributes.get("style", "")):
            return True
        return bool(self.italic) and not self.italic.isdisjoint(attributes.get("class", "").split())

    def _enter(self, name: str, attributes: dict[str, str], types: list[str]) -> None:
        """Enters the region that the element stands for."""
        if name == "body" and FICTION in types:
            self._fiction = True
        if name not in BLOCKS:
            return
        inherited = [FICTION] if self._fiction else []
        if name in ("blockquote", "p", *HEADINGS):
            types = [word for word in types if word not in EDGE_TYPES and word != "fulltitle"]
        matter = matter_of_types(types + inherited, begun=self.manuscript.begun) if types else None
        region = self.manuscript.region
        if is_aside(name, attributes):
            self._enter_aside()
            return
        if matter is None and (region is None or "module" in attributes.get("class", "")):
            matter = matter_of_names(name, attributes)
        if matter == "story":
            self.manuscript.region = None
        elif matter and not (region and region.kind == matter):
            self.manuscript.enter(matter)

    def _enter_aside(self) -> None:
        """Enters the summary or note that the paragraph before it announces, together with that paragraph."""
        manuscript = self.manuscript
        before = manuscript.blocks[-1] if manuscript.blocks else None
        announced = label(before.text) if before and before.kind is None else None
        if before and announced:
            before.region = manuscript.enter(announced)
        elif not manuscript.region:
            manuscript.enter("note")

    def _image(self, attributes: dict[str, str]) -> None:
        alternative = attributes.get("alt", "").strip()
        if len(alternative) == 1 and alternative.isalpha() and self.manuscript.empty:
            self.manuscript.text(alternative)  # a drop cap drawn as a picture
        else:
            self.counts["images"] += 1
            self._picture = attributes.get("src") if self.manuscript.empty else None

    def _end_link(self) -> None:
        """Ends a link, and takes its words back if they are the mark of a footnote."""
        link, self._link = self._link, None
        if not link or not link.inside:
            return
        words = self.manuscript.since(link.place)
        if BRACKETED.fullmatch(words) or (link.raised and NOTE_REFERENCE.fullmatch(words)):
            self.manuscript.take_back(link.place)
            self.counts["references"] += 1

    def _end_block(self) -> None:
        """Ends the paragraph or heading that stands in the making."""
        manuscript = self.manuscript
        if self._group:
            if not manuscript.at_line_start:
                manuscript.line_break()
            return
        only_links = self.drop_links and 0 < self._words == self._linked_words
        self._words = self._linked_words = 0
        if self._picture and manuscript.empty:
            manuscript.picture(self._picture)
        self._picture = None
        if self._heading is None:
            block = manuscript.end()
            if block and only_links:
                manuscript.blocks.pop()
                self.counts["links"] += 1
            return
        manuscript.end("heading", self._group_level)
