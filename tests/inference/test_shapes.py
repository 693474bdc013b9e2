import pytest

from fabula.inference.shapes import SHAPES, shape


@pytest.mark.parametrize(
    ("word", "name"),
    [("dog", "lower"), ("Anna", "title"), ("I", "title"), ("NATO", "upper"), ("McKay", "mixed"), ("1815", "other")],
)
def test_shape(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name
