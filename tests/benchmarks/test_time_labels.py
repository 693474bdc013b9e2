"""The labels of time expressions keep to their own rules (benchmarks/labels/README.md)."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

LABELS = Path(__file__).parents[2] / "benchmarks" / "labels" / "times.jsonl"
STRETCHES = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
TIMES = [time for stretch in STRETCHES for time in stretch["times"]]

PART = r"T(?:DA|MO|MI|AF|EV|DU|NI|DT)"
SEASON = r"(?:SP|SU|FA|WI)"
COUNT = r"(?:[1-9]\d*|X)"
LENGTH = rf"P(?=.)(?:{COUNT}(?:{PART}|{SEASON}|[YMWD]))*(?:T(?=.)(?:{COUNT}[HMS])*)?"
SHIFT = rf"(?:P0[DWMY]|-?{LENGTH})"
DAY = rf"[\dX]{{4}}(?:-{SEASON}|-Easter|-Whitsun|-WXX(?:-[1-7])?|-[\dX]{{2}}(?:-[\dX]{{2}})?)?"
DATE = rf"(?:{DAY}|{SHIFT}(?:/{DAY})?)"
CLOCK = r"T[012]\d:[0-5]\d"
EITHER = r"(?:{0})(?:\|(?:{0}))*"
VALUES = {
    "date": DATE,
    "time": rf"(?:{DATE}/)?(?:{PART}|{EITHER.format(CLOCK)})",
    "duration": EITHER.format(LENGTH),
    "offset": rf"{EITHER.format(SHIFT)}|{SHIFT}/(?:{PART}|{DAY})",
    "frequency": rf"every (?:{LENGTH}|{PART}|{DAY}(?:/{PART})?)|[1-9]\d* per {LENGTH}",
    "age": EITHER.format(rf"[+-]?P{COUNT}[YMWD]"),
}


def fits(kind: str, value: str) -> bool:
    return re.fullmatch(VALUES[kind], value) is not None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "1887-09-07"),
        ("date", "XX11"),
        ("date", "-P1Y/XXXX-SU"),
        ("time", "T09:30|T21:30"),
        ("time", "P0D/T19:00"),
        ("time", "XXXX-01/TEV"),
        ("duration", "P1DT12H"),
        ("duration", "P3TNI"),
        ("offset", "-PTXM"),
        ("offset", "P1D/TMO"),
        ("frequency", "every XXXX-WXX-5/TEV"),
        ("frequency", "2 per P1D"),
        ("age", "P21Y|P22Y"),
    ],
)
def test_the_grammar_takes_the_notations_of_the_table(kind: str, value: str) -> None:
    assert fits(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("date", "TNI"), ("date", "P"), ("time", "T9"), ("duration", "-P1D"), ("duration", "PT"), ("age", "19")],
)
def test_the_grammar_refuses_others(kind: str, value: str) -> None:
    assert not fits(kind, value)


def test_stretches_follow_each_other_within_a_text() -> None:
    assert all(set(stretch) == {"text", "start", "end", "times"} for stretch in STRETCHES)
    assert all(0 <= stretch["start"] < stretch["end"] for stretch in STRETCHES)
    for one, other in pairwise(STRETCHES):
        assert (one["text"], one["end"]) < (other["text"], other["start"])


def test_extents_lie_in_their_stretch_in_order_and_apart() -> None:
    for stretch in STRETCHES:
        ends = [stretch["start"], *(time["end"] for time in stretch["times"])]
        starts = [*(time["start"] for time in stretch["times"]), stretch["end"]]
        assert all(end <= start for end, start in zip(ends, starts, strict=True)), stretch["text"]


def test_every_time_has_its_words_and_a_value_of_its_kind() -> None:
    for time in TIMES:
        assert set(time) == {"start", "end", "words", "kind", "value"}
        assert time["words"].strip() == time["words"] != ""
        assert len(time["words"]) == time["end"] - time["start"]
        assert fits(time["kind"], time["value"]), time


def test_there_are_enough_of_every_kind() -> None:
    counts = Counter(time["kind"] for time in TIMES)
    assert len(TIMES) >= 200
    assert all(counts[kind] >= 12 for kind in VALUES), counts
