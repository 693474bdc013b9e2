from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.errors import CorrectionsError
from fabula.layers import GivenCast, GivenSpeaker
from fabula.readers.corrections_file import (
    append_correction,
    corrections_beside,
    drop_last,
    parse_corrections,
    read_corrections,
)
from fabula.text.anchor import Anchor

BY_HAND = '''# What I know better.

[[speaker]]
quote = "Then we must   hurry"   # she says it under her breath
after = "said Thomas"
speaker = "Agnes"
addressee = "Thomas"

[[same]]
names = ["Thomas", "the boy from the mill"]

[[speaker]]
quote = """Never!"""
speaker = "unknown"
'''
HURRY = GivenSpeaker(Anchor("Then we must hurry", after="said Thomas"), "Agnes", "Thomas")
NEVER = GivenSpeaker(Anchor("Never!"), None)


def test_a_file_states_speakers_and_who_is_who(tmp_path: Path) -> None:
    path = tmp_path / "novel.corrections.toml"
    path.write_text("\ufeff" + BY_HAND, "utf-8")
    assert corrections_beside(tmp_path / "novel.epub") == path
    assert read_corrections(path) == GivenCast(speakers=(HURRY, NEVER), same=(("Thomas", "the boy from the mill"),))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_appending_leaves_what_is_there_as_it_is_and_can_be_undone(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "novel.corrections.toml"
    before = BY_HAND.replace("\n", newline).encode()
    path.write_bytes(before)
    added = GivenSpeaker(Anchor('She said "no"\\', before="and\tthen \x7f"), "O’Brien, the elder")
    append_correction(path, added)
    append_correction(path, NEVER)
    assert path.read_bytes().startswith(before)
    assert read_corrections(path).speakers[-1] == NEVER
    assert drop_last(path) == NEVER
    assert drop_last(path).speaker == "O’Brien, the elder"
    assert path.read_bytes().rstrip() == before.rstrip()
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    with pytest.raises(CorrectionsError, match="Edit it by hand"):
        drop_last(path)


def test_the_first_correction_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "novel.corrections.toml"
    append_correction(path, HURRY)
    assert read_corrections(path).speakers == (HURRY,)
    drop_last(path)
    assert read_corrections(path) == GivenCast()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[speaker]\n", "is not TOML"),
        ("[speaker]\nquote = 'a'\n", r"\[\[speaker\]\] with two brackets"),
        ('[[speaker]]\nquote = "Yes"\n', "speaker 1 has no speaker"),
        ('[[speaker]]\nspeaker = "Ann"\n', "speaker 1 has no quote"),
        ('[[speaker]]\nquote = "…!"\nspeaker = "Ann"\n', "quote holds no word"),
        ('[[speaker]]\nquote = "Yes"\nspeaker = ""\n', "speaker is a name"),
        ('[[speaker]]\nquote = 3\nspeaker = "Ann"\n', "not 3"),
        ('[[speaker]]\nquote = "Yes"\nwho = "Ann"\n', "no field 'who'"),
        ('[[same]]\nnames = ["Ann"]\n', "same 1: names is a list of two"),
        ("[[apart]]\n", "no field 'apart'"),
    ],
)
def test_an_error_says_what_is_wrong_and_where(text: str, message: str) -> None:
    with pytest.raises(CorrectionsError, match=message) as raised:
        parse_corrections(text, name="mine.toml")
    assert "mine.toml" in str(raised.value)


def test_a_broken_file_is_never_appended_to(tmp_path: Path) -> None:
    path = tmp_path / "novel.corrections.toml"
    path.write_text("[[speaker]\n")
    with pytest.raises(CorrectionsError):
        append_correction(path, HURRY)
    assert path.read_text() == "[[speaker]\n"


@given(st.text(max_size=200))
def test_any_text_is_corrections_or_an_error(text: str) -> None:
    with suppress(CorrectionsError):
        assert parse_corrections(text).characters == ()


PLAIN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(PLAIN, PLAIN, PLAIN)
def test_any_words_can_be_written_down(quote: str, before: str, speaker: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.corrections.toml")
        with suppress(CorrectionsError):
            append_correction(path, GivenSpeaker(Anchor(quote, before), speaker))
            (read,) = read_corrections(path).speakers
            assert read.anchor.words == Anchor(quote, before).words
            drop_last(path)
            assert read_corrections(path) == GivenCast()
