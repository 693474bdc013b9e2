import os
import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from fabula.errors import DamagedFile, ReadingError, UnknownFormat, UnsafeFile
from fabula.readers import archive as archives
from fabula.readers import read_bytes, read_file

from .forms import CONTAINER, FORMS, archive, docx, docx_of, epub, epub_of, odt_of, page

ARCHIVES = [form for form in FORMS if form.format in ("epub", "docx", "odt")]
EVERY_ARCHIVE = pytest.mark.parametrize("form", ARCHIVES, ids=lambda form: form.format)


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_nothing_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"nothing\.txt is empty"):
        read_bytes(data, name="nothing.txt")


def test_one_word_is_a_story() -> None:
    assert read_bytes(b"Word").text == "Word"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF.*Use the EPUB"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (b"\x7fELF\x02\x01\x01" + bytes(20), "a program"),
        (bytes(60) + b"BOOKMOBI" + bytes(40), "a Kindle book"),
        (b"SQLite format 3\0" + bytes(84), "fabula show"),
        (b"\x1f\x8b\x08\0" + bytes(20), "compressed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Office format"),
        (bytes(range(256)) * 40, "no text"),
        (b'<?xml version="1.0"?><FictionBook><body><p>Once.</p></body></FictionBook>', "FictionBook"),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", "web archive"),
    ],
)
def test_files_of_other_kinds_are_refused_with_advice(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat, match=f"(?s)thing.bin is .*{what}"):
        read_bytes(data, name="thing.bin")


def test_a_document_with_a_password_is_refused_as_encrypted() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(DamagedFile, match="encrypted with a password"):
        read_bytes(data, name="secret.docx")


