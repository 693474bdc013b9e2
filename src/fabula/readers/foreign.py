"""Files that are no stories, or not in a form that can be read, and what to do about each."""

import re

from fabula.errors import DamagedFile, UnknownFormat
from fabula.readers.archive import is_archive, kind_of

SAVE_AS = "Save it as DOCX, ODT or EPUB and read that."
CONVERT = "Convert it to EPUB, with calibre for instance, and read that."
NOT_TEXT = "Give the text of the story instead."

SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF, which holds places on paper and no paragraphs", "Use the EPUB or DOCX it was made from."),
    (60, b"BOOKMOBI", "a Kindle book", CONVERT),
    (60, b"TEXtREAd", "a PalmDOC book", CONVERT),
    (0, b"ITOLITLS", "a Microsoft Reader book", CONVERT),
    (0, b"ITSF", "a CHM help file", CONVERT),
    (0, b"AT&TFORM", "a DjVu file", NOT_TEXT),
    (0, b"SQLite format 3\0", "a database; if it is a saved story", "Open it with `fabula show`."),
    (0, b"\x89PNG", "an image", NOT_TEXT),
    (0, b"\xff\xd8\xff", "an image", NOT_TEXT),
    (0, b"GIF8", "an image", NOT_TEXT),
    (0, b"RIFF", "an image or a recording", NOT_TEXT),
    (0, b"II*\0", "an image", NOT_TEXT),
    (0, b"MM\0*", "an image", NOT_TEXT),
    (4, b"ftyp", "a film or a picture", NOT_TEXT),
    (0, b"ID3", "a recording", NOT_TEXT),
    (0, b"OggS", "a recording", NOT_TEXT),
    (0, b"fLaC", "a recording", NOT_TEXT),
    (0, b"\x7fELF", "a program", NOT_TEXT),
    (0, b"MZ\x90", "a program", NOT_TEXT),
    (0, b"\xca\xfe\xba\xbe", "a program", NOT_TEXT),
    (0, b"\xcf\xfa\xed\xfe", "a program", NOT_TEXT),
    (0, b"\x1f\x8b", "a compressed file", "Unpack it and read the story inside."),
    (0, b"BZh", "a compressed file", "Unpack it and read the story inside."),
    (0, b"\xfd7zXZ\0", "a compressed file", "Unpack it and read the story inside."),
    (0, b"\x28\xb5\x2f\xfd", "a compressed file", "Unpack it and read the story inside."),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it and read the story inside."),
    (0, b"Rar!", "a RAR archive", "Unpack it and read the story inside."),
    (0, b"bplist00", "a web archive", "Save the page as HTML alone and read that."),
    (257, b"ustar", "a tar archive", "Unpack it and read the story inside."),
)
"""Place, bytes that stand there, what such a file is, what to do."""
HEAD = 4096
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
HTML = re.compile(rb"<(?:!doctype\s+)?html\b", re.IGNORECASE)
WEB_ARCHIVE = re.compile(
    rb"\A(?:[\w-]{1,40}:[^\n]{0,998}\n|[ \t][^\n]{0,998}\n)*?Content-Type:\s*multipart/related", re.IGNORECASE
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def refuse_foreign(data: bytes, name: str | None) -> None:
    """Raises `UnknownFormat` for files of kinds that no reader knows, `DamagedFile` for a document with a password."""
    what = name or "The input"
    if data.startswith(COMPOUND):
        if ENCRYPTED_PACKAGE in data:
            raise DamagedFile(f"{what} is encrypted with a password. Save it without one and read that.")
        raise UnknownFormat(f"{what} is a document in an old Office format. {SAVE_AS}")
    for place, mark, kind, advice in SIGNATURES:
        if data.startswith(mark, place):
            raise UnknownFormat(f"{what} is {kind}. {advice}")
    head = data[:HEAD]
    if XML.match(head) and not HTML.search(head):
        raise UnknownFormat(f"{what} is XML, but no page: FictionBook, TEI or the like. {CONVERT}")
    if WEB_ARCHIVE.search(head):
        raise UnknownFormat(f"{what} is a web archive. Save the page as HTML alone and read that.")
    if is_archive(data):
        kind_found = kind_of(data, name)
        if kind_found == "office":
            raise UnknownFormat(f"{what} is a spreadsheet or a presentation. {SAVE_AS}")
        if kind_found not in ("epub", "docx", "odt"):
            raise UnknownFormat(
                f"{what} is an archive without a story in a known form. Unpack it and read the story inside."
            )
