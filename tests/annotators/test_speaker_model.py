import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.annotators.speaking import speaker_model
from fabula.annotators.speaking.speaker_model import Features, calibrated, calibration, decode, weights

PEOPLE: list[str | None] = ["ada", "ned", None]


@pytest.fixture
def learnt(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Weights that a test fills."""
    table: dict[str, float] = {}
    monkeypatch.setattr(speaker_model, "weights", lambda: table)
    return table


def no_history(turn: int, candidate: str | None, history: tuple[str | None, ...]) -> Features:
    return []


def alternation(turn: int, candidate: str | None, history: tuple[str | None, ...]) -> Features:
    return [f"again|{candidate == history[-1]}"] if history else []


def test_the_heavier_candidate_wins_with_its_share(learnt: dict[str, float]) -> None:
    learnt["cue"] = math.log(3)
    (choice,) = decode([PEOPLE], [[["cue"], [], []]], no_history, ())
    assert choice.speaker == "ada"
    assert choice.probability == pytest.approx(3 / 5)


def test_equal_candidates_share_the_probability(learnt: dict[str, float]) -> None:
    for count in (1, 2, 3):
        (choice,) = decode([PEOPLE[:count]], [[[]] * count], no_history, ())
        assert choice.probability == pytest.approx(1 / count)


def test_a_turn_that_depends_on_an_open_one_is_averaged_over_it(learnt: dict[str, float]) -> None:
    learnt |= {"slight": 1.0, "again|True": -2.0}
    two = PEOPLE[:2]
    first, second = decode([two, two], [[["slight"], []], [[], []]], alternation, ())
    assert (first.speaker, second.speaker) == ("ada", "ned")
    open_one, apart = first.probability, 1 / (1 + math.exp(-2.0))
    assert second.probability == pytest.approx(open_one * apart + (1 - open_one) * (1 - apart))


def test_a_later_turn_revises_an_earlier_greedy_choice(learnt: dict[str, float]) -> None:
    learnt |= {"slight": 0.2, "named": 2.0, "nobody": -1.0, "again|True": -4.0}
    unclear: list[Features] = [["slight"], [], ["nobody"]]
    assert decode([PEOPLE], [unclear], alternation, ())[0].speaker == "ada"
    named: list[Features] = [["named"], [], ["nobody"]]
    assert [choice.speaker for choice in decode([PEOPLE, PEOPLE], [unclear, named], alternation, ())] == ["ned", "ada"]


def test_the_turns_of_earlier_passages_count(learnt: dict[str, float]) -> None:
    learnt["again|True"] = -4.0
    assert decode([PEOPLE[:2]], [[[], []]], alternation, ("ada",))[0].speaker == "ned"


def test_ties_are_decided_the_same_way_each_time(learnt: dict[str, float]) -> None:
    turns = [PEOPLE] * 5
    static: list[list[Features]] = [[[], [], []]] * 5
    first = decode(turns, static, no_history, ())
    assert all(decode(turns, static, no_history, ()) == first for _ in range(3))


def test_no_turns_give_no_choices(learnt: dict[str, float]) -> None:
    assert decode([], [], no_history, ("ada",)) == []


@given(st.lists(st.lists(st.sampled_from(["cue", "bias|N", "none|0", "x"]), min_size=3, max_size=3), max_size=8))
def test_a_choice_is_one_of_its_candidates_with_a_probability(names: list[list[str]]) -> None:
    turns = [PEOPLE[: 1 + i % 3] for i in range(len(names))]
    static: list[list[Features]] = [
        [[name] for name in three[: len(turn)]] for three, turn in zip(names, turns, strict=True)
    ]
    choices = decode(turns, static, alternation, ())
    assert len(choices) == len(turns)
    for choice, turn in zip(choices, turns, strict=True):
        assert choice.speaker in turn
        assert 0 < choice.probability <= 1 + 1e-9


def test_the_calibration_rises_and_stays_a_probability() -> None:
    points = calibration()
    assert points == sorted(points)
    assert [right for _, right in points] == sorted(right for _, right in points)
    values = [calibrated(raw / 100) for raw in range(101)]
    assert values == sorted(values)
    assert all(0 <= value <= 1 for value in values)


def test_a_cue_that_names_somebody_weighs_for_them_and_against_others() -> None:
    assert weights()["cue|after:speech"] > 0
    assert weights().get("other|after:speech", 0.0) < weights()["cue|after:speech"]
