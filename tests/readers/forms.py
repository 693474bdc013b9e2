"""One small story, written for these tests, in every format that can be read."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO

TITLE = "The Lamp at Low Water"
AUTHOR = "Imogen Vale"
BLOCKS: tuple[tuple[str, str], ...] = (
    ("h", "Chapter One"),
    ("p", "“You’re late,” said Wren. She did not look up from the lamp."),
    ("p", "“The tide was,” Osk answered, and shook the rain from his *good* coat — slowly, to annoy her."),
    ("hr", ""),
    (
        "p",
        "By morning the sea had gone out & taken the jetty with it: five < six planks, and one naïve gull.",
    ),
    ("p", "*Nobody will believe this,* she thought."),
    ("h", "Chapter Two"),
    ("p", "“Where’s my lamp?”"),
    ("p", "Nobody answered."),
)
"""Headings, paragraphs with italics between asterisks, and rulers."""


def bare(words: str) -> str:
    return words.replace("*", "")


PARAGRAPHS = ["* * *" if kind == "hr" else bare(words) for kind, words in BLOCKS]
HEADINGS = ["Chapter One", "Chapter Two"]
ITALICS = ["good", "Nobody will believe this,"]


def archive(entries: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in entries.items():
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, method)
    return out.getvalue()


def _spans(words: str, before: str, after: str, escaped: Callable[[str], str]) -> str:
    pieces = re.split(r"\*(.*?)\*", words)
    return "".join(
        before + escaped(piece) + after if index % 2 else escaped(piece) for index, piece in enumerate(pieces)
    )


def markdown() -> bytes:
    lines = [f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\ntags:\n  - sea\n  - lamps\n---\n"]
    for kind, words in BLOCKS:
        lines.append({"h": f"# {words}", "hr": "***", "p": words}[kind] + "\n")
    return "\n".join(lines).encode()


def html_blocks() -> str:
    out = []
    for kind, words in BLOCKS:
        inner = _spans(words, "<i>", "</i>", escape)
        out.append({"h": f"<h2>{inner}</h2>", "hr": "<hr/>", "p": f"<p>{inner}</p>"}[kind])
    return "\n".join(out)


def html() -> bytes:
    head = f'<title>{TITLE}</title><meta charset="utf-8"><meta name="author" content="{AUTHOR}">'
    menu = "<nav><ul><li><a href='/'>Home</a></li></ul></nav><script>var x = '<p>no</p>';</script>"
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article>{html_blocks()}</article></body></html>".encode()
    )


CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def page(body: str, attributes: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body{attributes}>{body}</body></html>'
    )


def epub_of(
    pages: Mapping[str, str], *, version: str = "3.0", more: Mapping[str, str | bytes] = {}, **kwargs: str
) -> bytes:
    """An EPUB of pages by name; `nav`, `ncx`, `guide` and `spine` are pieces of the package in XML."""
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>' for name in pages
    )
    spine = kwargs.get("spine") or "".join(f'<itemref idref="{name}"/>' for name in pages)
    entries: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER}
    if nav := kwargs.get("nav"):
        items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        entries["OPS/nav.xhtml"] = page(f'<nav epub:type="toc"><ol>{nav}</ol></nav>')
    toc = ""
    if ncx := kwargs.get("ncx"):
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        toc = ' toc="ncx"'
        entries["OPS/toc.ncx"] = (
            '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" '
            '"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">'
            f"<navMap>{ncx}</navMap></ncx>"
        )
    entries["OPS/package.opf"] = (
        f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="{version}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>'
        f"<dc:creator>{AUTHOR}</dc:creator><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine{toc}>{spine}</spine>{kwargs.get('guide', '')}</package>"
    )
    entries.update({f"OPS/text/{name}.xhtml": content for name, content in pages.items()})
    entries.update(more)
    return archive(entries)


def epub() -> bytes:
    return epub_of({"story": page(html_blocks())})


def word_body(blocks: str) -> str:
    return (
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{blocks}<w:sectPr/></w:body></w:document>"
    )


WORD_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml'
    '.document.main+xml"/></Types>'
)
WORD_STYLES = (
    '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="Kop1"/></w:style>'
    "</w:styles>"
)


def docx_of(blocks: str) -> bytes:
    core = (
        '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator></cp:coreProperties>"
    )
    return archive(
        {
            "[Content_Types].xml": WORD_TYPES,
            "word/document.xml": word_body(blocks),
            "word/styles.xml": WORD_STYLES,
            "docProps/core.xml": core,
        }
    )


def docx() -> bytes:
    out = []
    for kind, words in BLOCKS:
        inner = _spans(
            words,
            '</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">',
            '</w:t></w:r><w:r><w:t xml:space="preserve">',
            escape,
        )
        run = f'<w:r><w:t xml:space="preserve">{inner}</w:t></w:r>'
        style = '<w:pPr><w:pStyle w:val="Mine"/></w:pPr>' if kind == "h" else ""
        border = '<w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr>' if kind == "hr" else ""
        out.append(f"<w:p>{style}{border}{'' if kind == 'hr' else run}</w:p>")
    return docx_of("".join(out))


def odt_of(blocks: str, *, manifest: str = "") -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}"'
        for short, long in (
            ("office", "office:1.0"),
            ("text", "text:1.0"),
            ("style", "style:1.0"),
            ("meta", "meta:1.0"),
        )
    )
    fonts = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f'<?xml version="1.0"?><office:document-content {names} {fonts}><office:automatic-styles>'
        '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="P9"><style:paragraph-properties fo:border-bottom="1pt solid"/></style:style>'
        f"</office:automatic-styles><office:body><office:text>{blocks}</office:text></office:body></office:document-content>"
    )
    meta = (
        f'<?xml version="1.0"?><office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:title>{TITLE}</dc:title><meta:initial-creator>{AUTHOR}</meta:initial-creator></office:meta>"
        "</office:document-meta>"
    )
    entries = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta}
    if manifest:
        entries["META-INF/manifest.xml"] = manifest
    return archive(entries)


def odt() -> bytes:
    out = []
    for kind, words in BLOCKS:
        inner = _spans(words, '<text:span text:style-name="T1">', "</text:span>", escape)
        if kind == "h":
            out.append(f'<text:h text:outline-level="1">{inner}</text:h>')
        else:
            out.append(f'<text:p text:style-name="{"P9" if kind == "hr" else "P1"}">{inner}</text:p>')
    return odt_of("".join(out))


def rtf_text(words: str) -> str:
    out = []
    for character in words:
        if character in "\\{}":
            out.append("\\" + character)
        elif ord(character) < 128:
            out.append(character)
        elif ord(character) < 256:
            out.append(f"\\'{ord(character):02x}")
        else:
            out.append(f"\\u{ord(character)}?")
    return "".join(out)


def rtf() -> bytes:
    out = [
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}}",
        "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}",
        f"{{\\info{{\\title {TITLE}}}{{\\author {AUTHOR}}}}}\n",
    ]
    for kind, words in BLOCKS:
        inner = "* * *" if kind == "hr" else _spans(words, "{\\i ", "}", rtf_text)
        style = "\\pard\\s1 " if kind == "h" else "\\pard "
        out.append(f"{style}{inner}\\par\n")
    return ("".join(out) + "}").encode("ascii")


def plain() -> bytes:
    return "\n\n".join(PARAGRAPHS).encode()


@dataclass(frozen=True)
class Form:
    """The story in one format; `shaped` formats state headings, rulers and italics, as well as title and author."""

    format: str
    name: str
    data: bytes
    shaped: bool = True


FORMS = (
    Form("text", "lamp.txt", plain(), shaped=False),
    Form("markdown", "lamp.md", markdown()),
    Form("html", "lamp.html", html()),
    Form("epub", "lamp.epub", epub()),
    Form("docx", "lamp.docx", docx()),
    Form("odt", "lamp.odt", odt()),
    Form("rtf", "lamp.rtf", rtf()),
)
