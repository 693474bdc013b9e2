"""How scenes found are matched with scenes wanted."""

import pytest

pytest.importorskip("scipy")

from training.scenes import compare, measures


def test_a_break_counts_once_and_from_one_paragraph_away() -> None:
    assert compare([4, 6, 20], [5, 9], 1).tolist() == [1, 3, 2]
    assert compare([4, 6, 20], [5, 9], 0).tolist() == [0, 3, 2]


def test_f1_lies_between_precision_and_recall() -> None:
    assert measures(compare([4, 6, 20], [5, 9], 1)) == pytest.approx((1 / 3, 1 / 2, 2 / 5))
