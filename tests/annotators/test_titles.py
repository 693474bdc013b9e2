import pytest

from fabula.annotators.structure.numerals import value
from fabula.annotators.structure.titles import is_capitalised, look


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("Chapter 1204: The Harbour", "chapter", 1204),
        ("CHAPTER I", "chapter", 1),
        ("Chapter 12: The Lamp", "chapter", 12),
        ("Chapter Twenty-Two", "chapter", 22),
        ("CHAPTER IV.\nIN WHICH A BOAT IS LOST", "chapter", 4),
        ("Chapter 3/12", "chapter", 3),
        ("PART TWO", "part", 2),
        ("BOOK THE FIRST", "part", 1),
        ("The Third Book", "part", 3),
        ("XII", "number", 12),
        ("I.", "number", 1),
        ("- 3 -", "number", 3),
        ("2. The Harbour", "number", 2),
        ("Prologue", "named", None),
        ("Epilogue: Ten Years On", "named", None),
    ],
)
def test_headings_are_told_by_their_words(words: str, kind: str, number: int | None) -> None:
    found = look(words)
    assert (found.kind, found.number) == (kind, number)


@pytest.mark.parametrize(
    "words",
    [
        "HELP!",
        '"Chapter One."',
        "Part I liked best was the end.",
        "Chapter 3 was the hardest to write.",
        "She read chapter twelve.",
        "It was dark.",
        "I...",
        "“STOP”",
        "He ran,",
        "Book of hours he called it, and he was right.",
        "Civil 5",
    ],
)
def test_story_is_no_numbered_heading(words: str) -> None:
    assert look(words).kind in ("prose", "line")


@pytest.mark.parametrize("words", ["HELP!", "It was dark.", "“Come in.”", "- Come in.", "he ran", "Wait..."])
def test_short_story_lines_are_no_titles(words: str) -> None:
    assert look(words).kind == "prose"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A/N: sorry this is late", "note"),
        ("Author's Note", "note"),
        ("(A/N: thanks!)", "note"),
        ("Disclaimer: not mine.", "note"),
        ("Summary: A lamp burns.", "summary"),
        ("Rating: G", "label"),
        ("PREFACE", "front"),
        ("TABLE OF CONTENTS", "front"),
        ("The End", "end"),
        ("FINIS.", "end"),
        ("End of Book One", "signpost"),
        ("TO BE CONTINUED", "signpost"),
    ],
)
def test_matter_is_told_by_its_words(words: str, kind: str) -> None:
    assert look(words).kind == kind


@pytest.mark.parametrize(
    "words", ["An: that was all he said.", "In the end.", "The end of the road came.", "Note the time."]
)
def test_sentences_are_no_matter(words: str) -> None:
    assert look(words).kind == "prose"


def test_numbers_are_read_in_every_spelling() -> None:
    assert [value(word) for word in ("7", "XIV", "xl", "nine", "Twenty-first", "thirty five")] == [7, 14, 40, 9, 21, 35]
    assert [value(word) for word in ("mix", "IIIIII", "", "the", "Xi")] == [None] * 5


def test_a_title_capitalises_its_long_words() -> None:
    assert is_capitalised("The Lamp over the Water")
    assert not is_capitalised("The lamp over the water")
    assert not is_capitalised("From Gray, that")
