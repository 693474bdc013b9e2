"""How a file becomes a source: one file per format, one line in `READERS`."""

import os
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from fabula.errors import ReadingError, UnknownFormat
from fabula.readers import mojibake
from fabula.readers.docx import DOCX
from fabula.readers.epub import EPUB
from fabula.readers.foreign import refuse_foreign
from fabula.readers.html import HTML
from fabula.readers.markdown import MARKDOWN
from fabula.readers.odt import ODT
from fabula.readers.plain import TEXT
from fabula.readers.reader import Reader, extension
from fabula.readers.rtf import RTF
from fabula.text import Notice, Source

READERS: tuple[Reader, ...] = (EPUB, DOCX, ODT, RTF, HTML, MARKDOWN, TEXT)
"""Every reader, in the order in which they are asked whether a file is theirs."""

SIZE_LIMIT = 256 << 20
"""Bytes past which a file is no story."""


def read_file(path: Path, *, format: str | None = None, repair: bool = False) -> Source:
    """The source of a file; `format` is a reader's name and overrides what the content says.

    Raises `ReadingError`, or one of its kinds, if the file cannot be opened or read as a story.
    """
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            if S_ISREG(status.st_mode) and status.st_size > SIZE_LIMIT:
                raise UnknownFormat(_too_large(path.name))
            data = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise ReadingError(f"There is no file '{path}'. Check the name and the folder.") from error
    except IsADirectoryError as error:
        raise ReadingError(f"'{path}' is a folder. Give one file of the story.") from error
    except PermissionError as error:
        if path.is_dir():
            raise ReadingError(f"'{path}' is a folder. Give one file of the story.") from error
        raise ReadingError(f"'{path}' may not be read. Change its permissions, or copy it.") from error
    except (OSError, ValueError) as error:
        raise ReadingError(f"'{path}' could not be opened ({error}). Check the name and the disk.") from error
    return read_bytes(data, name=path.name, format=format, repair=repair)


def read_bytes(data: bytes, *, name: str | None = None, format: str | None = None, repair: bool = False) -> Source:
    """The source of bytes, from standard input for instance; `name` is the file's name, if it has one.

    The content decides which reader is used, the name only what the content leaves open. `repair` mends text that
    was decoded wrongly before it came here; without it such text is only reported, in a notice.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ReadingError(f"{name or 'The input'} is empty. Give a file with a story in it.")
    if len(data) > SIZE_LIMIT:
        raise UnknownFormat(_too_large(name or "The input"))
    reader = _reader(format) if format else _recognised(data, name)
    source = reader.read(data, name)
    if not source.text.strip():
        raise ReadingError(f"{name or 'The input'} holds no words. Give a file with a story in it.")
    ending = extension(name)
    if ending and ending not in reader.extensions and any(ending in other.extensions for other in READERS):
        notice = Notice(
            "extension", f"The name ends in '{ending}', but the file was read as {reader.name}, as its content is."
        )
        source = replace(source, notices=(*source.notices, notice))
    return mojibake.repair(source) if repair else mojibake.offer(source)


def _recognised(data: bytes, name: str | None) -> Reader:
    refuse_foreign(data, name)
    return next(reader for reader in READERS if reader.recognises(data, name))


def _reader(name: str) -> Reader:
    for reader in READERS:
        if reader.name == name:
            return reader
    raise UnknownFormat(f"There is no reader '{name}'. There are: {', '.join(reader.name for reader in READERS)}.")


def _too_large(name: str) -> str:
    return f"{name} is larger than {SIZE_LIMIT >> 20} MB, which no story is. Give the file with the story."


__all__ = ["READERS", "Reader", "read_bytes", "read_file"]
