"""Word documents (DOCX), after ECMA-376 part 1, chapter 17: paragraphs, styles, and what is revised."""

from collections import Counter
from typing import NamedTuple

from fabula.errors import DamagedFile
from fabula.readers.archive import Archive, kind_of
from fabula.readers.left_out import left_out
from fabula.readers.manuscript import Manuscript
from fabula.readers.reader import Reader
from fabula.readers.xml_events import find, local, parse, words_of
from fabula.text import Notice, Source

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
WORD = ("http://schemas.openxmlformats.org/wordprocessingml/", "http://purl.oclc.org/ooxml/wordprocessingml/")
LEFT_OUT = frozenset(
    "del moveFrom instrText delText delInstrText drawing pict object footnoteReference endnoteReference "
    "commentReference sectPr txbxContent rt rPrChange pPrChange AlternateContent".split()
)
"""Elements whose words are no text of the story: deleted, drawn, or a field's code."""
BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
FALSE = ("0", "false", "off", "none")
METADATA = ("subject", "description", "keywords", "language", "category", "created", "modified")


class Style(NamedTuple):
    """What a style says, `None` where it leaves that to the style it is based on. `level` 0 is the title's."""

    based_on: str | None
    level: int | None
    italic: bool | None


def recognises(data: bytes, name: str | None) -> bool:
    """Whether this is an archive with a Word document."""
    return kind_of(data, name) == "docx"


def read(data: bytes, name: str | None) -> Source:
    """The story of a document. Raises `DamagedFile` if it lacks its text, `UnsafeFile` as archives do."""
    archive = Archive(data, name)
    styles = _styles(archive) if STYLES in archive else {}
    body = _Body(styles)
    parse(archive.read(DOCUMENT), f"'{DOCUMENT}' in {archive.name}", body)
    if not any(block.kind != "ruler" for block in body.manuscript.blocks):
        raise DamagedFile(f"{archive.name} holds no text: it may be empty, or hold pictures only.")
    title, author, metadata = _properties(archive) if CORE in archive else (None, None, [])
    return body.manuscript.source(
        format="docx",
        origin=name,
        title=title or body.title,
        author=author,
        metadata=metadata,
        notices=_notices(body.counts),
    )


