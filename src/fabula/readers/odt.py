"""OpenDocument text (ODT), after the OpenDocument 1.3 schema: paragraphs, styles, spaces, and what is revised."""

from collections import Counter

from fabula.errors import DamagedFile
from fabula.readers.archive import Archive, kind_of
from fabula.readers.left_out import left_out
from fabula.readers.manuscript import Manuscript
from fabula.readers.reader import Reader
from fabula.readers.xml_events import find, local, parse, words_of
from fabula.text import Notice, Source

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
LEFT_OUT = frozenset(
    "note tracked-changes annotation annotation-end frame sequence-decls table-of-content alphabetical-index "
    "bibliography ruby-text script variable-decls user-field-decls forms".split()
)
METADATA = ("subject", "description", "language", "creation-date", "date")
SPACES = 1000
"""Most spaces that one element may stand for."""


def recognises(data: bytes, name: str | None) -> bool:
    """Whether this is an archive that calls itself OpenDocument text."""
    return kind_of(data, name) == "odt"


def read(data: bytes, name: str | None) -> Source:
    """The story of a document. Raises `DamagedFile` if it is encrypted or lacks its text."""
    archive = Archive(data, name)
    if MANIFEST in archive and find(parse(archive.read(MANIFEST), MANIFEST), "encryption-data"):
        raise DamagedFile(f"{archive.name} is encrypted with a password. Save it without one and read that.")
    body = _Body()
    for entry in ("styles.xml", CONTENT):
        if entry == CONTENT or entry in archive:
            parse(archive.read(entry), f"'{entry}' in {archive.name}", body)
    if not any(block.kind != "ruler" for block in body.manuscript.blocks):
        raise DamagedFile(f"{archive.name} holds no text: it may be empty, or hold pictures only.")
    found: dict[str, str] = {}
    if "meta.xml" in archive:
        root = parse(archive.read("meta.xml"), f"'meta.xml' in {archive.name}")
        found = {local(element.tag): words_of(element) for element in root.iter() if isinstance(element.tag, str)}
    return body.manuscript.source(
        format="odt",
        origin=name,
        title=found.get("title") or body.title,
        author=found.get("initial-creator") or found.get("creator") or None,
        metadata=[(key, found[key]) for key in METADATA if found.get(key)],
        notices=_notices(body.counts),
    )


class _Body:
    """Takes the events of the styles, then of the content, and fills a manuscript."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.manuscript.document = CONTENT
        self.counts: Counter[str] = Counter()
        self.title: str | None = None
        self._parents: dict[str, str] = {}
        self._italic: dict[str, bool] = {}
        self._ruled: set[str] = set()
        self._style = ""
        self._left_out = 0
        self._in_text = False
        self._stack: list[tuple[str, int, bool, bool]] = []

    def _learn(self, name: str, attributes: dict[str, str]) -> None:
        """Learns what a style says."""
        if name == "style":
            self._style = attributes.get("name", "")
            self._parents[self._style] = attributes.get("parent-style-name", "")
        elif name in ("text-properties", "paragraph-properties"):
            if "font-style" in attributes:
                self._italic[self._style] = attributes["font-style"] in ("italic", "oblique")
            if any(attributes.get(key, "none") != "none" for key in ("border-bottom", "border-top")):
                self._ruled.add(self._style)

    def _lineage(self, style: str) -> list[str]:
        found: list[str] = []
        while style and style not in found and len(found) < 50:
            found.append(style)
            style = self._parents.get(style, "")
        return found

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if name in LEFT_OUT:
            self.counts[name] += 1
            self._left_out += 1
        if name == "text" and tag.startswith("{urn:oasis:names:tc:opendocument:xmlns:office:"):
            self._in_text = True
        if self._left_out:
            return
        attributes = {local(key): value for key, value in attrs.items()}
        if not self._in_text:
            self._learn(name, attributes)
            return
        lineage = self._lineage(attributes.get("style-name", ""))
        if name in ("p", "h"):
            self.manuscript.element += 1
            level = -1
            if name == "h":
                stated = attributes.get("outline-level", "1")
                level = int(stated) if stated.isdigit() and len(stated) < 3 else 1
            elif "Title" in lineage:
                level = 0
            self._stack.append((name, level, False, not self._ruled.isdisjoint(lineage)))
        elif name == "span":
            italic = next((self._italic[style] for style in lineage if style in self._italic), "Emphasis" in lineage)
            self._stack.append((name, 0, italic, False))
            if italic:
                self.manuscript.emphasise(True)
        elif name == "s":
            count = attributes.get("c", "1")
            self.manuscript.text(
                " " * min(int(count), SPACES) if count.isdigit() and len(count) < 9 else " ", verbatim=True
            )
        elif name == "tab":
            self.manuscript.text("\t", verbatim=True)
        elif name == "line-break":
            self.manuscript.line_break()

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if name in LEFT_OUT:
            self._left_out -= 1
            return
        if self._left_out or not self._in_text or name not in ("p", "h", "span") or not self._stack:
            return
        _, level, italic, ruled = self._stack.pop()
        if name == "span":
            if italic:
                self.manuscript.emphasise(False)
            return
        manuscript = self.manuscript
        if level < 0:
            if manuscript.end() is None:
                if ruled:
                    manuscript.ruler()
                else:
                    manuscript.blank()
            return
        block = manuscript.end_titled("heading", level)
        if block and level == 0:
            self.title = self.title or block.text.replace("\n", " ")

    def data(self, data: str) -> None:
        """Words, where a paragraph is open."""
        if self._stack and not self._left_out:
            self.manuscript.text(data)


def _notices(counts: Counter[str]) -> list[Notice]:
    changes = [Notice("changes", "Tracked deletions were left out; insertions were kept.")]
    return [
        *left_out("references", counts["note"], ("footnote", "footnotes")),
        *left_out("images", counts["frame"], ("image or frame", "images and frames")),
        *(changes if counts["tracked-changes"] else []),
    ]


ODT = Reader("odt", "OpenDocument text.", (".odt", ".ott"), recognises, read)
