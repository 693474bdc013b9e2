import numpy as np

from fabula.inference.decoding import Extent, Window
from fabula.inference.reading import join


def window(words: int, label: str, vector: float) -> Window:
    """One sentence whose words hang on its last word; its first word is the only mention, out of two candidates."""
    return Window(
        tags={"upos": [label] * words},
        probabilities={"upos": np.full(words, 0.5, dtype=np.float32)},
        heads=[words - 1] * words,
        extents={"mention": [Extent(0, 1, "PER.PROP", 0.9, 1)], "entity": []},
        ratings={"affect": np.array([[0.0, 1.0, -2.0]], dtype=np.float32)},
        vectors=np.full((words, 2), vector, dtype=np.float32),
        links={"anaphor": np.array([[0.0], [vector]], dtype=np.float32)},
        candidates=2,
    )


def test_windows_are_put_together_with_their_places() -> None:
    reading = join([window(2, "A", 1.0), window(3, "B", 2.0)])
    assert reading.tags == {"upos": ["A", "A", "B", "B", "B"]}
    assert reading.heads == [1, 1, 4, 4, 4]
    assert reading.extents["mention"] == [Extent(0, 1, "PER.PROP", 0.9, 1), Extent(2, 3, "PER.PROP", 0.9, 3)]
    assert reading.extents["entity"] == []
    assert reading.affect == [(300, 335, 230), (300, 335, 230)], "hundredths of a scale from 1 to 5"


def test_vectors_stand_at_the_places_of_their_words() -> None:
    reading = join([window(1, "A", 1.0), window(1, "B", 2.0)])
    spread = reading.spread([1, 2], 4)
    assert spread is not None
    assert spread.tolist() == [[0, 0], [1, 1], [2, 2], [0, 0]]


def test_an_extent_has_its_own_link() -> None:
    reading = join([window(1, "A", 1.0), window(1, "B", 2.0)])
    linked = reading.linked("anaphor", reading.extents["mention"])
    assert linked is not None
    assert linked.tolist() == [[1], [2]]
    assert reading.linked("antecedent", reading.extents["mention"]) is None
