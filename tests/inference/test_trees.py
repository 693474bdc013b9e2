from itertools import product

import pytest

np = pytest.importorskip("numpy")
trees = pytest.importorskip("fabula.inference.trees")


def is_tree(heads: list[int]) -> bool:
    if sum(word == head for word, head in enumerate(heads)) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while heads[word] != word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


def test_the_best_governors_are_taken_where_they_are_a_tree() -> None:
    scores = np.array([[0.0, 5.0, 0.0], [0.0, 9.0, 0.0], [0.0, 4.0, 1.0]])
    assert trees.tree(scores) == [1, 1, 1]


def test_a_cycle_is_opened_where_it_costs_least() -> None:
    scores = np.array([[0.0, 9.0, 1.0], [9.0, 0.0, 2.0], [0.0, 0.0, 3.0]])
    assert trees.tree(scores) == [1, 2, 2]


def test_there_is_one_root() -> None:
    assert is_tree(trees.tree(np.eye(5)))
    assert trees.tree(np.array([[1.0]])) == [0]


@pytest.mark.parametrize("seed", range(60))
def test_the_tree_is_the_best_of_all_with_its_root(seed: int) -> None:
    size = 2 + seed % 4
    scores = np.random.default_rng(seed).normal(size=(size, size))
    found = trees.tree(scores)
    assert is_tree(found)
    root = next(word for word, head in enumerate(found) if word == head)
    others = (list(heads) for heads in product(range(size), repeat=size))
    best = max(
        sum(scores[word, head] for word, head in enumerate(heads))
        for heads in others
        if heads[root] == root and is_tree(heads)
    )
    assert sum(scores[word, head] for word, head in enumerate(found)) == pytest.approx(best)


@pytest.mark.parametrize("seed", range(40))
def test_of_several_words_that_would_be_roots_the_one_with_the_best_tree_is(seed: int) -> None:
    size = 4
    scores = np.random.default_rng(seed).normal(size=(size, size))
    scores[range(3), range(3)] += 3
    roots = [word for word in range(size) if scores[word].argmax() == word]
    best = max(
        sum(scores[word, head] for word, head in enumerate(heads))
        for heads in product(range(size), repeat=size)
        if is_tree(list(heads)) and any(heads[root] == root for root in roots)
    )
    assert sum(scores[word, head] for word, head in enumerate(trees.tree(scores))) == pytest.approx(best)
