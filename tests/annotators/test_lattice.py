import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.annotators.speaking.lattice import WIDTH, Speakers, chances, lattice

PEOPLE: list[str | None] = ["ada", "ned"]


def alternating(fixed: list[list[float]], cost: float):  # type: ignore[no-untyped-def]
    """Scores that add a cost for whoever spoke last."""
    return lambda i, speakers: [
        value - (cost if speakers and speakers[-1] == person else 0.0)
        for person, value in zip(PEOPLE, fixed[i], strict=True)
    ]


def of_all_ways(fixed: list[list[float]], cost: float) -> dict[tuple[int, ...], float]:
    """The weight of each way, told one by one."""
    score, out = alternating(fixed, cost), {}
    for way in product(range(2), repeat=len(fixed)):
        speakers: Speakers = ()
        total = 0.0
        for i, k in enumerate(way):
            total += score(i, speakers)[k]
            speakers = (*speakers, PEOPLE[k])
        out[way] = math.exp(total)
    return out


@given(st.lists(st.lists(st.floats(-4, 4), min_size=2, max_size=2), min_size=1, max_size=3), st.floats(0, 4))
def test_while_no_way_is_dropped_chances_are_those_of_all_ways(fixed: list[list[float]], cost: float) -> None:
    found = lattice([PEOPLE] * len(fixed), alternating(fixed, cost), ())
    ways = of_all_ways(fixed, cost)
    whole = sum(ways.values())
    for i, shares in enumerate(chances(found)):
        for k in range(2):
            assert shares[k] == pytest.approx(sum(w for way, w in ways.items() if way[i] == k) / whole)
    assert ways[tuple(map(PEOPLE.index, found.best))] == pytest.approx(max(ways.values()))


@given(st.lists(st.lists(st.floats(-9, 9), min_size=2, max_size=2), max_size=12), st.floats(0, 9))
def test_chances_add_up_to_one_when_ways_are_dropped(fixed: list[list[float]], cost: float) -> None:
    found = lattice([PEOPLE] * len(fixed), alternating(fixed, cost), ())
    assert len(found.best) == len(fixed)
    assert all({edge.target for edge in edges} <= set(range(WIDTH)) for edges in found.turns)
    for shares in chances(found):
        assert sum(shares.values()) == pytest.approx(1.0)


def test_what_comes_later_decides_what_is_open() -> None:
    fixed = [[0.1, 0.0], [3.0, 0.0]]
    first, _ = chances(lattice([PEOPLE] * 2, alternating(fixed, 4.0), ()))
    assert first[1] > 0.9


def test_a_dropped_way_goes_on_from_the_one_that_ends_like_it() -> None:
    people = [*"abcdefg"]
    found = lattice([people, people], lambda i, speakers: [float(k) for k in range(len(people))], ())
    kept = {(edge.source, edge.candidate): edge.target for edge in found.turns[1]}
    assert found.best == ("g", "g")
    assert kept[0, 6] == 0
    dropped = found.turns[0][0]
    assert (dropped.candidate, dropped.target) == (0, 0)


def test_the_turns_before_are_no_part_of_the_best_way() -> None:
    assert lattice([PEOPLE], alternating([[1.0, 0.0]], 4.0), ("ada",)).best == ("ned",)
