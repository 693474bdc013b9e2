"""Letters between quotation marks, and who signed them."""

import pytest

from fabula.annotators.quoting.letters import announced, signature
from fabula.annotators.speaking.signatures import signer
from fabula.layers import Mention, Quotation
from fabula.pipeline import read_text
from fabula.text import Span

LETTER = (
    "Hanna read:\n\n“Quay House,\n“8 May.\n\n“Dear Tom—\n\n“The boats are in, and nobody has asked for you.\n\n"
    "“Yours ever,\n“Ada Thorne.”\n\nShe put it down.\n\n“Well?” said Tom."
)
"""Written for this test, as are all here."""


def modes(text: str) -> list[tuple[str, int]]:
    """The mode and the number of pieces of each quotation."""
    return [(one.mode, len(one.evidence)) for one in read_text(text).document.layer(Quotation)]


def test_a_letter_whose_lines_each_open_with_a_mark_is_one_quotation() -> None:
    assert modes(LETTER) == [("writing", 6), ("speech", 1)]


def test_a_letter_whose_paragraphs_are_each_closed_ends_with_its_signature() -> None:
    text = "“My dear Tom,”\n\n“The boats are in.”\n\n“Yours truly,”\n\n“Ada Thorne.”\n\n“Is that all?”\n\n“It is.”"
    assert modes(text) == [("writing", 4), ("speech", 1), ("speech", 1)]


def test_a_postscript_belongs_to_the_letter() -> None:
    text = LETTER.replace("She put it down.", "“P.S.—Bring the lamp.”\n\nShe put it down.")
    assert modes(text) == [("writing", 7), ("speech", 1)]


def test_what_a_heading_announces_is_a_letter() -> None:
    text = "Chapter 1\n\nIt rained.\n\nTelegram, Ada Thorne to Pell.\n\n“Boats in.”\n\nHe rose.\n\n“Boats,” he said."
    assert modes(text) == [("writing", 1), ("speech", 1)]


def test_a_letter_goes_on_behind_a_ruler_inside_it() -> None:
    more = "“It is evening now, and I go on.\n\n“Nobody has come.”\n\nShe put it down."
    text = LETTER.split("“Yours ever")[0] + "* * *\n\n" + more
    assert [mode for mode, _ in modes(text)] == ["writing", "writing"]


def test_unclosed_lines_of_speech_are_no_letter() -> None:
    text = "“Oh, have you seen the boats come in,\n“and nobody to ask for you?\n\n“Nor for me.”"
    assert modes(text) == [("speech", 3)]


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("Letter from Ada Thorne to Dr. Pell", True),
        ("Note Left by Tom in the Boat", True),
        ("Letter after letter came, and none for Tom.", False),
        ("Letter?", False),
    ],
)
def test_a_line_announces_a_letter(line: str, is_head: bool) -> None:
    assert announced(line) is is_head


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("“The boats are in.\n“Yours ever,\n“Ada Thorne.”", "Ada Thorne"),
        ("“The boats are in. Believe me, ever yours, Ada Thorne.”", "Ada Thorne"),
        ("“The boats are in.\n“Your loving\n“Ada.\n“P.S.—Tom is not.”", "Ada"),
        ("“The boats are in.\n“All of them are.\n“Ada Thorne.”", "Ada Thorne"),
        ("“Come to Harbour Street.”", None),
        ("“The boats are in.”", None),
        ("“Ever yours,”", None),
    ],
)
def test_a_signature_is_found_in_the_last_line(letter: str, name: str | None) -> None:
    signed = signature(letter, [Span(0, len(letter))])
    assert (signed and signed.of(letter)) == name


def test_the_signer_is_whoever_bears_the_name() -> None:
    story = read_text("Ada Thorne wrote a letter. Ada Thorne laughed. Tom Sorrel opened it. Tom sat down.\n\n" + LETTER)
    letter, speech = story.document.layer(Quotation)
    mentions = list(story.document.layer(Mention))
    entity = signer(story.text, letter, mentions)
    assert entity is not None
    assert story.cast[entity].name == "Ada Thorne"
    assert signer(story.text, speech, mentions) is None
