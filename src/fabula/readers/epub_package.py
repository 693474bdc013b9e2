"""What an EPUB's package says: its documents, its table of contents, its title and authors."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from fabula.errors import FabulaError
from fabula.readers.archive import Archive, resolve
from fabula.readers.xml_events import find, local, parse, words_of

METADATA = ("language", "publisher", "date", "identifier", "subject", "description", "rights", "source", "contributor")


class Item(NamedTuple):
    """An entry of the package's manifest."""

    path: str
    media_type: str
    properties: str


class Title(NamedTuple):
    """A line of the contents, and the document and element that it leads to."""

    words: str
    path: str
    fragment: str
    depth: int


def contents(archive: Archive, package: Element, items: dict[str, Item]) -> Iterator[Title]:
    """The lines of the contents: of the navigation document, else of the NCX; none if they are damaged."""
    navigation = next((item for item in items.values() if "nav" in item.properties.split()), None)
    spine = next(iter(find(package, "spine")), None)
    ncx = items.get(spine.get("toc", "")) if spine is not None else None
    ncx = ncx or next((item for item in items.values() if item.media_type == "application/x-dtbncx+xml"), None)
    for item, read_item in ((navigation, _navigation), (ncx, _ncx)):
        if item and item.path in archive:
            try:
                titles = list(read_item(parse(archive.read(item.path), item.path), item.path))
            except FabulaError:
                continue
            if titles:
                yield from titles
                return


def _navigation(root: Element, path: str) -> Iterator[Title]:
    for nav in find(root, "nav"):
        kinds = [value for key, value in nav.attrib.items() if local(key) == "type"]
        if kinds and "toc" not in kinds[0].split():
            continue
        yield from _links(nav, path)
        return


def _links(nav: Element, path: str) -> Iterator[Title]:
    stack = [(nav, 0)]
    while stack:
        element, depth = stack.pop()
        name = local(element.tag) if isinstance(element.tag, str) else ""
        if name == "a" and (href := element.get("href")):
            yield Title(words_of(element), resolve(path, href), href.partition("#")[2], depth)
        stack.extend((child, depth + (name == "ol")) for child in reversed(element))


def _ncx(root: Element, path: str) -> Iterator[Title]:
    stack = [(element, 0) for element in find(root, "navMap")]
    while stack:
        element, depth = stack.pop()
        if local(element.tag) == "navPoint":
            labels = [words_of(label) for label in element if local(label.tag) == "navLabel"]
            sources = [content.get("src", "") for content in element if local(content.tag) == "content"]
            if labels and sources:
                yield Title(labels[0], resolve(path, sources[0]), sources[0].partition("#")[2], depth)
        stack.extend((child, depth + 1) for child in reversed(element) if local(child.tag) == "navPoint")


def metadata_of(package: Element) -> tuple[list[tuple[str, str]], str | None, str | None]:
    """Metadata, title and authors."""
    metadata: list[tuple[str, str]] = []
    roles = {
        meta.get("refines", "").lstrip("#"): words_of(meta)
        for meta in find(package, "meta")
        if meta.get("property") == "role"
    }
    titles: list[str] = []
    authors: list[str] = []
    for block in find(package, "metadata"):
        for element in block.iter():
            name = local(element.tag) if isinstance(element.tag, str) else ""
            words = words_of(element)
            if name == "title" and words:
                titles.append(words)
            elif name == "creator" and words:
                role = next((value for key, value in element.attrib.items() if local(key) == "role"), "")
                if role in ("", "aut") and roles.get(element.get("id", ""), "aut") in ("", "aut", "dto", "wpr", "ctb"):
                    authors.append(words)
            elif name in METADATA and words:
                metadata.append((name, words))
            elif name == "meta" and element.get("name") in ("calibre:series", "calibre:series_index"):
                metadata.append((element.get("name", "").removeprefix("calibre:"), element.get("content", "")))
    return metadata, titles[0] if titles else None, ", ".join(dict.fromkeys(authors)) or None
