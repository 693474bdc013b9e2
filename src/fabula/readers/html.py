"""HTML: downloads of the Archive of Our Own and of FanFicFare, Project Gutenberg's, and any other page."""

import re
from collections.abc import Iterable

from fabula.errors import DamagedFile
from fabula.readers.css import italic_classes
from fabula.readers.encoding import decode, decode_markup
from fabula.readers.left_out import FOOTNOTE_MARK, IMAGE, left_out
from fabula.readers.manuscript import Manuscript
from fabula.readers.markup import End, Event, Start, events
from fabula.readers.page import Page
from fabula.readers.reader import Reader, extension
from fabula.readers.story_part import story_part
from fabula.text import Notice, Source

OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|article|div|p|h[1-6])\b[^<]{0,400}>",
    re.IGNORECASE | re.DOTALL,
)
ANYWHERE = re.compile(r"<(?:html|body|!doctype html)\b|</p>|<p>|<br\s*/?>|</div>", re.IGNORECASE)
FURNITURE = frozenset(("nav", "aside", "footer", "form", "menu", "label"))
FURNITURE_NAMES = frozenset(
    "comments comment-list respond sidebar sharedaddy related-posts breadcrumbs pagination".split()
)
"""Ids and classes of what blog programs put around a story."""
META_NAMES = {
    "og:title": "title",
    "dc.title": "title",
    "citation_title": "title",
    "author": "author",
    "dc.creator": "author",
    "citation_author": "author",
    "description": "description",
    "dc.language": "language",
}
TITLE_BY_AUTHOR = re.compile(r"(.{1,200}) by (.{1,100})")


def recognises(data: bytes, name: str | None) -> bool:
    """Whether the text opens with HTML, or is named as HTML and has tags somewhere."""
    if data.startswith((b"PK", b"%PDF", b"{\\rtf")):
        return False
    head = decode(data[:4096])[0]
    if OPENING.match(head):
        return True
    return extension(name) in HTML.extensions and ANYWHERE.search(head) is not None


def read(data: bytes, name: str | None) -> Source:
    """The story of a page, without its navigation, scripts and menus. Raises `DamagedFile` if it has no text."""
    markup, notices = decode_markup(data)
    found = list(events(markup, xml=markup.lstrip()[:5].lower() == "<?xml"))
    first, last = story_part(found)
    whole = (first, last) == (0, len(found))
    manuscript = Manuscript()
    sheets = [words for tag, words in _inside(found, "style") if isinstance(tag, Start)]
    page = Page(
        manuscript,
        name or "page",
        italic=frozenset().union(*(italic_classes(sheet) for sheet in sheets)),
        left_out=FURNITURE,
        left_out_names=FURNITURE_NAMES,
        drop_links=True,
    )
    page.skip(found[:first])
    page.read(found[first:last])
    if not any(block.kind != "ruler" for block in manuscript.blocks):
        raise DamagedFile(f"{name or 'The page'} holds no text of a story: it may be made by a script, or cut short.")
    if not whole:
        notices.append(Notice("page", "Only the part of the page that holds the story was read."))
    notices += [
        *left_out("links", page.counts["links"], ("line of nothing but links", "lines of nothing but links")),
        *left_out("images", page.counts["images"], IMAGE),
        *left_out("references", page.counts["references"], FOOTNOTE_MARK),
    ]
    title, author, metadata = _metadata(found)
    return manuscript.source(format="html", origin=name, title=title, author=author, metadata=metadata, notices=notices)


def _inside(found: Iterable[Event], name: str) -> Iterable[tuple[Event, str]]:
    """Each element of a name with the text inside it."""
    tag: Event | None = None
    words: list[str] = []
    for event in found:
        if isinstance(event, Start) and event.name == name and not event.empty and tag is None:
            tag, words = event, []
        elif isinstance(event, End) and event.name == name and tag is not None:
            yield tag, "".join(words)
            tag = None
        elif isinstance(event, str) and tag is not None:
            words.append(event)


def _metadata(found: list[Event]) -> tuple[str | None, str | None, list[tuple[str, str]]]:
    """Title, author and the rest, from meta elements, the Archive's list of tags, and the first heading."""
    stated: dict[str, str] = {}
    metadata: list[tuple[str, str]] = []
    for event in found:
        if isinstance(event, Start) and event.name == "meta":
            key = (event.attributes.get("name") or event.attributes.get("property") or "").lower()
            words = " ".join(event.attributes.get("content", "").split())
            if key in META_NAMES and words:
                stated.setdefault(META_NAMES[key], words)
        elif isinstance(event, Start) and event.name == "html" and event.attributes.get("lang"):
            stated.setdefault("language", event.attributes["lang"])
    for tag, words in _inside(found, "a"):
        if isinstance(tag, Start) and tag.attributes.get("rel") == "author":
            stated.setdefault("author", " ".join(words.split()))
    terms = [" ".join(words.split()).rstrip(":").lower() for _, words in _inside(found, "dt")]
    values = [" ".join(words.split()) for _, words in _inside(found, "dd")]
    if len(terms) == len(values):
        metadata += list(zip(terms, values, strict=True))
    headings = [" ".join(words.split()) for _, words in _inside(found, "h1")]
    titles = [" ".join(words.split()) for _, words in _inside(found, "title")]
    title = stated.pop("title", None) or (headings[0] if len(headings) == 1 else None) or next(iter(titles), None)
    author = stated.pop("author", None)
    if title and not author and (match := TITLE_BY_AUTHOR.fullmatch(title)):
        title, author = match[1], match[2]
    return title or None, author, [*stated.items(), *metadata]


HTML = Reader("html", "HTML: story sites' downloads and any page.", (".html", ".htm", ".xhtml"), recognises, read)
