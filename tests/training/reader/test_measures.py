from dataclasses import replace

import pytest

from training.reader.annotated import Annotated, Extent
from training.reader.measures import F1, correlation, mean, measures

TEXT = Annotated(
    id="t",
    words=("She", "saw", "Anna", "."),
    sentences=(4,),
    tags={"upos": ("PRON", "VERB", "PROPN", "PUNCT"), "relation": ("nsubj", "root", "obj", "punct")},
    heads=(1, 1, 1, 1),
)


def test_agreement_adds_up() -> None:
    whole = F1.of({1, 2}, {2, 3}) + F1.of({4}, {4})
    assert whole == F1(2, 3, 3)
    assert whole.value == pytest.approx(2 / 3)
    assert F1().value == 0.0


def test_grammar_is_counted_over_words() -> None:
    read = replace(
        TEXT,
        tags={"upos": ("PRON", "VERB", "NOUN", "PUNCT"), "relation": ("nsubj:pass", "root", "iobj", "punct")},
        heads=(1, 1, 1, 2),
    )
    scores = measures([(TEXT, read)])
    assert (scores["upos"], scores["uas"], scores["las"], scores["las with subtypes"]) == (75.0, 75.0, 50.0, 25.0)


def test_lemmas_are_compared_and_not_their_edits() -> None:
    text = replace(TEXT, tags=TEXT.tags | {"lemma": ("lower 0", "lower * see", "keep 0", "lower 0")})
    read = replace(text, tags=text.tags | {"lemma": ("lower * she", "lower 0", "keep 0", "lower 0")})
    assert measures([(text, read)])["lemma"] == 75.0


def test_a_mention_is_right_with_its_extent_type_and_kind() -> None:
    wanted = (Extent(0, 1, "PER.PRON"), Extent(2, 3, "PER.PROP"))
    text = Annotated(id="t", words=TEXT.words, sentences=(4,), extents={"mention": wanted, "entity": wanted[1:]})
    found = (Extent(0, 1, "PER.PRON"), Extent(2, 3, "GPE.PROP"))
    read = replace(text, extents={"mention": found, "entity": ()})
    scores = measures([(text, read)])
    assert scores == {"mention F1": 50.0, "entity F1": 0.0, "mention spans F1": 100.0}


def test_windows_count_together() -> None:
    text = Annotated(id="t", words=("a", "b"), sentences=(2,), tags={"event": ("B", "O")})
    missed = replace(text, tags={"event": ("O", "O")})
    assert measures([(text, text), (text, missed)]) == {"event F1": pytest.approx(66.67)}


def test_correlation() -> None:
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1.0)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)
    assert correlation([1, 2, 3], [1, 1, 1]) == 0.0


def test_the_mean_is_of_measures_with_a_target() -> None:
    assert mean({"upos": 90.0, "uas": 80.0, "lemma": 10.0}) == 85.0
