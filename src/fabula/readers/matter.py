"""What lies around a story, told by the names that formats give it."""

from typing import Literal

from fabula.text import MarkKind

Matter = MarkKind | Literal["story"]
"""A kind of region, or `story` for what is expressly none."""

STORY_TYPES = frozenset(["prologue", "epilogue", "chapter", "part", "volume", "bodymatter"])
FRONT_TYPES = frozenset(
    "titlepage title-page halftitlepage halftitle halftitle-page fulltitle imprint dedication toc landmarks loi "
    "lot page-list cover seriespage foreword preface introduction frontmatter other-credits contributors".split()
)
END_TYPES = frozenset(
    "endnotes rearnotes footnotes notes colophon afterword appendix bibliography index glossary errata "
    "backmatter".split()
)
NOTE_TYPES = frozenset(["footnote", "endnote", "rearnote", "note"])
EDGE_TYPES = frozenset(["copyright-page", "copyright", "acknowledgments", "acknowledgements", "credits", "epigraph"])
"""Types that stand at either end: front matter before the first words of the story, end matter behind them."""
FICTION = "z3998:fiction"

NAMED: dict[str, MarkKind] = {
    "pg-header": "front",
    "pgheader": "front",
    "pg-footer": "end",
    "pgfooter": "end",
    "afterword": "end",
    "fff_titlepage": "front",
    "fff_tocpage": "front",
    "fff_coverpage": "front",
    "fff_logpage": "end",
    "byline": "note",
}
"""Regions by the ids and classes that the Archive of Our Own, FanFicFare and Project Gutenberg give them."""

LABELS: dict[str, MarkKind] = {
    "summary": "summary",
    "chapter summary": "summary",
    "notes": "note",
    "chapter notes": "note",
    "end notes": "note",
    "chapter end notes": "note",
}
"""Paragraphs that say whether the blockquote after them is a summary or a note."""

TITLES: dict[str, MarkKind] = {
    "cover": "front",
    "title page": "front",
    "titlepage": "front",
    "half title": "front",
    "half title page": "front",
    "copyright": "front",
    "copyright page": "front",
    "copyright notice": "front",
    "contents": "front",
    "table of contents": "front",
    "dedication": "front",
    "also by": "front",
    "list of illustrations": "front",
    "illustrations": "front",
    "foreword": "front",
    "publisher's note": "front",
    "about the author": "end",
    "about the authors": "end",
    "about the publisher": "end",
    "acknowledgments": "end",
    "acknowledgements": "end",
    "afterword": "end",
    "author's note": "note",
    "author’s note": "note",
    "bibliography": "end",
    "colophon": "end",
    "endnotes": "end",
    "footnotes": "end",
    "newsletter": "end",
    "update log": "end",
    "uncopyright": "end",
    "transcriber's note": "end",
    "transcriber’s note": "end",
    "the full project gutenberg license": "end",
}
"""What the headings of such parts say, in lower case."""


def types_of(attributes: dict[str, str]) -> list[str]:
    """The meanings that an element states of itself by `epub:type` and `role`, without prefix and in lower case."""
    stated = f"{attributes.get('epub:type', '')} {attributes.get('role', '')}".lower()
    return [word.removeprefix("doc-") for word in stated.split()]


def matter_of_types(types: list[str], *, begun: bool) -> Matter | None:
    """What these meanings stand for; `begun` says whether words of the story came before."""
    for word in types:
        if word in EDGE_TYPES:
            return "end" if begun else "front"
        if word in STORY_TYPES or (word == "preface" and FICTION in types):
            return "story"
    for word in types:
        if word in ("frontmatter", "backmatter") and FICTION in types:
            continue
        if word in FRONT_TYPES:
            return "front"
        if word in END_TYPES:
            return "end"
        if word in NOTE_TYPES:
            return "note"
    return None


def matter_of_names(name: str, attributes: dict[str, str]) -> MarkKind | None:
    """The region that an element's id and classes stand for, on the sites that we know.

    Converters number classes, and leave out those that nothing styles, so that no two classes are asked for where one
    tells enough.
    """
    identity = attributes.get("id", "")
    classes = [word.rstrip("0123456789") for word in attributes.get("class", "").lower().split()]
    if "module" in classes and "summary" in classes:
        return "summary"
    if ("module" in classes and "notes" in classes) or identity.startswith("endnotes"):
        return "note"
    if identity == "preface" or ("preface" in classes and "group" in classes and "chapter" not in classes):
        return "front"
    if name == "figcaption":
        return "note"
    if name == "dl" and "tags" in classes:
        return "front"
    return next((NAMED[word] for word in (identity, *classes) if word in NAMED), None)


def is_aside(name: str, attributes: dict[str, str]) -> bool:
    """Whether the element is a summary or a note of the Archive of Our Own, which a label before it tells apart."""
    classes = attributes.get("class", "")
    return (name == "blockquote" and classes.startswith("userstuff")) or classes.startswith("endnote-link")


def label(words: str) -> MarkKind | None:
    """The region that a label such as "Chapter Notes:" announces."""
    return LABELS.get(words.lower().strip(" :"))


def matter_of_title(title: str) -> MarkKind | None:
    """The region that a heading or a line of the contents announces, if it is one of the customary words."""
    return TITLES.get(" ".join(title.lower().split()).strip(" .:*"))
