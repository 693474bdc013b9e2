from training.reader.annotated import Annotated
from training.reader.schedule import schedule


def corpus(name: str, texts: int) -> list[Annotated]:
    return [Annotated(id=f"{name}{number}", words=("a",) * 50, sentences=(25, 50)) for number in range(texts)]


def plan(passes: dict[str, float], seed: int = 1) -> list[str]:
    corpora = {"left": corpus("l", 20), "right": corpus("r", 20)}
    return [window.id for window in schedule(corpora, passes, lambda word: 1, limit=100, seed=seed)]


def test_every_text_is_read_as_often_as_was_asked() -> None:
    read = plan({"left": 3, "right": 1})
    assert all(sum(name == f"l{number}" for name in read) >= 3 for number in range(20))
    assert {name for name in read if name[0] == "r"} == {f"r{number}" for number in range(20)}


def test_part_of_a_pass_reads_part_of_the_texts() -> None:
    assert 3 <= len({name for name in plan({"left": 0.5}) if name[0] == "l"}) <= 17


def test_corpora_are_spread_over_the_run() -> None:
    read = plan({"left": 4, "right": 4})
    half = read[: len(read) // 2]
    assert 0.3 < sum(name[0] == "l" for name in half) / len(half) < 0.7


def test_the_same_seed_gives_the_same_plan() -> None:
    assert plan({"left": 2, "right": 1.5}) == plan({"left": 2, "right": 1.5})
    assert plan({"left": 2}, seed=2) != plan({"left": 2}, seed=1)
