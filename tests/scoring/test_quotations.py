import pytest

from fabula.scoring.quotations import bare, score_quotations, spoken
from fabula.scoring.reference import Reference, ReferenceQuotation
from fabula.text import Span
from scoring.stories import StoryMaker

TEXT = """"Come in," said Ada, "and shut the door." She read "Night Trains" again. "He said 'no' to me." """


@pytest.fixture
def maker():
    return StoryMaker(TEXT)


def reference(maker, *pieces):
    quotations = tuple(
        ReferenceQuotation(str(number), (maker.span(piece),), "ada") for number, piece in enumerate(pieces)
    )
    return Reference("trains", TEXT, quotations)


def test_marks_and_blanks_at_the_ends_do_not_count():
    assert bare('x " yes! "', Span(1, 10)) == Span(4, 8)
    assert bare('"”', Span(0, 2)) == Span(2, 2)


def test_pieces_agree_with_marks_and_without(maker):
    maker.quotation(maker.span('"Come in,"'), maker.span('"and shut the door."'))
    scores = score_quotations(maker.story(), reference(maker, "Come in,", "and shut the door."))
    assert scores["pieces, exact"].value == 100
    assert scores["characters of the text"].value == 100


def test_piece_that_is_too_long_is_wrong_but_overlaps(maker):
    maker.quotation(maker.span('"Come in," said Ada'))
    scores = score_quotations(maker.story(), reference(maker, "Come in,", "and shut the door."))
    assert scores["pieces, exact"].value == 0
    assert scores["pieces, overlapping"].recall == 50
    assert scores["pieces, overlapping"].precision == 100
    assert scores["characters of the text"].recall == pytest.approx(100 * 8 / (8 + 18))
    assert scores["characters of the text"].precision == pytest.approx(100 * 8 / len('Come in," said Ada'))


def test_titles_scare_quotes_and_quotations_inside_others_are_left_out(maker):
    outer = maker.quotation(maker.span("\"He said 'no' to me.\""))
    maker.quotation(maker.span("'no'"), parent=outer)
    maker.quotation(maker.span('"Night Trains"'), mode="title")
    maker.quotation(maker.span("again"), mode="scare")
    assert [quoted.id for quoted in spoken(maker.story())] == [outer]
