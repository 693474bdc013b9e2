from pathlib import Path

import pytest

import fabula
from fabula.pipeline import read_source
from fabula.readers import READERS, read_bytes, read_file

from .forms import AUTHOR, FORMS, HEADINGS, ITALICS, PARAGRAPHS, TITLE, Form

EVERY = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.format)
SHAPED = pytest.mark.parametrize("form", [form for form in FORMS if form.shaped], ids=lambda form: form.format)


@EVERY
def test_every_format_gives_the_same_paragraphs(form: Form) -> None:
    source = read_bytes(form.data, name=form.name)
    assert source.format == form.format
    assert source.text.split("\n\n") == PARAGRAPHS
    assert {notice.code for notice in source.notices} <= {"page"}
    assert source.shaped is form.shaped


@SHAPED
def test_every_shaped_format_states_headings_rulers_italics_title_and_author(form: Form) -> None:
    source = read_bytes(form.data, name=form.name)
    words = {
        kind: [mark.span.of(source.text) for mark in source.marks if mark.kind == kind]
        for kind in ("heading", "ruler", "emphasis")
    }
    assert words == {"heading": HEADINGS, "ruler": ["* * *"], "emphasis": ITALICS}
    assert (source.title, source.author) == (TITLE, AUTHOR)


@SHAPED
def test_every_shaped_format_leads_back_to_the_place_in_the_file(form: Form) -> None:
    source = read_bytes(form.data, name=form.name)
    places = [source.locate(source.text.index(words)) for words in PARAGRAPHS]
    assert all(place.document for place in places)
    elements = [place.element for place in places]
    assert elements == sorted(set(elements))


@EVERY
def test_the_content_decides_the_format_whatever_the_name(form: Form) -> None:
    if form.format in ("text", "markdown"):
        return
    source = read_bytes(form.data, name="lamp.txt")
    assert source.format == form.format
    assert "extension" in [notice.code for notice in source.notices]
    assert read_bytes(form.data).format == form.format


@EVERY
def test_a_file_reads_as_its_bytes_do_wherever_it_lies(form: Form, tmp_path: Path) -> None:
    (tmp_path / form.name).write_bytes(form.data)
    assert read_file(tmp_path / form.name) == read_bytes(form.data, name=form.name)


def test_a_path_is_read_as_a_story(tmp_path: Path) -> None:
    form = next(form for form in FORMS if form.format == "epub")
    (tmp_path / form.name).write_bytes(form.data)
    story = fabula.read(str(tmp_path / form.name))
    assert (story.source.origin, story.source.title) == (form.name, TITLE)


@EVERY
def test_a_view_equals_a_reading_of_the_source_up_to_there(form: Form) -> None:
    source = read_bytes(form.data, name=form.name)
    story = read_source(source, annotators=())
    for passage in story.passages:
        p = passage.span.end
        assert read_source(source.until(p), annotators=()).to_json() == story.until(p).to_json()


def test_markdown_is_told_from_text_by_its_headings_only_where_no_name_decides() -> None:
    text = b"# One\n\nHe *ran*.\n"
    assert read_bytes(text).format == "markdown"
    assert read_bytes(text, name="one.txt").format == "text"
    assert read_bytes(text, name="one.txt").text == text.decode()


def test_reader_names_and_extensions_are_distinct() -> None:
    names = [reader.name for reader in READERS]
    endings = [ending for reader in READERS for ending in reader.extensions]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)