def test_an_archive_of_other_things_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="Unpack it"):
        read_bytes(archive({"story.txt": "Once."}), name="story.zip")
    with pytest.raises(UnknownFormat, match="spreadsheet"):
        read_bytes(archive({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<R/>"}), name="sums.xlsx")


@EVERY_ARCHIVE
def test_an_archive_cut_short_is_damaged_wherever_the_cut(form) -> None:  # type: ignore[no-untyped-def]
    for part in range(1, 8):
        with pytest.raises(DamagedFile, match="cut short or damaged"):
            read_bytes(form.data[: len(form.data) * part // 8], name=form.name)


def test_an_encrypted_archive_is_damaged() -> None:
    data = bytearray(docx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + place] |= 1
            start += 4
    with pytest.raises(DamagedFile, match="encrypted with a password"):
        read_bytes(bytes(data), name="locked.docx")


def test_an_odt_with_encrypted_entries_is_damaged() -> None:
    manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(DamagedFile, match="encrypted with a password"):
        read_bytes(odt_of("<text:p>Once.</text:p>", manifest=manifest), name="locked.odt")


def encryption(algorithm: str) -> dict[str, str | bytes]:
    return {
        "META-INF/encryption.xml": '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">'
        f'<EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
    }


def test_a_protected_epub_is_refused_politely_but_obfuscated_fonts_are_not() -> None:
    pages = {"one": page("<p>Once.</p>")}
    protected = epub_of(pages, more=encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    with pytest.raises(DamagedFile, match="protected by digital rights management"):
        read_bytes(protected, name="bought.epub")
    fonts = epub_of(pages, more=encryption("http://www.idpf.org/2008/embedding"))
    assert read_bytes(fonts, name="bought.epub").text == "Once."


def test_a_bomb_is_stopped_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = epub_of({"one": page("<p>" + "a" * (12 << 20) + "</p>")})
    assert len(bomb) < 1 << 20
    with pytest.raises(UnsafeFile, match="archive bomb"):
        read_bytes(bomb, name="bomb.epub")
    monkeypatch.setattr(archives, "TOTAL_BYTES", 1000)
    with pytest.raises(UnsafeFile, match="archive bomb"):
        read_bytes(epub(), name="big.epub")


def test_a_bomb_that_lies_about_its_size_is_stopped_or_damaged() -> None:
    data = bytearray(epub_of({"one": page("<p>" + "a" * (12 << 20) + "</p>")}))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", data, place + 24, 10)  # the size in the directory
        place = data.find(b"PK\x01\x02", place + 4)
    with pytest.raises((UnsafeFile, DamagedFile)):
        read_bytes(bytes(data), name="bomb.epub")


def test_an_archive_of_too_many_entries_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "ENTRIES", 3)
    with pytest.raises(UnsafeFile, match="more than any story needs"):
        read_bytes(epub(), name="many.epub")


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../outside.xhtml", "OPS/../../outside", "C:\\outside", "a\\..\\..\\b"]
)
def test_paths_out_of_an_archive_are_refused(path: str) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr("META-INF/container.xml", CONTAINER)
        packed.writestr(path, "x")
    with pytest.raises(UnsafeFile, match="outside itself"):
        read_bytes(out.getvalue(), name="sly.epub")


def test_references_out_of_an_archive_lead_nowhere() -> None:
    sly = CONTAINER.replace("OPS/package.opf", "../../../../etc/passwd")
    with pytest.raises(DamagedFile, match="lacks"):
        read_bytes(archive({"mimetype": "application/epub+zip", "META-INF/container.xml": sly}), name="sly.epub")


LAUGHS = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE])
def test_entities_of_its_own_are_refused_in_xml(doctype: str) -> None:
    word = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:document>'
    with pytest.raises(UnsafeFile, match="entities"):
        read_bytes(archive({"word/document.xml": doctype + word}), name="laughs.docx")
    container = doctype + CONTAINER.removeprefix('<?xml version="1.0"?>')
    with pytest.raises(UnsafeFile, match="entities"):
        read_bytes(archive({"META-INF/container.xml": container}), name="laughs.epub")


def test_entities_of_its_own_mean_nothing_in_a_page() -> None:
    sly = LAUGHS + "<html><body><p>&b; he said.</p></body></html>"
    assert "ha" not in read_bytes(epub_of({"one": sly}), name="laughs.epub").text


def test_an_epub_without_text_or_spine_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="holds no text"):
        read_bytes(epub_of({"one": page("<p><img src='a.png'/></p>")}), name="pictures.epub")
    with pytest.raises(DamagedFile, match="lacks"):
        read_bytes(archive({"mimetype": "application/epub+zip"}), name="bare.epub")


def test_a_page_that_is_not_listed_is_passed_over() -> None:
    data = epub_of({"one": page("<p>Once.</p>")}, spine='<itemref idref="one"/><itemref idref="gone"/>')
    assert read_bytes(data, name="gap.epub").text == "Once."


TIMED = 100_000


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * TIMED + "Deep." + "</div>" * TIMED,
        "<div>" * TIMED + "Deep." + "</span>" * TIMED,
        "<p><b>" * TIMED + "Deep.",
        "<!--" * TIMED + "Deep.",
        "<a b='" * TIMED + "Deep.",
        '<p a="">Deep.' + "<p a=\"'>" * TIMED,
        "<" * TIMED + "Deep.",
        "<p>" + "&amp;" * TIMED + "Deep.",
        "<script>" * TIMED + "Deep.",
        "<ul><li>" * TIMED + "Deep.",
        "<section epub:type='chapter'>" * TIMED + "Deep.",
        "<p>Deep." + "<br>" * TIMED,
    ],
    ids=lambda body: body[:12],
)
def test_hostile_markup_is_read_in_bounded_time(body: str) -> None:
    start = time.perf_counter()
    markup = f"<html><body><p>Said.</p>{body}"
    assert "Said." in read_bytes(markup.encode(), name="deep.html").text
    assert time.perf_counter() - start < 20
    few = markup[: len(markup) // 10]
    assert "Said." in read_bytes(epub_of({"one": few}), name="deep.epub").text


def test_long_front_matter_is_read_in_bounded_time() -> None:
    markup = "<section epub:type='frontmatter'>" + "<p role='note'>Thanks.</p>" * 60_000 + "</section><p>Said.</p>"
    start = time.perf_counter()
    assert "Said." in read_bytes(f"<html><body>{markup}".encode(), name="front.html").text
    assert time.perf_counter() - start < 20


def test_deep_xml_is_read_or_refused_without_a_crash() -> None:
    deep = "<w:sdt>" * TIMED + "<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>" + "</w:sdt>" * TIMED
    try:
        assert read_bytes(docx_of(deep), name="deep.docx").text == "Deep."
    except UnsafeFile:
        assert len(deep) > archives.FREE_BYTES
    assert read_bytes(b"{\\rtf1 " + b"{" * 50_000 + b"Deep.", name="deep.rtf").text == "Deep."
    with pytest.raises(DamagedFile, match="too deeply"):
        read_bytes(b"{\\rtf1 " + b"{" * 200_000 + b"Deep.", name="deep.rtf")


@pytest.mark.parametrize("name", ["line.txt", "line.md", "line.html", "line"])
def test_one_long_line_is_read_in_bounded_time(name: str) -> None:
    line = b"She said nothing, and *he* said less. " * 130_000
    start = time.perf_counter()
    assert len(read_bytes(line, name=name).text.split()) == 130_000 * 7
    assert time.perf_counter() - start < 20


def test_mixed_newlines_stay_in_text_and_nuls_are_counted() -> None:
    assert read_bytes(b"One.\r\nTwo.\rThree.\nFour.").text == "One.\r\nTwo.\rThree.\nFour."
    source = read_bytes(b"One\0two." + b" And on." * 20)
    assert source.text.startswith("One\ufffdtwo.")
    assert [notice.code for notice in source.notices] == ["nuls"]


def test_places_that_are_no_files_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no file"):
        read_file(tmp_path / "nowhere.txt")
    with pytest.raises(ReadingError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(ReadingError):
        read_file(Path("bad\0name"))
    if os.geteuid():
        (tmp_path / "shut.txt").write_text("Once.")
        (tmp_path / "shut.txt").chmod(0)
        with pytest.raises(ReadingError, match="may not be read"):
            read_file(tmp_path / "shut.txt")


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    with open(tmp_path / "vast.txt", "wb") as file:
        file.truncate(300 << 20)
    with pytest.raises(UnknownFormat, match="larger than 256 MB"):
        read_file(tmp_path / "vast.txt")


def test_an_unknown_format_is_named_with_the_known() -> None:
    with pytest.raises(UnknownFormat, match=r"no reader 'pdf'\. There are: epub, docx"):
        read_bytes(b"Once.", format="pdf")


def test_a_page_without_words_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="no text"):
        read_bytes(b"<!doctype html><html><body><script>go()</script></body></html>", name="app.html")
