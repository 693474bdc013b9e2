"""Coreference measures, against figures worked by hand."""

import pytest

from fabula.scoring.coreference import ceafe, muc, score_coreference

# Two entities of three and four mentions; the prediction moves c, loses g and makes i up.
REFERENCE = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "2", "g": "2"}
PREDICTED = {"a": "x", "b": "x", "c": "y", "d": "y", "f": "z", "e": "z", "i": "z"}


def test_muc_counts_the_links_that_are_kept() -> None:
    found = muc(REFERENCE, PREDICTED)
    # 1 falls into {a b}, {c}: 1 of 2 links; 2 into {d}, {e f}, {g}: 1 of 3.
    assert (found.recalled, found.reference) == (2, 5)
    # x is whole: 1 of 1; y falls apart: 0 of 1; z into {e f}, {i}: 1 of 2.
    assert (found.precise, found.predicted) == (2, 4)


def test_ceafe_pairs_entities_off_once() -> None:
    found = ceafe(REFERENCE, PREDICTED)
    # 1 with x: 2*2/(3+2) = 0.8; 2 with z: 2*2/(4+3) = 4/7; y is left over.
    assert found.recalled == pytest.approx(0.8 + 4 / 7)
    assert (found.reference, found.predicted) == (2, 3)


def test_conll_is_the_mean_of_the_three() -> None:
    scores = score_coreference(REFERENCE, PREDICTED)
    # B3 recall: a, b 2/3, c 1/3, d 1/4, e, f 2/4; precision: a, b 1, c, d 1/2, e, f 2/3
    recall, precision = (2 * 2 / 3 + 1 / 3 + 1 / 4 + 2 / 4 * 2) / 7, (2 + 1 + 2 * 2 / 3) / 7
    assert scores["B3"].value == pytest.approx(200 * recall * precision / (recall + precision))
    assert scores["CoNLL"].value == pytest.approx(sum(scores[name].value for name in ("MUC", "B3", "CEAFe")) / 3)


def test_entities_of_one_mention_count_in_all_but_muc() -> None:
    alone = {"a": "1", "b": "2"}
    scores = score_coreference(alone, alone)
    assert [round(scores[name].value) for name in ("MUC", "B3", "CEAFe")] == [0, 100, 100]


def test_the_score_of_two_texts_is_made_from_the_sum_of_their_counts() -> None:
    first, second = score_coreference(REFERENCE, PREDICTED), score_coreference({"a": "1", "b": "1"}, {})
    both = first["CoNLL"] + second["CoNLL"]
    assert both.value < first["CoNLL"].value
    assert both.n == 6
