"""Rich Text Format, after the RTF specification 1.9.1: the words, their encodings, paragraphs, headings, italics."""

import re
from dataclasses import dataclass, replace

from fabula.errors import DamagedFile
from fabula.readers.left_out import IMAGE, left_out
from fabula.readers.manuscript import Manuscript
from fabula.readers.reader import Reader
from fabula.readers.rtf_words import CHARSETS, LEFT_OUT, PARAGRAPH_ENDS, SYMBOLS, codec_of
from fabula.text import Notice, Source

TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]{1,65536})|\\"
)
DEPTH = 100_000


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and its end restores. `into` is where words go: `body`, a table, or nowhere (`""`)."""

    into: str = "body"
    codec: str = "cp1252"
    fallback: int = 1
    italic: bool = False
    hidden: bool = False


def recognises(data: bytes, name: str | None) -> bool:
    """Whether the bytes begin as RTF does."""
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def read(data: bytes, name: str | None) -> Source:
    """The story of a document. Raises `DamagedFile` if it holds no text."""
    document = _Document()
    document.read(data.decode("latin-1"))
    manuscript = document.manuscript
    manuscript.end()
    if not any(block.kind != "ruler" for block in manuscript.blocks):
        raise DamagedFile(f"{name or 'The RTF document'} holds no text: it may be empty, or cut short.")
    return manuscript.source(
        format="rtf",
        origin=name,
        title=document.info.get("title", "").strip() or document.title,
        author=document.info.get("author", "").strip() or None,
        metadata=[(key, document.info.get(key, "").strip()) for key in ("subject", "keywords")],
        notices=document.notices(),
    )


class _Document:
    """Reads tokens and fills a manuscript."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.manuscript.document = "document"
        self.manuscript.element = 1
        self.info: dict[str, str] = {}
        self.title: str | None = None
        self._state = State()
        self._stack: list[State] = []
        self._default = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._levels: dict[int, int] = {}
        self._style: int | None = None
        self._style_words = ""
        self._style_level: int | None = None
        self._level: int | None = None
        self._bytes = bytearray()
        self._units = bytearray()
        self._skip = 0
        self._first_in_group = False
        self._optional = False
        self._emphasised = False
        self._cut = False
        self._footnotes = self._images = 0

    def read(self, text: str) -> None:
        """Reads the whole document, one character for each byte."""
        position = 0
        while match := TOKEN.match(text, position):
            position = match.end()
            word, number, code, symbol, brace, plain = match.groups()
            if word == "bin" and number:
                position += max(0, int(number))
            elif word:
                self._control(word, int(number) if number else None)
            elif code:
                self._byte(bytes.fromhex(code))
            elif symbol:
                self._symbol(symbol)
            elif brace == "{":
                if len(self._stack) >= DEPTH:
                    raise DamagedFile("The RTF document nests its groups too deeply to be a story.")
                self._stack.append(self._state)
                self._first_in_group, self._optional = True, False
                continue
            elif brace:
                self._close()
            elif plain:
                self._byte(plain.encode("latin-1"))
            if match.lastindex:
                self._first_in_group = self._first_in_group and symbol == "*"
        self._flush()
        self._cut = bool(self._stack)

    def _close(self) -> None:
        self._flush()
        if self._state.into == "stylesheet" and self._style is not None:
            name = self._style_words.strip(" ;").lower()
            if name == "title":
                self._levels[self._style] = 0
            elif name.startswith("heading ") and name[8:].isdigit():
                self._levels[self._style] = int(name[8:10])
            elif self._style_level is not None:
                self._levels[self._style] = self._style_level
            self._style, self._style_words, self._style_level = None, "", None
        if self._stack:
            self._state = self._stack.pop()
        self._skip = 0

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._optional = self._first_in_group
        elif symbol in "\r\n":
            self._control("par", None)
        elif self._skip:
            self._skip -= 1
        else:
            self._flush()
            self._write({"~": "\u00a0", "_": "\u2011", "-": ""}.get(symbol, symbol if symbol in "\\{}" else ""))

    def _byte(self, piece: bytes) -> None:
        skipped = min(self._skip, len(piece))
        self._skip -= skipped
        if skipped < len(piece) and self._state.into:
            self._flush_units()
            self._bytes += piece[skipped:]

    def _control(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._flush_bytes()
            if self._state.into:
                self._units += (number & 0xFFFF).to_bytes(2, "little")
            self._skip = self._state.fallback
            return
        self._skip = 0
        self._flush()
        if word in LEFT_OUT or (self._optional and self._first_in_group and word not in ("fldrslt",)):
            self._footnotes += word == "footnote"
            self._images += word == "pict" and bool(self._state.into)
            self._state = replace(self._state, into="")
        elif self._first_in_group and word in ("fonttbl", "stylesheet", "info"):
            self._state = replace(self._state, into=word)
        elif self._state.into == "info" or self._state.into.startswith("info:"):
            if self._first_in_group:
                self._state = replace(self._state, into=f"info:{word}")
        elif word == "fcharset" and self._state.into == "fonttbl":
            self._fonts[self._font] = CHARSETS.get(number or 0, self._default)
        elif self._state.into == "stylesheet":
            if word == "s":
                self._style = number or 0
            elif word == "outlinelevel" and number is not None and number < 9:
                self._style_level = number + 1
        elif word == "f":
            self._font = number or 0
            self._state = replace(self._state, codec=self._fonts.get(self._font, self._default))
        elif self._state.into:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        if word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in SYMBOLS:
            self._write(SYMBOLS[word])
        elif word == "line":
            self.manuscript.line_break()
        elif word == "i":
            self._state = replace(self._state, italic=on)
        elif word in ("v", "deleted"):
            self._state = replace(self._state, hidden=on)
        elif word == "plain":
            self._state = replace(self._state, italic=False, hidden=False)
        elif word == "uc":
            self._state = replace(self._state, fallback=max(0, min(number or 0, 8)))
        elif word == "pard":
            self._level = None
        elif word == "s":
            self._level = self._levels.get(number or 0)
        elif word == "outlinelevel" and number is not None:
            self._level = number + 1 if number < 9 else None
        elif word in ("ansicpg", "mac", "pc", "pca"):
            self._default = codec_of({"mac": 10000, "pc": 437, "pca": 850}.get(word, number or 1252))
            self._state = replace(self._state, codec=self._default)

    def _end_paragraph(self) -> None:
        self._emphasise(False)
        manuscript = self.manuscript
        if self._level is None:
            if manuscript.end() is None:
                manuscript.blank()
        else:
            block = manuscript.end_titled("heading", self._level)
            if block and self._level == 0:
                self.title = self.title or block.text.replace("\n", " ")
        manuscript.element += 1

    def _emphasise(self, on: bool) -> None:
        if on != self._emphasised:
            self.manuscript.emphasise(on)
            self._emphasised = on

    def _flush(self) -> None:
        self._flush_units()
        self._flush_bytes()

    def _flush_units(self) -> None:
        if self._units:
            words = self._units.decode("utf-16-le", "replace")
            self._units.clear()
            self._write(words)

    def _flush_bytes(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._state.codec, "replace")
            self._bytes.clear()
            self._write(words)

    def _write(self, words: str) -> None:
        into = self._state.into
        if into == "body":
            if not self._state.hidden and words:
                self._emphasise(self._state.italic)
                self.manuscript.text(words, verbatim=True)
        elif into == "stylesheet":
            self._style_words = (self._style_words + words)[:200]
        elif into.startswith("info:"):
            self.info[into[5:]] = (self.info.get(into[5:], "") + words)[:2000]

    def notices(self) -> list[Notice]:
        """What was left out, and whether the file is cut short."""
        found = [
            *left_out("references", self._footnotes, ("footnote", "footnotes")),
            *left_out("images", self._images, IMAGE),
        ]
        if self._cut:
            found.append(Notice("cut", "The file ends inside a group, so it may be cut short."))
        return found


RTF = Reader("rtf", "Rich Text Format.", (".rtf",), recognises, read)
