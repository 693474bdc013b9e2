import pytest

from fabula.scoring.bcubed import bcubed


def test_equal_groupings_agree_wholly_whatever_their_names():
    assert bcubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"}).value == 100


def test_one_big_group_recalls_all_and_is_imprecise():
    agreement = bcubed({1: "a", 2: "a", 3: "b"}, dict.fromkeys((1, 2, 3), "x"))
    assert agreement.recall == 100
    assert agreement.precision == pytest.approx(100 * (2 * 2 / 3 + 1 / 3) / 3)


def test_things_that_were_not_found_lower_recall():
    assert bcubed({1: "a", 2: "b"}, {1: "x"}).recall == 50
