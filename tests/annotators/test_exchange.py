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
    rank_of,
    static_features,
)
from fabula.annotators.speaking.subjects import Subjects

CAST = {
    "ada": Known("she", named=10),
    "ned": Known("he", named=5),
    "crowd": Known(group=True, titles=frozenset({"captain"})),
}


def turn(situation: str = "0", **values: Any) -> Turn:
    return Turn(0, 100, None, situation, **values)


def static(one: Turn, candidate: str | None, following: Turn | None = None) -> list[str]:
    return static_features(one, [following] if following else [], candidate, CAST, "ned", 0)


def dynamic(one: Turn, previous: Turn | None, candidate: str | None, history: tuple[str | None, ...]) -> list[str]:
    return dynamic_features(one, previous, candidate, history, CAST[candidate].titles if candidate else frozenset())


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
        ({"introduced": ["ada"]}, "ada", "introduces"),
        ({"called_titles": {"captain"}}, "crowd", "called-title"),
        ({"roles": {"ada": {"b:acts"}}}, "ada", "role|0|b:acts"),
        ({"self_near": "l"}, "ned", "narrator-near|0|l"),
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


def test_whoever_is_cued_next_is_not_likely_to_have_spoken_before() -> None:
    answer = Turn(0, 150, None, "N", cued="ada", gap=1)
    assert "next-cue|0|1|True" in static(turn(), "ada", answer)
    assert "next-cue|0|1|False" in static(turn(), "ned", answer)
    assert not any(name.startswith("next-cue") for name in static(turn(), "ada", Turn(0, 150, None, "N", gap=6)))


def test_who_has_not_been_met_in_the_scene_is_absent() -> None:
    assert "absent|0|scene|False" in static(turn(scene=50), "ada")
    assert "absent|0|chapter|False" in static(turn(scene=50, chapter=40), "ada")
    assert not any(name.startswith("absent") for name in static(turn(scene=8), "ada"))


def test_a_title_called_before_speaks_for_its_bearer() -> None:
    hail = turn(called_titles={"captain"})
    assert "called-title-before|0|True" in dynamic(turn(gap=1), hail, "crowd", ("ned",))
    assert "called-title-before|0|False" in dynamic(turn(gap=1), hail, "ada", ("ned",))


def test_two_people_alternate() -> None:
    one = turn(gap=1)
    assert "alternates|0|next|True" in dynamic(one, None, "ada", ("ada", "ned"))
    assert "repeats|0|next|True" in dynamic(one, None, "ned", ("ada", "ned"))
    assert "newcomer|0|next" in dynamic(one, None, "crowd", ("ada", "ned"))


def test_a_speech_that_goes_on_has_one_feature() -> None:
    one = turn(gap=1, continues=True)
    assert dynamic(one, None, "ned", ("ada", "ned")) == ["continues|0|True"]


@pytest.mark.parametrize(("candidate", "history"), [(None, ("ada",)), ("ada", ())])
def test_nothing_is_said_of_nobody_or_without_turns_before(candidate: str | None, history: tuple[str, ...]) -> None:
    assert dynamic(turn(gap=1), None, candidate, history) == []


def test_who_was_asked_answers() -> None:
    question = turn(asks=True, called=["ada"])
    features = dynamic(turn(gap=1), question, "ada", ("ned",))
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


def test_whoever_is_only_described_is_told_from_the_named() -> None:
    stranger = {"man": Known("he", unnamed=True, named=60), "ned": CAST["ned"]}
    features = {who: static_features(turn("P"), [], who, stranger, None, 0) for who in stranger}
    assert "unnamed|p|80" in features["man"]
    assert not any(name.startswith("unnamed") for name in features["ned"])
