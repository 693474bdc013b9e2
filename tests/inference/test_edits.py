import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.inference.edits import apply, edit


@pytest.mark.parametrize(
    ("word", "lemma", "change"),
    [
        ("walked", "walk", "lower 2"),
        ("Parties", "party", "lower 3 y"),
        ("was", "be", "lower * be"),
        ("Anna", "Anna", "keep 0"),
        ("the", "the", "lower 0"),
        ("THE", "the", "lower 0"),
        ("Carnes", "Carne", "keep 1"),
        ("n't", "not", "lower 2 ot"),
    ],
)
def test_an_edit_says_what_to_change(word: str, lemma: str, change: str) -> None:
    assert edit(word, lemma) == change
    assert apply(change, word) == lemma


def test_an_edit_learnt_elsewhere_works_on_other_words() -> None:
    assert apply("lower 3 y", "Stories") == "story"


def test_an_edit_that_takes_too_much_leaves_the_word() -> None:
    assert apply("lower 5 ink", "Men") == "men"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Zs", "Cc"]), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_an_edit_makes_its_lemma(word: str, lemma: str) -> None:
    assert apply(edit(word, lemma), word) == lemma
