"""Notices of what was left out."""

from fabula.readers.left_out import FOOTNOTE_MARK, IMAGE, left_out
from fabula.text import Notice


def test_one_is_said_as_one_and_several_as_several() -> None:
    assert [*left_out("images", 1, IMAGE)] == [Notice("images", "1 image was left out.")]
    assert [*left_out("references", 2, FOOTNOTE_MARK)] == [
        Notice("references", "2 marks of footnotes were left out."),
    ]
    (kept,) = left_out("changes", 3, ("deletion", "deletions"), "; insertions were kept")
    assert kept.message == "3 deletions were left out; insertions were kept."


def test_nothing_is_said_of_none() -> None:
    assert [*left_out("images", 0, IMAGE)] == []
