"""EPUB 2 and 3: container, package, spine and contents; each document of the spine is read as a page.

After the EPUB 3.3 and OPF 2.0.1 specifications, as tolerantly as reading systems are.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from fabula.errors import DamagedFile
from fabula.readers.archive import Archive, kind_of, resolve
from fabula.readers.block import Block
from fabula.readers.css import italic_classes
from fabula.readers.encoding import decode_markup
from fabula.readers.epub_package import Item, Title, contents, metadata_of
from fabula.readers.left_out import FOOTNOTE_MARK, IMAGE, left_out
from fabula.readers.manuscript import Manuscript
from fabula.readers.markup import events
from fabula.readers.matter import matter_of_title, matter_of_types
from fabula.readers.page import Page
from fabula.readers.reader import Reader
from fabula.readers.xml_events import find, parse
from fabula.text import Notice, Source

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
FONT_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
HEAD = 3
"""Blocks from the beginning of a page among which its title is looked for."""


def recognises(data: bytes, name: str | None) -> bool:
    """Whether this is an archive with an EPUB container."""
    return kind_of(data, name) == "epub"


def read(data: bytes, name: str | None) -> Source:
    """The story of an EPUB. Raises `DamagedFile` if it is encrypted or has no text, `UnsafeFile` as archives do."""
    archive = Archive(data, name)
    _refuse_encryption(archive)
    package_path = _package_path(archive)
    package = parse(archive.read(package_path), f"'{package_path}' in {archive.name}")
    items = {
        item.get("id", ""): Item(
            resolve(package_path, item.get("href", "")), item.get("media-type", ""), item.get("properties", "")
        )
        for item in find(package, "item")
    }
    spine = [
        (items[reference.get("idref", "")], reference.get("linear") != "no")
        for reference in find(package, "itemref")
        if reference.get("idref", "") in items
    ]
    notices: list[Notice] = []
    if any(linear for _, linear in spine):
        aside = sum(not linear for _, linear in spine)
        spine = [(item, linear) for item, linear in spine if linear]
        names = ("document outside the reading order", "documents outside the reading order")
        notices += left_out("aside", aside, names)
    metadata, title, author = metadata_of(package)
    book = _Book(archive, package_path, package, items, title or "")
    for item in dict.fromkeys(item for item, _ in spine):
        book.add(item)
    book.settle()
    if not any(block.kind != "ruler" for block in book.manuscript.blocks):
        raise DamagedFile(f"{archive.name} holds no text: its pages may be pictures, or it may be cut short.")
    return book.manuscript.source(
        format="epub", origin=name, title=title, author=author, metadata=metadata, notices=[*notices, *book.notices()]
    )


class _Book:
    """The manuscript of an EPUB, and what its contents and guide say of each document."""

    def __init__(
        self, archive: Archive, package_path: str, package: Element, items: dict[str, Item], title: str
    ) -> None:
        self.archive = archive
        self.manuscript = Manuscript()
        self.title = title
        self.missing: list[str] = []
        self.images = self.references = self.inserted = 0
        self.titled: list[Block] = []
        self.titles: dict[str, list[Title]] = {}
        for line in contents(archive, package, items):
            self.titles.setdefault(line.path, []).append(line)
        self.guide = {
            resolve(package_path, reference.get("href", "")): reference.get("type", "").lower()
            for reference in find(package, "reference")
        }
        sheets = [item.path for item in items.values() if item.media_type == "text/css" and item.path in archive]
        self.italic = frozenset(
            name for path in sheets for name in italic_classes(archive.read(path).decode("utf-8", "replace"))
        )

    def add(self, item: Item) -> None:
        """Reads one document of the spine."""
        if item.media_type not in PAGES and not item.path.lower().endswith((".xhtml", ".html", ".htm", ".xml")):
            self.images += item.media_type.startswith("image/")
            return
        if item.path not in self.archive:
            self.missing.append(item.path)
            return
        manuscript = self.manuscript
        first = len(manuscript.blocks)
        begun = manuscript.begun
        page = Page(manuscript, item.path, italic=self.italic, left_out=frozenset(("nav",)) - self._nav_is_page(item))
        page.read(events(decode_markup(self.archive.read(item.path))[0], xml=True))
        self.images += page.counts["images"]
        self.references += page.counts["references"]
        blocks = manuscript.blocks[first:]
        titles = self.titles.get(item.path, [])
        if any(block.region is None for block in blocks):
            self._mark_matter(item, blocks, titles, begun)
        self._mark_title_page(blocks)
        if any(block.region is None for block in blocks):
            self._mark_titles(first, page.anchors, titles)

    def settle(self) -> None:
        """Gives titles that only the contents state the depth that most headings of the story have."""
        levels = Counter(
            block.level for block in self.manuscript.blocks if block.kind == "heading" and block.region is None
        )
        levels.subtract(block.level for block in self.titled)
        usual = max(levels, key=lambda level: (levels[level], -level), default=0)
        for block in self.titled:
            block.level = usual if levels[usual] else block.level

    def _nav_is_page(self, item: Item) -> frozenset[str]:
        return frozenset(("nav",)) if "nav" in item.properties.split() else frozenset()

    def _mark_matter(self, item: Item, blocks: list[Block], titles: list[Title], begun: bool) -> None:
        """Sets the region of a document that says by its guide entry, title or heading what it is."""
        stated = self.guide.get(item.path, "")
        matter = matter_of_types([stated], begun=begun) if stated not in ("", "text", "start", "cover") else None
        announced = [title.words for title in titles[:1]] + [
            block.text for block in blocks[:1] if block.kind == "heading"
        ]
        kinds = [kind for words in announced if (kind := matter_of_title(words))]
        if matter is None and kinds:
            matter = kinds[0]
        if matter is None and "nav" in item.properties.split():
            matter = "front"
        if matter and matter != "story":
            region = self.manuscript.enter(matter)
            for block in blocks:
                block.region = block.region or region
        self.manuscript.region = None

    def _mark_title_page(self, blocks: list[Block]) -> None:
        """Puts the work's title, where a page has nothing else of the story, before the story."""
        rest = [block for block in blocks if block.region is None]
        if rest and all(block.kind == "heading" for block in rest) and _folded(rest[0].text) == _folded(self.title):
            region = self.manuscript.enter("front")
            for block in rest:
                block.region = region
            self.manuscript.region = None

    def _mark_titles(self, first: int, anchors: dict[str, int], titles: list[Title]) -> None:
        """Makes headings of the paragraphs that the contents name, and adds a title that only they have."""
        blocks = self.manuscript.blocks
        for title in reversed(titles):
            start = anchors.get(title.fragment, first) if title.fragment else first
            head = blocks[start : start + HEAD]
            if not title.words or not head or any(block.kind == "heading" for block in head):
                continue
            same = [block for block in head if _folded(block.text) == _folded(title.words)]
            if same:
                same[0].kind, same[0].level = "heading", title.depth
                self.titled.append(same[0])
            elif head[0].region is None and head[0].kind is None and not title.fragment:
                heading = Block(title.words, head[0].document, head[0].element, None, "heading", title.depth)
                blocks.insert(start, heading)
                self.titled.append(heading)
                self.inserted += 1

    def notices(self) -> Iterator[Notice]:
        """What was left out or added."""
        yield from left_out("images", self.images, IMAGE)
        yield from left_out("references", self.references, FOOTNOTE_MARK)
        if self.inserted:
            yield Notice("titles", f"Chapter titles that only the table of contents has were added: {self.inserted}.")
        if self.missing:
            named = ", ".join(self.missing[:3])
            yield Notice("missing", f"Documents of the book that are missing: {len(self.missing)} ({named}).")


def _folded(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def _refuse_encryption(archive: Archive) -> None:
    if ENCRYPTION not in archive:
        return
    root = parse(archive.read(ENCRYPTION), f"'{ENCRYPTION}' in {archive.name}")
    methods = [method.get("Algorithm", "") for method in find(root, "EncryptionMethod")]
    if any(method not in FONT_OBFUSCATION for method in methods):
        raise DamagedFile(
            f"{archive.name} is protected by digital rights management, so its text can't be read. "
            "Ask the shop for a copy without protection."
        )


def _package_path(archive: Archive) -> str:
    root = parse(archive.read(CONTAINER), f"'{CONTAINER}' in {archive.name}")
    for rootfile in find(root, "rootfile"):
        if path := rootfile.get("full-path"):
            return path
    raise DamagedFile(f"{archive.name} names no package document in '{CONTAINER}'. Fetch or save it again.")


EPUB = Reader("epub", "EPUB 2 and 3, without digital rights management.", (".epub", ".kepub"), recognises, read)