class _Body:
    """Takes the events of the document and fills a manuscript."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self.manuscript = Manuscript()
        self.manuscript.document = DOCUMENT
        self.styles = styles
        self.counts: Counter[str] = Counter()
        self.title: str | None = None
        self._left_out = self._tables = 0
        self._verbatim = False
        self._paragraphs: list[tuple[int | None, bool]] = []
        self._level: int | None = None
        self._ruled = False
        self._properties = ""
        self._italic = self._paragraph_italic = False
        self._emphasised = False
        self._in_run = False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if name in LEFT_OUT:
            self.counts[name] += 1
            self._left_out += 1
        if self._left_out or not tag.startswith(tuple("{" + space for space in WORD)):
            return
        value = next((words for key, words in attrs.items() if local(key) == "val"), "")
        if name == "p":
            self._begin_paragraph()
        elif name == "tbl":
            self._tables += 1
        elif name == "r":
            self._in_run, self._italic = True, self._paragraph_italic
        elif name in ("rPr", "pPr"):
            self._properties = name if not (name == "rPr" and self._properties == "pPr") else "mark"
        elif self._properties:
            self._property(name, value)
        elif self._in_run and name == "t":
            self._verbatim = True
            self._emphasise(self._italic)
        elif self._in_run and name in BREAKS:
            kind = next((words for key, words in attrs.items() if local(key) == "type"), "")
            if name in ("br", "cr") and kind not in ("page", "column"):
                self.manuscript.line_break()
            elif name not in ("br", "cr"):
                self.manuscript.text(BREAKS[name], verbatim=True)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if name in LEFT_OUT:
            self._left_out -= 1
            return
        if self._left_out or not tag.startswith(tuple("{" + space for space in WORD)):
            return
        if name == "p":
            self._end_paragraph()
        elif name == "tbl":
            self._tables -= 1
        elif name == "t":
            self._verbatim = False
        elif name == "r":
            self._in_run = False
        elif name == "pPr":
            self._properties = ""
        elif name == "rPr":
            self._properties = "pPr" if self._properties == "mark" else ""

    def data(self, data: str) -> None:
        """Words of a run."""
        if self._verbatim and not self._left_out:
            self.manuscript.text(data.replace("\n", " "), verbatim=True)

    def _begin_paragraph(self) -> None:
        self._paragraphs.append((self._level, self._ruled))
        self.manuscript.element += 1
        self._level, self._ruled, self._paragraph_italic = None, False, False

    def _property(self, name: str, value: str) -> None:
        if self._properties == "pPr":
            if name == "pStyle":
                level = _inherited(self.styles, value, "level")
                self._level = level
                self._paragraph_italic = bool(_inherited(self.styles, value, "italic"))
            elif name == "outlineLvl" and value.isdigit() and int(value) < 9:
                self._level = int(value) + 1
            elif name == "pBdr":
                self._ruled = True
        elif self._properties == "rPr":
            if name == "rStyle":
                self._italic = bool(_inherited(self.styles, value, "italic"))
            elif name == "i":
                self._italic = value not in FALSE

    def _emphasise(self, on: bool) -> None:
        if on != self._emphasised:
            self.manuscript.emphasise(on)
            self._emphasised = on

    def _end_paragraph(self) -> None:
        self._emphasise(False)
        manuscript = self.manuscript
        if self._level is None:
            if manuscript.end() is None:
                if self._ruled:
                    manuscript.ruler()
                elif not self._tables:
                    manuscript.blank()
        else:
            block = manuscript.end_titled("heading", self._level)
            if block and self._level == 0:
                self.title = self.title or block.text.replace("\n", " ")
        self._level, self._ruled = self._paragraphs.pop() if self._paragraphs else (None, False)


def _styles(archive: Archive) -> dict[str, Style]:
    root = parse(archive.read(STYLES), f"'{STYLES}' in {archive.name}")
    styles: dict[str, Style] = {}
    for element in find(root, "style"):
        values: dict[str, str] = {}
        for child in element.iter():
            value = next((words for key, words in child.attrib.items() if local(key) == "val"), "")
            values.setdefault(local(child.tag), value)
        identity = next((words for key, words in element.attrib.items() if local(key) == "styleId"), "")
        name = values.get("name", "").lower()
        level: int | None = None
        if name == "title":
            level = 0
        elif name.startswith("heading ") and name[8:].isdigit():
            level = int(name[8:])
        elif values.get("outlineLvl", "").isdigit() and int(values["outlineLvl"]) < 9:
            level = int(values["outlineLvl"]) + 1
        italic = values["i"] not in FALSE if "i" in values else (True if name == "emphasis" else None)
        styles[identity] = Style(values.get("basedOn"), level, italic)
    return styles


def _inherited(styles: dict[str, Style], identity: str, field: str) -> int | None:
    """What a style says of a field, itself or through those it is based on; circles end."""
    seen: set[str] = set()
    while identity in styles and identity not in seen:
        seen.add(identity)
        style = styles[identity]
        value = style.level if field == "level" else style.italic
        if value is not None:
            return value
        identity = style.based_on or ""
    return None


def _properties(archive: Archive) -> tuple[str | None, str | None, list[tuple[str, str]]]:
    root = parse(archive.read(CORE), f"'{CORE}' in {archive.name}")
    found = {local(element.tag): words_of(element) for element in root if isinstance(element.tag, str)}
    metadata = [(name, found[name]) for name in METADATA if found.get(name)]
    return found.get("title") or None, found.get("creator") or None, metadata


def _notices(counts: Counter[str]) -> list[Notice]:
    notes = counts["footnoteReference"] + counts["endnoteReference"]
    images = counts["drawing"] + counts["pict"] + counts["object"]
    deleted = counts["del"] + counts["moveFrom"]
    return [
        *left_out("references", notes, ("footnote", "footnotes")),
        *left_out("images", images, ("image or drawing", "images and drawings")),
        *left_out("changes", deleted, ("tracked deletion", "tracked deletions"), "; insertions were kept"),
    ]


DOCX = Reader("docx", "Word documents.", (".docx", ".docm", ".dotx"), recognises, read)
