from dataclasses import replace

import pytest

from fabula import read_text
from fabula.document import Numbers
from fabula.scoring.affect import Correlation, Error, score_affect
from fabula.text import Span
from fabula.world import Story


def test_correlation_of_four_pairs_worked_out_by_hand():
    assert Correlation.of((1, 2, 3, 4), (1, 2, 3, 4)).value == pytest.approx(100)
    assert Correlation.of((1, 2, 3, 4), (4, 3, 2, 1)).value == pytest.approx(-100)
    assert Correlation.of((1, 2, 3, 4), (1, 3, 2, 4)).value == pytest.approx(80)


def test_sums_of_two_texts_are_the_correlation_over_both():
    both = Correlation.of((1, 2), (1, 3)) + Correlation.of((3, 4), (2, 4))
    assert (both.value, both.n) == (pytest.approx(80), 4)


def test_what_never_changes_has_no_correlation():
    assert Correlation.of((3, 3, 3), (1, 2, 3)).value == 0
    assert Correlation.of((), ()).value == 0


def test_the_error_is_a_mean_over_all_pairs_of_both_texts():
    both = Error.of((300, 310), (300, 316)) + Error.of((290,), (298,))
    assert (both.n, both.value) == (3, pytest.approx((100 / 3) ** 0.5))
    assert Error().value == 0


def test_a_stretch_is_rated_as_its_sentences_are():
    text = "It rained. It poured.\n\nThe sun came.\n\nThey sang."
    document = read_text(text).document
    rates = {"valence": [200, 300, 400, 350], "arousal": [300] * 4, "dominance": [310, 290, 300, 0]}
    read = Story(replace(document, numbers={name: Numbers("sentences", rates[name]) for name in rates}))
    spans = [Span(0, 21), Span(23, 36), Span(38, 48)]
    ratings = [{"valence": v, "arousal": 3.0, "dominance": d} for v, d in ((2.5, 1), (4.0, 2), (3.5, 3))]
    scores = score_affect(read, list(zip(spans, ratings, strict=True)))
    assert scores["valence"].value == pytest.approx(100)
    assert scores["valence, error"].value == 0
    assert scores["arousal"].value == 0
    assert scores["dominance"].value == 0, "all three are 3.0, the last because it was not read"
    assert scores["dominance, error"].value == pytest.approx((50000 / 3) ** 0.5), "200, 100 and 0 hundredths"
