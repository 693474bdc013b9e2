import pytest

np = pytest.importorskip("numpy")
decoding = pytest.importorskip("training.reader.decoding")
annotated = pytest.importorskip("training.reader.annotated")

LABELS = {
    "upos": ("NOUN", "VERB"),
    "relation": ("root", "nsubj"),
    "mention": ("none", "PER.PROP", "PER.PRON"),
    "entity": ("none", "PER"),
}


def test_a_window_is_read_from_its_row_alone() -> None:
    text = annotated.Annotated(id="t", words=("Anna", "slept", "He", "ran"), sentences=(2, 4))
    said = {
        "upos.best": np.array([[1, 1, 1, 1, 1], [0, 1, 0, 1, 0]]),
        "relation.best": np.array([[0, 0, 0, 0, 0], [1, 0, 1, 0, 0]]),
        "governors": np.zeros((2, 5, 5)),
        "candidates": np.array([[0, 0, 4], [1, 0, 0], [1, 2, 2], [1, 2, 3]]),
        "mention": np.array([[0, 1, 0], [0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.9, 0.1, 0]]),
        "entity": np.array([[0, 1], [0.1, 0.9], [0.8, 0.2], [0.7, 0.3]]),
        "affect": np.arange(30).reshape(2, 5, 3),
    }
    said["governors"][1, [0, 1, 2, 3], [1, 1, 3, 3]] = 5.0
    read = decoding.decode(text, 1, said, LABELS)
    assert read.tags == {"upos": ("NOUN", "VERB", "NOUN", "VERB"), "relation": ("nsubj", "root", "nsubj", "root")}
    assert read.heads == (1, 1, 3, 3)
    assert read.extents == {"mention": ((0, 1, "PER.PROP"), (2, 3, "PER.PRON")), "entity": ((0, 1, "PER"),)}
    assert read.ratings == {"affect": ((15, 16, 17), (18, 19, 20))}


def test_a_window_may_hold_no_mention() -> None:
    text = annotated.Annotated(id="t", words=("Rain",), sentences=(1,))
    said = {
        "upos.best": np.array([[0]]),
        "relation.best": np.array([[0]]),
        "governors": np.zeros((1, 1, 1)),
        "candidates": np.zeros((0, 3), dtype=int),
        "mention": np.zeros((0, 3)),
        "entity": np.zeros((0, 2)),
        "affect": np.zeros((1, 1, 3)),
    }
    assert decoding.decode(text, 0, said, LABELS).extents == {"mention": (), "entity": ()}
