from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.world.constraints import Constraint, Constraints

MOMENTS = 4
LONGEST = 3


@st.composite
def constraints(draw: st.DrawFn) -> Constraint:
    """One between two of a few moments, now and then only likely."""
    earlier, later = draw(st.permutations(range(MOMENTS)))[:2]
    low, high = sorted(draw(st.tuples(*[st.integers(-LONGEST, LONGEST)] * 2)))
    open_low, open_high = draw(st.booleans()), draw(st.booleans())
    claims = draw(st.sampled_from([(), ("tr1",), ("tr2",)]))
    return Constraint(earlier, later, None if open_low else low, None if open_high else high, claims)


def holds(days: tuple[int, ...], constraint: Constraint) -> bool:
    apart = days[constraint.later] - days[constraint.earlier]
    return (constraint.low is None or constraint.low <= apart) and (constraint.high is None or apart <= constraint.high)


def ways(every: list[Constraint]) -> list[tuple[int, ...]]:
    """All days of the moments, beside the first on day 0, at which the constraints hold."""
    reach = range(-LONGEST * (MOMENTS - 1), LONGEST * (MOMENTS - 1) + 1)
    return [(0, *days) for days in product(reach, repeat=MOMENTS - 1) if all(holds((0, *days), one) for one in every)]


def added(every: list[Constraint]) -> tuple[Constraints, list[tuple[Constraint, ...]]]:
    out = Constraints()
    for _ in range(MOMENTS):
        out.moment()
    return out, [out.add(one) for one in every]


@given(st.lists(constraints().filter(lambda one: bool(one.claims)), max_size=5))
def test_what_is_said_is_left_out_only_if_it_cannot_hold(every: list[Constraint]) -> None:
    kept: list[Constraint] = []
    _, against = added(every)
    for one, clash in zip(every, against, strict=True):
        assert bool(clash) == (not ways([*kept, one]))
        if clash:
            assert clash[-1] == one
            assert set(clash) <= {*kept, one}
            assert not ways(list(clash)), "those that are named cannot hold together"
        else:
            kept.append(one)


@given(st.lists(constraints(), max_size=5))
def test_what_is_only_likely_never_stands_against_what_is_said(every: list[Constraint]) -> None:
    _, against = added(every)
    said, clashes = [one for one in every if one.claims], [one for one in against if one]
    _, alone = added(said)
    assert clashes == [one for one in alone if one]


@given(st.lists(constraints().filter(lambda one: bool(one.claims)), max_size=4))
def test_bounds_are_the_first_and_the_last_day_that_may_be(every: list[Constraint]) -> None:
    made, against = added(every)
    kept = [one for one, clash in zip(every, against, strict=True) if not clash]
    days = ways(kept)
    for moment, (low, high) in enumerate(made.bounds(0)):
        if low is not None:
            assert low == min(way[moment] for way in days)
        if high is not None:
            assert high == max(way[moment] for way in days)


def test_three_sentences_clash_and_are_named() -> None:
    made, against = added(
        [
            Constraint(0, 1, low=0),
            Constraint(0, 1, 1, 1, ("tr1",)),
            Constraint(1, 2, 1, 1, ("tr2",)),
            Constraint(0, 2, 0, 0, ("tr3",)),
        ]
    )
    assert {one.claims for one in against[-1]} == {("tr1",), ("tr2",), ("tr3",)}
    assert made.bounds(0)[2] == (2, 2), "the earlier ones stay"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_telling_gives_way_to_what_is_said(order: tuple[int, int]) -> None:
    both = (Constraint(0, 1, low=0), Constraint(0, 1, -5, -5, ("tr1",)))
    made, against = added([both[place] for place in order])
    assert against == [(), ()]
    assert made.bounds(0)[1] == (-5, -5)
