"""Scores of time expressions, worked out by hand."""

import pytest

from fabula.scoring.measures import Agreement
from fabula.scoring.times import score_times
from fabula.text import Span

REFERENCE = {
    (Span(0, 9), "duration", "P1TNI"),
    (Span(20, 36), "offset", "P1D/TMO"),
    (Span(40, 47), "date", "XXXX-WXX-2"),
    (Span(60, 65), "date", "P0D"),
}
FOUND = {
    (Span(0, 9), "duration", "P1TNI"),
    (Span(20, 36), "time", "P1D/TMO"),
    (Span(40, 47), "date", "XXXX-WXX-3"),
    (Span(62, 65), "date", "P0D"),
    (Span(70, 74), "age", "P9Y"),
}


@pytest.mark.parametrize(
    ("measure", "right", "precise"),
    [
        ("extent", 3, 3),
        ("extent and kind", 2, 2),
        ("found and normalised", 1, 1),
        ("extent, overlapping", 4, 4),
    ],
)
def test_each_measure_asks_for_more(measure: str, right: int, precise: int) -> None:
    assert score_times(REFERENCE, FOUND)[measure] == Agreement(right, 4, precise, 5)


def test_each_kind_is_scored_alone() -> None:
    scores = score_times(REFERENCE, FOUND)
    assert scores["duration, found and normalised"] == Agreement(1, 1, 1, 1)
    assert scores["date, found and normalised"] == Agreement(0, 2, 0, 2)
    assert scores["age, found and normalised"] == Agreement(0, 0, 0, 1)
