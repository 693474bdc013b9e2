import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")

from fabula.annotators.speaking.lattice import lattice  # noqa: E402
from training.speakers.by_passage import Lattices, fit  # noqa: E402
from training.speakers.lessons import Example, Ways  # noqa: E402

PEOPLE: list[str | None] = ["ada", "ned"]


def passage(*right: list[int]) -> list[Example]:
    """Turns between two people, of whom the right ones are told; a feature says who spoke last, and one who is ada."""
    dynamic: list[list[list[list[str]]]] = [[] for _ in right]

    def score(i: int, speakers: tuple[str | None, ...]) -> list[float]:
        dynamic[i].append([[f"again|{bool(speakers) and speakers[-1] == person}"] for person in PEOPLE])
        return [0.0, 0.0]

    edges = lattice([PEOPLE] * len(right), score, ()).turns
    static = [["ada"], ["ned"]]
    return [
        Example(
            candidates=static,
            right=some,
            probability=0.5,
            named=True,
            correct=False,
            opens=not i,
            ways=Ways(edges[i], static, dynamic[i]),
        )
        for i, some in enumerate(right)
    ]


def test_taking_turns_is_learnt_from_those_who_do() -> None:
    novels = [passage([0], [1], [0], [1]) + passage([1], [0], [1]) for _ in range(3)]
    weights = fit(novels, 1.0, {})
    assert weights["again|False"] > 0 > weights["again|True"]
    assert weights["again|False"] - weights["again|True"] > 1


def test_turns_of_nobody_known_teach_nothing() -> None:
    weights = fit([passage([], [], []) for _ in range(4)], 1.0, {})
    assert all(abs(weight) < 1e-6 for weight in weights.values())


def test_an_unknown_turn_between_known_ones_is_summed_over() -> None:
    known = fit([passage([0], [1], [0]) for _ in range(6)], 1.0, {})
    partly = fit([passage([0], [], [0]) for _ in range(6)], 1.0, {})
    assert known["again|True"] < 0 < partly["again|True"]


def test_the_slope_is_that_of_the_loss() -> None:
    lattices = Lattices([passage([0], [1], [], [1], [0, 1], [0]), passage([1]) * 1, passage([0], [0], [1])])
    random = np.random.default_rng(3)
    here = random.normal(size=len(lattices.index))
    _, slope = lattices.loss(here, 0.5)
    for k in range(len(here)):
        step = np.zeros(len(here))
        step[k] = 1e-5
        measured = (lattices.loss(here + step, 0.5)[0] - lattices.loss(here - step, 0.5)[0]) / 2e-5
        assert slope[k] == pytest.approx(measured, abs=1e-4)
