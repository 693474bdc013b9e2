"""Time expressions: what is found, how far it reaches, and what it says."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from passage_words import words_in

from fabula.annotators.lexicon import time_compounds, time_words
from fabula.annotators.timing.numbers import amounts, number, ordinal
from fabula.annotators.timing.times import times_in
from fabula.layers import TimeExpression
from fabula.pipeline import read_text

PART = r"T(?:DA|MO|MI|AF|EV|DU|NI|DT)"
SEASON = r"(?:SP|SU|FA|WI)"
LENGTH = rf"P(?:(?:\d+|X)(?:{PART}|{SEASON}|[YMWD]))*(?:T(?:(?:\d+|X)[HMS])+)?"
DAY = rf"[\dX]{{4}}(?:-{SEASON}|-Easter|-Whitsun|-WXX(?:-[1-7])?|-[\dX]{{2}}(?:-[\dX]{{2}})?)?"
ONE = rf"(?:[+-]?{LENGTH}|{DAY}|{PART}|T\d\d:\d\d)"
VALUE = re.compile(rf"(?:every {ONE}(?:/{ONE})*|\d+ per {LENGTH}|{ONE}(?:[|/]{ONE})*)")
"""The notation of `benchmarks/labels/README.md`."""


LOCKS = Path(__file__).parents[2] / "examples" / "a_matter_of_locks.txt"


def said(text: str) -> list[tuple[str, str, str]]:
    """Each time with its kind and value."""
    words = words_in(text)
    return [(words.span(found.first, found.last).of(text), found.kind, found.value) for found in times_in(words, set())]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("They sailed on Tuesday.", "Tuesday", "date", "XXXX-WXX-2"),
        ("We meet next Tuesday.", "next Tuesday", "date", "P1W/XXXX-WXX-2"),
        ("It came on the following Friday.", "the following Friday", "offset", "P1W/XXXX-WXX-5"),
        ("He was born on the 9th of March, 1841.", "the 9th of March, 1841", "date", "1841-03-09"),
        ("It is dated August 4, 1902, and torn.", "August 4, 1902", "date", "1902-08-04"),
        ("On the last day of April she left.", "the last day of April", "date", "XXXX-04-30"),
        ("In the middle of June it snowed.", "the middle of June", "date", "XXXX-06"),
        ("The bridge fell in 1887.", "1887", "date", "1887"),
        ("They came home at Michaelmas.", "Michaelmas", "date", "XXXX-09-29"),
        ("He went away last summer.", "last summer", "date", "-P1Y/XXXX-SU"),
        ("I shall tell you to-morrow.", "to-morrow", "date", "P1D"),
        ("He left the day before yesterday.", "the day before yesterday", "date", "-P2D"),
        ("One day he was gone.", "One day", "date", "XXXX-XX-XX"),
        ("That day nobody spoke.", "That day", "date", "P0D"),
        ("They came at half past nine in the evening.", "half past nine in the evening", "time", "T21:30"),
        ("The mill stops at half past nine.", "half past nine", "time", "T09:30|T21:30"),
        ("Come at a quarter to six.", "a quarter to six", "time", "T05:45|T17:45"),
        ("Come at 4.15 p.m. sharp.", "4.15 p.m.", "time", "T16:15"),
        ("It was a wet morning.", "a wet morning", "time", "TMO"),
        ("She came in the small hours of the morning.", "the small hours of the morning", "time", "TNI"),
        ("I saw him on Monday night.", "Monday night", "time", "XXXX-WXX-1/TNI"),
        ("We sail to-morrow evening at eight.", "to-morrow evening at eight", "time", "P1D/T20:00"),
        ("It was a cold, gray December evening.", "a cold, gray December evening", "time", "XXXX-12/TEV"),
        ("He was away for three weeks.", "three weeks", "duration", "P3W"),
        ("They waited all night.", "all night", "duration", "P1TNI"),
        ("It took about two and a half minutes.", "about two and a half minutes", "duration", "PT2M30S"),
        ("It lasted an hour or two.", "an hour or two", "duration", "PT1H|PT2H"),
        ("She slept for the rest of the day.", "the rest of the day", "duration", "P1D"),
        ("She waited for so many, many years.", "so many, many years", "duration", "PXY"),
        ("So one night in November they sailed.", "one night in November", "time", "XXXX-11/TNI"),
        ("He wept for days.", "days", "duration", "PXD"),
        ("The mill burned three years ago.", "three years ago", "offset", "-P3Y"),
        ("The next morning it was gone.", "The next morning", "offset", "P1D/TMO"),
        ("He was down in five minutes.", "five minutes", "offset", "PT5M"),
        ("Two nights later the bell rang.", "Two nights later", "offset", "P2D/TNI"),
        ("They had met the night before.", "the night before", "offset", "-P1D/TNI"),
        ("She rows every Sunday.", "every Sunday", "frequency", "every XXXX-WXX-7"),
        ("He eats twice a day.", "twice a day", "frequency", "2 per P1D"),
        ("Week after week it rained.", "Week after week", "frequency", "every P1W"),
        ("It was his daily walk.", "daily", "frequency", "every P1D"),
        ("There stood a boy of nineteen.", "nineteen", "age", "P19Y"),
        ("He rode a two-year-old mare.", "two-year-old", "age", "P2Y"),
        ("She is three years older than Tib.", "three years older", "age", "+P3Y"),
        ("He was a man in his thirtieth year.", "his thirtieth year", "age", "P30Y"),
    ],
)
def test_a_time_is_found_with_its_kind_and_value(text: str, words: str, kind: str, value: str) -> None:
    assert said(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Good evening, sir.",
        "The evening sun lay on the wall.",
        "She wore a summer hat.",
        "He came the minute she called.",
        "They watched the sunset.",
        "In those days nobody asked.",
        "He tried a second time.",
        "They worked day and night.",
        "She may march if she will.",
        "He earned a pound a week.",
        "It was cold as a winter morning.",
        "At one end stood a chair.",
        "He was one of seven.",
        "What day of the month is it?",
        "It was a house of the nineteenth century.",
    ],
)
def test_what_measures_no_time_is_none(text: str) -> None:
    assert said(text) == []


def test_parts_that_answer_two_questions_are_two() -> None:
    assert [words for words, _, _ in said("He slept all day yesterday.")] == ["all day", "yesterday"]


def test_a_name_is_no_time_unless_the_words_before_it_say_so() -> None:
    text = "“Friday is late,” said Ada.\n\nFriday bowed. “Forgive me,” said Friday. “I was ill last Friday.”\n"
    times = read_text(text, rules_only=True).document.layer(TimeExpression)
    assert [time.span.of(text) for time in times] == ["last Friday"]


def test_an_example_story_holds_these() -> None:
    text = LOCKS.read_text(encoding="utf-8")
    times = read_text(text, rules_only=True).document.layer(TimeExpression)
    assert [(time.span.of(text), time.kind, time.value) for time in times] == [
        ("every morning", "frequency", "every TMO"),
        ("eight", "time", "T08:00"),
        ("every morning", "frequency", "every TMO"),
        ("Today", "date", "P0D"),
        ("a filthy morning", "time", "TMO"),
        ("a filthy morning", "time", "TMO"),
        ("under a minute", "offset", "PT1M"),
        ("Nineteen hours", "duration", "PT19H"),
    ]


@pytest.mark.parametrize(
    ("words", "values"),
    [("six", [6]), ("two or three", [2, 3]), ("one or two and twenty", [21, 22]), ("three score", [60]), ("few", [])],
)
def test_numbers_are_read(words: str, values: list[int]) -> None:
    assert amounts(words.split()) == values


def test_a_rule_looks_neither_behind_the_end_nor_into_another_paragraph() -> None:
    for text in ("A half hour passed and then two and", "A half hour passed.\n\nThen two and"):
        assert [time.span.of(text) for time in read_text(text, rules_only=True).document.layer(TimeExpression)] == [
            "A half hour"
        ]
    apart = "They met at\n\nsix and rode on."
    assert not read_text(apart, rules_only=True).document.layer(TimeExpression)


def test_a_number_may_be_one_word() -> None:
    assert (number("five-and-twenty"), number("forty-two"), number("tall-one")) == (25, 42, None)
    assert (ordinal("3rd"), ordinal("twenty-third"), ordinal("thirtieth")) == (3, 23, 30)


PLENTY = [
    *time_words(), *sorted(time_compounds())[:5],
    *"the a of at in one two half past next last every all ago later".split(),
    *"Sunday May Christmas Monday 1887 4.15 3rd and or , . — “ ” was she night-time another few quarter".split(),
]  # fmt: skip


@given(st.lists(st.sampled_from(PLENTY), min_size=1, max_size=14))
def test_times_never_overlap_and_are_said_in_the_notation(words: list[str]) -> None:
    columns = words_in("A. " + " ".join(words) + "\n")
    found = times_in(columns, set())
    assert all(0 <= one.first <= one.last < len(columns) for one in found)
    assert all(one.last < other.first for one, other in pairwise(found))
    assert all(VALUE.fullmatch(one.value) for one in found), [one.value for one in found]
