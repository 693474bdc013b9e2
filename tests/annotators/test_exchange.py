from typing import Any

import pytest
from passage_words import named_in, words_in

from fabula.annotators.speaking.cue_finder import CueFinder, segments_of
from fabula.annotators.speaking.exchange import (
    Known,
    Turn,
    agreement,
    dynamic_features,
    gap_name,
    noun_gender,
    rank_of,
    static_features,
)
from fabula.annotators.speaking.subjects import Subjects

CAST = {"ada": Known("she", named=10), "ned": Known("he", named=5), "crowd": Known(group=True)}


def turn(situation: str = "0", **values: Any) -> Turn:
    return Turn(0, 100, None, situation, **values)


def static(one: Turn, candidate: str | None, following: Turn | None = None) -> list[str]:
    return static_features(one, following, candidate, CAST, "ned", 0)


def test_a_named_cue_speaks_for_who_is_named_and_against_the_others() -> None:
    words = words_in("“Sit down,” said Ada.")
    cue = CueFinder(words, Subjects(words, named_in(words, "Ada")), segments_of(words, words.quoted)).find(0)
    named = Turn(0, 100, cue, "N", cued="ada")
    assert "cue|after:speech" in static(named, "ada")
    assert "other|after:speech" in static(named, "ned")


def test_nobody_has_a_weight_of_its_own_by_the_kind_of_cue() -> None:
    assert static(turn("P"), None) == ["none|P"]


@pytest.mark.parametrize(
    ("values", "candidate", "feature"),
    [
        ({"called": ["ada"]}, "ada", "called"),
        ({"talked": ["ada"]}, "ada", "talked|0"),
        ({"before": ["ned", "ada"]}, "ada", "before|0|last"),
        ({"before": ["ned", "ada"]}, "ned", "before-first|0"),
        ({"after": ["ada"]}, "ada", "after|0|first"),
        ({}, "ned", "is-narrator|0"),
        ({}, "crowd", "group|0"),
    ],
)
def test_where_somebody_is_named_is_a_feature_of_theirs_alone(
    values: dict[str, list[str]], candidate: str, feature: str
) -> None:
    one = turn("0", **values)
    assert feature in static(one, candidate)
    assert all(feature not in static(one, other) for other in CAST if other != candidate)


def test_who_is_called_in_the_answer_is_likely_to_have_spoken() -> None:
    answer = turn(called=["ada"], gap=1)
    assert "called-next|0|1" in static(turn(), "ada", answer)
    assert "called-next|0|1" not in static(turn(), "ned", answer)


def test_two_people_alternate() -> None:
    one = turn(gap=1)
    assert "alternates|0|next|True" in dynamic_features(one, None, "ada", ("ada", "ned"))
    assert "repeats|0|next|True" in dynamic_features(one, None, "ned", ("ada", "ned"))
    assert "newcomer|0|next" in dynamic_features(one, None, "crowd", ("ada", "ned"))


def test_a_speech_that_goes_on_has_one_feature() -> None:
    one = turn(gap=1, continues=True)
    assert dynamic_features(one, None, "ned", ("ada", "ned")) == ["continues|0|True"]


@pytest.mark.parametrize(("candidate", "history"), [(None, ("ada",)), ("ada", ())])
def test_nothing_is_said_of_nobody_or_without_turns_before(candidate: str | None, history: tuple[str, ...]) -> None:
    assert dynamic_features(turn(gap=1), None, candidate, history) == []


def test_who_was_asked_answers() -> None:
    question = turn(asks=True, called=["ada"])
    features = dynamic_features(turn(gap=1), question, "ada", ("ned",))
    assert "asked|0|False" in features
    assert "called-before|0|True" in features


def test_candidates_are_ranked_by_nearness_among_those_that_fit() -> None:
    assert rank_of(["ned", "ada", None], CAST, None) == {"ada": 0, "ned": 1}
    assert rank_of(["ned", "ada", None], CAST, "he") == {"ned": 0}
    assert rank_of(["crowd", "ada"], CAST, "xe") == {"crowd": 0}


def test_small_words_for_distance_and_agreement() -> None:
    assert [gap_name(gap) for gap in (0, 1, 2, 5, 6)] == ["same", "next", "near", "far", "away"]
    pairs = [("he", "he"), ("he", "she"), (None, "he"), ("he", None)]
    assert [agreement(*pair) for pair in pairs] == ["yes", "no", "unknown", "any"]
    assert [noun_gender(head) for head in ("woman", "man", "doctor", "table")] == ["she", "he", None, None]
