from fabula import read_text
from fabula.layers import Quotation


def quotations(text: str) -> list[list[str]]:
    story = read_text(text)
    return [[piece.of(text) for piece in claim.evidence] for claim in story.document.layer(Quotation)]


def test_straight_and_curly_double_marks_fire() -> None:
    assert quotations('"Rain again," said Ada.') == [['"Rain again,"']]
    assert quotations("“Rain again,” said Ada.") == [["“Rain again,”"]]


def test_speech_cut_by_its_cue_is_one_quotation() -> None:
    assert quotations('"Rain," said Ada, "again."') == [['"Rain,"', '"again."']]


def test_a_missing_closing_mark_does_not_swallow_the_next_paragraph() -> None:
    assert quotations('"Rain again, said Ada.\n\nNobody looked up.') == [['"Rain again,']]


def test_speech_over_several_paragraphs_is_one_quotation() -> None:
    assert quotations("“Rain.\n\n“Rain again.”\n\n“No.”") == [["“Rain.", "“Rain again.”"], ["“No.”"]]
