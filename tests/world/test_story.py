"""What a story is called."""

import pytest

from fabula import read_text
from fabula.pipeline import read_source
from fabula.text import Source

TEXT = "Chapter One\n\nAnn came in.\n\nChapter Two\n\nShe went out.\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source(f"The Door\n\n{TEXT}", title="Doors", origin="a_door.txt"), "Doors"),
        (Source(f"The Door\n\n{TEXT}", origin="a_door.txt"), "The Door"),
        (Source(TEXT, origin="a_door.txt"), "a door"),
        (Source(f"The Door\n\nFor my mother.\n\n{TEXT}", origin="a_door.txt"), "a door"),
    ],
)
def test_a_story_is_called_by_its_title_its_first_line_or_its_file(source: Source, name: str) -> None:
    assert read_source(source).name == name


def test_a_story_from_nowhere_is_untitled() -> None:
    assert read_text(TEXT).name == "Untitled"


def test_a_chapter_that_goes_on_after_a_note_is_one_chapter() -> None:
    text = (
        "CHAPTER I\n\nAnn came in and sat down.\n\nA/N: Thank you all!\n\nThen she slept.\n\nCHAPTER II\n\nShe woke.\n"
    )
    story = read_text(text)
    assert [chapter.title for chapter in story.chapters] == ["CHAPTER I", "CHAPTER II"]
    assert "Then she slept." in story.chapters[0].span.of(text)


def test_somebody_who_is_only_described_is_called_as_within_a_sentence() -> None:
    story = read_text("“Come in,” Ann said.\n\n“Who is it?”\n\nThe porter said, “Only me.”\n")
    assert "the porter" in [who.name for who in story.cast.everyone]
    assert "The porter" not in [who.name for who in story.cast.everyone]


def test_a_view_knows_how_long_the_whole_text_is_and_nothing_else_of_it() -> None:
    text = "Mrs. Tallow came home.\n\nEdith laughed.\n"
    story = read_text(text)
    view = story.until(22)
    assert (story.length, view.length, view.until(5).length) == (len(text),) * 3
    assert view.text == "Mrs. Tallow came home."
