"""Markdown (CommonMark), with the front matter that Obsidian, Longform and static sites put before it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from fabula.readers.encoding import decode
from fabula.readers.left_out import FOOTNOTE_MARK, IMAGE, left_out
from fabula.readers.manuscript import Manuscript
from fabula.readers.plain import refuse_binary
from fabula.readers.reader import Reader, extension
from fabula.text import Notice, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^[ \t]*([A-Za-z][\w -]{0,60}?)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
LIST_ITEM = re.compile(r"^[ \t]*-[ \t]+(.*?)[ \t]*\r?$")
HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:")
NOTE_REFERENCE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
COMMENT = re.compile(r"%%(?:(?!%%)[^\n]){0,2000}%%")
WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
TAG = re.compile(
    r"<(br)\b[^>]*>|<(/?)(i|em|b|strong)\b[^>]*>|</?[A-Za-z][^>]{0,500}>|<!--.*?-->", re.IGNORECASE | re.DOTALL
)
WIDEST, NARROWEST, RAGGED = 120, 45, 30
"""Characters: the longest line that is wrapped, the shortest, and by how much wrapped lines differ."""
TITLE_LIMIT = 60
SENTENCE_ENDS = ".!?…”’\"'"
LONGEST_LINE = 1 << 18
"""Characters past which a line is no Markdown, and its file is read as plain text: inline markup is slow to parse."""


def recognises(data: bytes, name: str | None) -> bool:
    """Whether the name says so, or, where there is no extension, headings or front matter do."""
    ending = extension(name)
    if ending in MARKDOWN.extensions:
        return max(map(len, data.split(b"\n"))) <= LONGEST_LINE
    if ending:
        return False
    text = decode(data[:65536])[0]
    return bool(FRONT_MATTER.match(text) or HEADING.search(text)) and max(map(len, data.split(b"\n"))) <= LONGEST_LINE


def read(data: bytes, name: str | None) -> Source:
    """The text without its markup; headings, rulers and emphasis become marks, front matter becomes metadata."""
    from markdown_it import MarkdownIt

    text, notices = decode(data)
    refuse_binary(text, name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    fields: list[tuple[str, str]] = []
    lines_before = 0
    if match := FRONT_MATTER.match(text):
        fields = _fields(match[1])
        lines_before = text.count("\n", 0, match.end())
        text = text[match.end() :]
    manuscript = Manuscript()
    manuscript.document = name or "text"
    counts: Counter[str] = Counter()
    parser = MarkdownIt("commonmark").disable(["html_block", "code", "list"])
    opening: Token | None = None
    for token in parser.parse(COMMENT.sub("", text)):
        if token.map:
            manuscript.element = lines_before + token.map[0] + 1
        if token.type == "hr":
            manuscript.ruler()
        elif token.type in ("heading_open", "paragraph_open"):
            opening = token
        elif token.type == "fence":
            manuscript.text(token.content, verbatim=True)
            manuscript.end()
        elif token.type == "inline" and opening:
            _inline(manuscript, token, counts)
            _end(manuscript, opening, token.content)
    stated = {key.lower(): words for key, words in fields}
    return manuscript.source(
        format="markdown",
        origin=name,
        title=stated.get("title") or None,
        author=stated.get("author") or stated.get("authors") or None,
        metadata=[(key, words) for key, words in fields if key.lower() not in ("title", "author", "authors")],
        notices=[*notices, *_notices(counts)],
    )


def _inline(manuscript: Manuscript, token: Token, counts: Counter[str]) -> None:
    """The words of a block."""
    line_end = _line_end(token.content)
    emphasis = 0
    for child in token.children or []:
        kind = child.type
        if kind in ("text", "code_inline"):
            words = WIKI_LINK.sub(lambda match: "" if match[0].startswith("!") else match[1], child.content)
            words, references = NOTE_REFERENCE.subn("", words)
            counts["references"] += references
            manuscript.text(words)
        elif kind == "hardbreak" or (kind == "softbreak" and line_end == "break"):
            manuscript.line_break()
        elif kind == "softbreak" and line_end == "paragraph":
            manuscript.end()
        elif kind == "softbreak":
            manuscript.text(" ")
        elif kind in ("em_open", "strong_open"):
            emphasis += 1
            manuscript.emphasise(True)
        elif kind in ("em_close", "strong_close"):
            emphasis -= 1
            manuscript.emphasise(False)
        elif kind == "image":
            counts["images"] += 1
        elif kind == "html_inline" and (tag := TAG.fullmatch(child.content)):
            if tag[1]:
                manuscript.line_break()
            elif tag[3] and not tag[2]:
                emphasis += 1
                manuscript.emphasise(True)
            elif tag[3] and emphasis:
                emphasis -= 1
                manuscript.emphasise(False)
    for _ in range(emphasis):
        manuscript.emphasise(False)


def _end(manuscript: Manuscript, opening: Token, content: str) -> None:
    """Ends a block; a sentence underlined with dashes is a paragraph and a ruler, as its writer meant it."""
    underlined = opening.markup == "-" and (len(content) > TITLE_LIMIT or content.rstrip()[-1:] in SENTENCE_ENDS)
    if opening.type == "paragraph_open" or underlined:
        block = manuscript.end()
        if block and NOTE.match(content):
            block.region = manuscript.enter("note")
            manuscript.region = None
        if underlined:
            manuscript.ruler()
    else:
        manuscript.end("heading", int(opening.tag[1:]))


def _line_end(content: str) -> Literal["paragraph", "break", "wrap"]:
    """What the line ends in a block are: nobody wraps long lines, and wrapped lines are of nearly one length."""
    lengths = [len(line) for line in content.split("\n")[:-1]]
    if not lengths:
        return "wrap"
    if max(lengths) > WIDEST:
        return "paragraph"
    return "wrap" if min(lengths) >= NARROWEST and max(lengths) - min(lengths) <= RAGGED else "break"


def _fields(front_matter: str) -> list[tuple[str, str]]:
    """The fields of the front matter; a list becomes its items, joined by commas. What is nested deeper is left out."""
    fields: list[tuple[str, str]] = []
    for line in front_matter.split("\n"):
        if match := FIELD.match(line):
            fields.append((match[1], match[2].strip("\"'[]")))
        elif (item := LIST_ITEM.match(line)) and fields:
            key, words = fields[-1]
            fields[-1] = (key, f"{words}, {item[1]}" if words else item[1])
    return fields


def _notices(counts: Counter[str]) -> list[Notice]:
    return [
        *left_out("images", counts["images"], IMAGE),
        *left_out("references", counts["references"], FOOTNOTE_MARK),
    ]


MARKDOWN = Reader("markdown", "Markdown, with front matter.", (".md", ".markdown", ".mkd"), recognises, read)
