from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from fabula.scoring.assignment import best_assignment

PAIRS = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), st.integers(1, 9), max_size=10)


def test_second_best_partner_is_taken_where_it_serves_the_whole():
    weights = {("a", "x"): 5, ("a", "y"): 4, ("b", "x"): 4}
    assert best_assignment(weights) == {"a": "y", "b": "x"}


def test_more_on_the_left_than_on_the_right_leaves_some_alone():
    assert best_assignment({("a", "x"): 1, ("b", "x"): 3, ("c", "x"): 2}) == {"b": "x"}


def test_pairs_without_weight_are_not_made():
    assert best_assignment({("a", "x"): 2, ("b", "x"): 1, ("b", "y"): 0}) == {"a": "x"}


@given(PAIRS)
def test_no_other_assignment_weighs_more(weights):
    chosen = best_assignment(weights)
    assert len(set(chosen.values())) == len(chosen)
    best = max(sum(weights.get(pair, 0) for pair in zip("abcd", order, strict=True)) for order in permutations("wxyz"))
    assert sum(weights[pair] for pair in chosen.items()) == best
