"""ZIP archives, which EPUB, DOCX and ODT are, opened without trusting them."""

import lzma
import zipfile
import zlib
from io import BytesIO
from posixpath import normpath
from urllib.parse import unquote

from fabula.errors import DamagedFile, UnsafeFile

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
ENTRIES = 20_000
ENTRY_BYTES = 64 << 20
TOTAL_BYTES = 256 << 20
RATIO = 200
"""How many times larger than its packed form an entry may grow, once it is past `FREE_BYTES`."""
FREE_BYTES = 4 << 20
CHUNK = 1 << 16

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """The entries of an archive by name; what they grow to is counted while they are unpacked.

    Raises `DamagedFile` if the archive is cut short, broken or encrypted, `UnsafeFile` if it asks for too much or
    names places outside itself.
    """

    def __init__(self, data: bytes, name: str | None) -> None:
        self.name = name or "The archive"
        self._left = TOTAL_BYTES
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*BROKEN, zipfile.LargeZipFile) as error:
            raise DamagedFile(
                f"{self.name} is a ZIP archive that is cut short or damaged ({error}). Fetch or save it again."
            ) from error
        names = self._zip.namelist()
        if len(names) > ENTRIES:
            raise UnsafeFile(f"{self.name} holds {len(names)} files, more than any story needs ({ENTRIES}).")
        for entry in names:
            if entry.startswith("/") or ".." in entry.replace("\\", "/").split("/") or entry[1:2] == ":":
                raise UnsafeFile(f"{self.name} names a place outside itself: {entry[:80]!r}. Don't trust this file.")
        self._names = dict.fromkeys(names)
        self._folded = {entry.casefold(): entry for entry in names}

    def __contains__(self, entry: str) -> bool:
        return self._find(entry) is not None

    def _find(self, entry: str) -> str | None:
        for candidate in (entry, unquote(entry)):
            if candidate in self._names:
                return candidate
        return self._folded.get(unquote(entry).casefold())

    def read(self, entry: str) -> bytes:
        """The content of an entry; `DamagedFile` if there is none."""
        found = self._find(entry)
        if found is None:
            raise DamagedFile(f"{self.name} lacks '{entry}', which it should hold. Fetch or save it again.")
        info = self._zip.getinfo(found)
        if info.flag_bits & 1:
            raise DamagedFile(f"{self.name} is encrypted with a password. Save it without one and read that.")
        limit = min(ENTRY_BYTES, self._left, max(FREE_BYTES, RATIO * info.compress_size))
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(CHUNK):
                    size += len(piece)
                    if size > limit:
                        raise UnsafeFile(
                            f"{self.name} grows past {limit >> 20} MB as '{entry}' is unpacked: an archive bomb."
                        )
                    pieces.append(piece)
        except (*BROKEN, RuntimeError) as error:
            raise DamagedFile(
                f"'{entry}' in {self.name} can't be unpacked ({error}). Fetch or save it again."
            ) from error
        self._left -= size
        return b"".join(pieces)


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does."""
    return data.startswith(MAGIC)


def kind_of(data: bytes, name: str | None) -> str | None:
    """`epub`, `docx`, `odt`, another media type, or `None` for any other archive.

    Raises as `Archive` does.
    """
    if not is_archive(data):
        return None
    archive = Archive(data, name)
    media_type = ""
    if "mimetype" in archive:
        media_type = archive.read("mimetype")[:100].decode("ascii", "replace").strip()
    if media_type == "application/epub+zip" or "META-INF/container.xml" in archive:
        return "epub"
    if "word/document.xml" in archive or ("[Content_Types].xml" in archive and "_rels/.rels" in archive):
        return "docx" if _has_word(archive) else "office"
    if media_type.startswith("application/vnd.oasis.opendocument.text"):
        return "odt"
    return media_type or None


def _has_word(archive: Archive) -> bool:
    return "word/document.xml" in archive or b"wordprocessingml" in archive.read("[Content_Types].xml")


def resolve(base: str, reference: str) -> str:
    """The entry that `reference`, found in the entry `base`, means, without fragment; never above the root."""
    path = unquote(reference.partition("#")[0])
    folder = base.rpartition("/")[0]
    whole = normpath(f"/{folder}/{path}" if path else f"/{base}")
    return whole.lstrip("/")
