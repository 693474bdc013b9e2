from collections.abc import Sequence
from typing import Any

import pytest
from passage_words import named_in, words_in

from fabula.annotators.speaking.cue_finder import CueFinder
from fabula.annotators.speaking.exchange import (
    HISTORY,
    Known,
    Turn,
    agreement,
    gap_name,
    rank_of,
    turns_of_scene,
)
from fabula.annotators.speaking.segments import segments_of
from fabula.annotators.speaking.standing import static_features
from fabula.annotators.speaking.subjects import Subjects
from fabula.annotators.speaking.trees import Trees
from fabula.annotators.speaking.turn_taking import dynamic_features, traces_of

CAST = {
    "ada": Known("she", named=10),
    "ned": Known("he", named=5),
    "crowd": Known(group=True, titles=frozenset({"captain"})),
}


def turn(situation: str = "0", **values: Any) -> Turn:
    return Turn(0, 100, None, situation, **values)


def static(one: Turn, candidate: str | None, following: Turn | None = None, behind: Sequence[Turn] = ()) -> list[str]:
    return static_features(one, behind, [following] if following else [], candidate, CAST, "ned", 0)


def dynamic(one: Turn, previous: Turn | None, candidate: str | None, history: tuple[str | None, ...]) -> list[str]:
    titles = CAST[candidate].titles if candidate else frozenset[str]()
    traces = traces_of(one, candidate)
    return dynamic_features(one, previous, candidate, history, titles, traces, tells=candidate == "ned")


def test_a_named_cue_speaks_for_who_is_named_and_against_the_others() -> None:
    words = words_in("“Sit down,” said Ada.")
    cue = CueFinder(
        words, Subjects(words, named_in(words, "Ada")), segments_of(words, words.quoted), Trees(words)
    ).find(0)
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
    features = {who: static_features(turn("P"), [], [], who, stranger, None, 0) for who in stranger}
    assert "unnamed|p|80" in features["man"]
    assert not any(name.startswith("unnamed") for name in features["ned"])


def test_whoever_is_spoken_of_or_called_in_the_turns_around_is_told_by_how_far() -> None:
    said = turn(gap=1, talked=["ada"], called=["ned"])
    assert "spoken-of|0|-1" in static(turn(gap=1), "ada", behind=[said])
    assert "called-at|0|-1" in static(turn(gap=1), "ned", behind=[said])
    assert "spoken-of|0|+1" in static(turn(), "ada", turn(gap=1, talked=["ada"]))
    assert not any(one.startswith("spoken-of") for one in static(turn(gap=9), "ada", behind=[said]))


def test_a_verb_tells_whether_the_same_one_goes_on() -> None:
    assert "verb|continue|1|last" in dynamic(turn("P", verb="continue", gap=1), turn(), "ned", ("ada", "ned"))
    assert "verb|reply|1|before" in dynamic(turn("P", verb="reply", gap=1), turn(), "ada", ("ada", "ned"))
    assert not any(one.startswith("verb|") for one in dynamic(turn("P", gap=1), turn(), "ada", ("ada", "ned")))


def test_the_verb_of_the_next_cue_tells_of_this_turn() -> None:
    assert "next-verb|reply|True" in static(turn(), "ada", turn("N", gap=1, cued="ada", verb="reply"))


def test_a_description_of_the_same_noun_may_be_the_same_person() -> None:
    cast = CAST | {"keeper": Known(noun="keeper", unnamed=True, heard=90)}
    words = words_in("“Sit down,” said the keeper.")
    cue = CueFinder(words, Subjects(words, {}), segments_of(words, words.quoted), Trees(words)).find(0)
    one = Turn(0, 100, cue, "D", noun="keeper", determiner="the", description="other", candidates=["keeper"])
    assert "same-noun|D|the|80" in static_features(one, [], [], "keeper", cast, None, 0)


def test_the_narrator_has_weights_of_his_own_by_whether_he_takes_part() -> None:
    one = turn(gap=1)
    assert "narrator-state|0|next|new" in dynamic(one, turn(), "ned", ("ada", "crowd"))
    assert not any(name.startswith("narrator-state") for name in dynamic(one, turn(), "ada", ("ada", "crowd")))


def test_how_long_a_speech_is_tells_the_narrator_and_who_answers() -> None:
    short, long = turn(gap=1, length=12), turn(gap=1, length=700)
    assert "length-narrator|0|True|0" in static(short, "ned")
    assert "length-narrator|0|False|5" in static(long, "ada")
    assert "lengths|0|next|5|0|True" in dynamic(short, long, "ada", ("ada",))


def test_turns_before_a_scene_weigh_on_its_first_turn_only() -> None:
    turns = [turn(scene=0), turn(scene=0), turn(scene=50), turn(scene=50), turn(scene=50)]
    assert [turns_of_scene(turns, number) for number in range(5)] == [HISTORY, HISTORY, HISTORY, 1, 2]
