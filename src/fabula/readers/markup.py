"""The tags and texts of HTML and XHTML, one after another, in time linear in their length.

Tolerant as browsers are: nothing is refused, and what is never closed lasts to the end.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+)>""")
ATTRIBUTE = re.compile(r"""([^\s=>"'/]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+""")
RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"))
"""Elements whose content is no markup."""
ESCAPABLE = frozenset(("title", "textarea"))
"""Elements whose content is text with character references."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr basefont frame keygen".split())


class Start(NamedTuple):
    """A start tag; `empty` if nothing can stand inside it."""

    name: str
    attributes: dict[str, str]
    empty: bool


class End(NamedTuple):
    """An end tag."""

    name: str


Event = Start | End | str


def decode_references(text: str) -> str:
    """The text with its character references replaced; those that mean nothing stay."""
    if "&" not in text:
        return text
    try:
        return unescape(text)
    except ValueError:  # a number too long for `int`
        return text


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case; the first of two equal names counts."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), decode_references(value))
    return found


def events(markup: str, *, xml: bool = False) -> Iterator[Event]:
    """Start tags, end tags and texts. In XHTML (`xml`) `<name/>` is closed, whatever the name."""
    position = 0
    while position < len(markup):
        start = markup.find("<", position)
        if start < 0:
            yield decode_references(markup[position:])
            return
        if start > position:
            yield decode_references(markup[position:start])
        if markup.startswith("<!--", start):
            position = _behind(markup, "-->", start + 2)
        elif markup.startswith("<![CDATA[", start) and xml:
            position = _behind(markup, "]]>", start)
            yield markup[start + 9 : position - 3]
        elif markup.startswith(("<!", "<?"), start):
            position = _behind(markup, ">", start)
        elif tag := TAG.match(markup, start):
            position = tag.end()
            name = tag[2].lower()
            name = name.rpartition(":")[2] if xml else name
            if tag[1]:
                yield End(name)
                continue
            closed = xml and tag[3].endswith("/")
            yield Start(name, attributes_of(tag[3]) if tag[3] else {}, closed or name in VOID)
            if not closed and (name in RAW or name in ESCAPABLE) and not (xml and name not in RAW):
                close = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(markup, position)
                stop = close.start() if close else len(markup)
                if stop > position:
                    inside = markup[position:stop]
                    yield decode_references(inside) if name in ESCAPABLE else inside
                position = stop
        elif re.compile("</?[A-Za-z]").match(markup, start):
            return  # cut short inside a tag
        else:
            yield "<"
            position = start + 1


def _behind(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return len(markup) if found < 0 else found + len(mark)
