"""Whatever the bytes, reading them gives a source or a `FabulaError`, and nothing else."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fabula.errors import FabulaError
from fabula.readers import READERS, read_bytes
from fabula.text import Source

from .forms import FORMS, archive, docx_of, epub_of, odt_of

FUZZED = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from([None, *(f"a{reader.extensions[0]}" for reader in READERS)])
FORMATS = st.sampled_from([None, *(reader.name for reader in READERS)])


def check(source: Source) -> None:
    """What every source promises."""
    text = source.text
    assert text.strip()
    assert "\0" not in text
    text.encode()
    for mark in source.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(text)
        assert mark.span.of(text) == mark.span.of(text).strip()
    assert [part.start for part in source.parts] == sorted(part.start for part in source.parts)
    if source.shaped:
        paragraphs = text.split("\n\n")
        assert all(words and words == words.strip() for words in paragraphs)
        assert len(source.parts) == len(paragraphs)
        regions = [mark.span for mark in source.marks if mark.kind in ("front", "note", "summary", "end")]
        assert all(
            one.end <= other.start or other.end <= one.start for one in regions for other in regions if one != other
        )


def assert_sound_or_refused(
    data: bytes, name: str | None = None, format: str | None = None, repair: bool = False
) -> None:
    try:
        source = read_bytes(data, name=name, format=format, repair=repair)
    except FabulaError:
        return
    check(source)
    assert read_bytes(data, name=name, format=format, repair=repair) == source


@FUZZED
@given(st.binary(max_size=400), NAMES, FORMATS, st.booleans())
def test_any_bytes(data: bytes, name: str | None, format: str | None, repair: bool) -> None:
    assert_sound_or_refused(data, name, format, repair)


@FUZZED
@given(st.sampled_from(FORMS), st.data())
def test_valid_files_with_bytes_changed_cut_or_doubled(form, data: st.DataObject) -> None:  # type: ignore[no-untyped-def]
    content = bytearray(form.data)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 40)))
        content[start:end] = data.draw(st.one_of(st.binary(max_size=20), st.just(bytes(content[start:end]) * 2)))
    assert_sound_or_refused(bytes(content), form.name)


def pieces_of(text: str) -> list[str]:
    return re.findall(r"<[^>]*>|[^<]+", text)


TAGS = """<p> </p> <div> </div> <br> <br/> <hr> <i> </i> <em> </em> <b> </b> <h1> </h1> <h2> </h2> <hgroup> </hgroup>
<pre> </pre> <a> <a/> </a> <sup> </sup> <table> <tr> <td> </table> <ul> <li> </ul> <body> </body> <html> </html> <head>
</head> <title> </title> <script> </script> <style> </style> <!-- --> <![CDATA[ ]]> <?xml ?> < > & &amp; &#xD800; &#0;
&#99999999999; &nbsp; <a_href="#n1"> <section_epub:type="footnotes"> <aside_epub:type="note">
<div_id="preface"> <div_class="meta"> <blockquote_class="userstuff"> <p_class="scene-break">
Summary Notes
<div_hidden> <span_style="font-style:italic"> </span> <img_alt="T"> <a_name="x"> <article> <main>
1 * Word. <div_epub:type="titlepage"> <div_epub:type="chapter"> <dl> <dt> <dd> </dl> <svg> </svg>""".split()
MARKUP = st.lists(
    st.sampled_from([tag.replace("_", " ") for tag in TAGS] + [" ", "\n", "\u00a0", "\u00ad"]), max_size=40
)


@FUZZED
@given(MARKUP)
@example(["<hgroup>", "<p>", "Word.", "<h1>", "1"])
def test_any_tags(tags: list[str]) -> None:
    markup = "".join(tags)
    assert_sound_or_refused(f"<html>{markup}".encode(), "a.html")
    assert_sound_or_refused(epub_of({"one": f"<p>Word.</p>{markup}"}), "a.epub")


WORDS = st.lists(
    st.sampled_from(
        """{ } \\par \\pard \\i \\i0 \\plain \\'e9 \\'82 \\'a0 \\u8217? \\u-10179? \\u-8704? \\uc0 \\uc2 \\f1 \\f0 \\*
        \\footnote \\fonttbl \\fcharset128 \\stylesheet \\s1 \\outlinelevel0 \\info \\title \\bin4 \\bin999999999
        \\line \\page \\~ \\- \\_ \\emdash \\deleted \\v \\pict \\field \\fldinst \\fldrslt \\ansicpg932
        \\ansicpg99999 \\u99999999999 word é 1""".split()
    ).map(lambda word: word + " "),
    max_size=40,
)


@FUZZED
@given(WORDS)
def test_any_rtf(words: list[str]) -> None:
    assert_sound_or_refused(("{\\rtf1 " + "".join(words)).encode("latin-1"), "a.rtf")


LINES = st.lists(
    st.sampled_from(
        """# One|## Two|text|*a* b|**a|* * *|---|||> said|- item|1. item|    in|`c`|[^1]: n|a[^1]|<br>x<i>y|[[Page]]
        |![[i.png]]|![a](b)|%%c%%|===|```|a  |\\*|&nbsp;|\u00a0|</i>|<!-- c -->|~~~""".split("|")
    ),
    max_size=20,
)


@FUZZED
@given(LINES)
def test_any_markdown(lines: list[str]) -> None:
    assert_sound_or_refused("\n".join(lines).encode(), "a.md")
    assert_sound_or_refused(("---\ntitle: x\n---\n" + "\n".join(lines)).encode())


def blocks(alphabet: list[str]) -> st.SearchStrategy[str]:
    """Well-formed nestings of elements and words."""
    leaf = st.sampled_from(["Word. ", "  ", "\n", "\u00a0", "* * *", ""])
    return st.recursive(
        leaf,
        lambda inner: st.builds(
            lambda tag, content: f"<{tag}>{''.join(content)}</{tag.split()[0]}>",
            st.sampled_from(alphabet),
            st.lists(inner, max_size=4),
        ),
        max_leaves=25,
    )


WORD = [
    "w:p",
    "w:r",
    "w:t",
    "w:rPr",
    "w:pPr",
    "w:i",
    'w:i w:val="0"',
    "w:br",
    "w:tab",
    "w:del",
    "w:ins",
    "w:tbl",
    "w:drawing",
]
WORD += [
    'w:pStyle w:val="Mine"',
    'w:pStyle w:val="Lost"',
    'w:outlineLvl w:val="x"',
    "w:pBdr",
    "w:footnoteReference",
    'w:br w:type="page"',
]
OPEN = [
    "text:p",
    "text:h",
    'text:h text:outline-level="x"',
    "text:span",
    'text:span text:style-name="T1"',
    "text:s",
    "text:note",
]
OPEN += [
    'text:s text:c="3"',
    'text:s text:c="²"',
    'text:s text:c="99999999999"',
    "text:tab",
    "text:line-break",
    "text:tracked-changes",
]


@pytest.mark.parametrize(("alphabet", "build"), [(WORD, docx_of), (OPEN, odt_of)], ids=["docx", "odt"])
@FUZZED
@given(st.data())
def test_any_document(alphabet: list[str], build: Callable[[str], bytes], data: st.DataObject) -> None:
    assert_sound_or_refused(build(data.draw(blocks(alphabet))), None)


@FUZZED
@given(
    st.dictionaries(st.text(max_size=12), st.binary(max_size=60), max_size=4), st.sampled_from(["epub", "odt", "docx"])
)
def test_any_archive(entries: dict[str, bytes], kind: str) -> None:
    known: dict[str, str | bytes] = {
        "epub": {"mimetype": "application/epub+zip"},
        "odt": {"mimetype": "application/vnd.oasis.opendocument.text"},
        "docx": {"word/document.xml": "<w/>"},
    }[kind]
    try:
        data = archive({**known, **entries})
    except UnicodeEncodeError:
        return
    assert_sound_or_refused(data, None)
