from passage_words import drafted, words_in

from fabula.annotators.words import words_of
from fabula.text import Span


def test_quoted_words_know_their_quotation() -> None:
    words = words_in("“Come in,” said Ada. “Sit.”\n\nShe sat.")
    told = [word for word, quoted in zip(words.text, words.quoted, strict=True) if quoted < 0]
    assert told == ["said", "Ada", ".", "She", "sat", "."]
    assert set(words.quoted) == {-1, 0}


def test_a_quoted_word_belongs_to_the_innermost_quotation() -> None:
    words = words_in("“He cried ‘Stop the cart, Ned!’ and ran,” said Ada.")
    inner, outer = words.quoted[words.text.index("cart")], words.quoted[words.text.index("ran")]
    assert inner != outer
    assert words.quotations[inner].parent == words.quotations[outer].id


def test_a_capital_says_nothing_where_a_sentence_or_a_quotation_opens() -> None:
    words = words_in("Rain fell. Then Ada said, “Close it.”")
    initial = [word for word, first in zip(words.text, words.initial, strict=True) if first and word.isalpha()]
    assert initial == ["Rain", "Then", "Close"]


def test_paragraphs_count_from_nought_and_headings_are_left_out() -> None:
    words = words_in("Chapter 1\n\nIt rained.\n\nIt stopped.")
    assert "Chapter" not in words.text
    assert words.paragraph == [1, 1, 1, 2, 2, 2]


def test_a_span_holds_both_its_ends() -> None:
    text = "It rained on Ada."
    words = words_in(text)
    assert words.span(1, 2) == Span(3, 12)
    assert words.span(1, 2).of(text) == "rained on"


def test_the_words_of_a_passage_are_made_once() -> None:
    draft, passage = drafted("It rained.")
    assert words_of(draft, passage) is words_of(draft, passage)
