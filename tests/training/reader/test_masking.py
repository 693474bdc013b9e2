import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")

from training.reader.batches import IGNORED, Inputs  # noqa: E402
from training.reader.masking import MASK, hide  # noqa: E402


def batch() -> Inputs:
    """200 words of two pieces each, between the two marks, and a window of one word."""
    long = [101, *range(2000, 2400), 102]
    return Inputs(
        pieces=torch.tensor([long, [101, 3000, 102, *[0] * 399]]),
        shapes=torch.zeros(2, 402, dtype=torch.long),
        senses=torch.zeros(2, 402, dtype=torch.long),
        firsts=torch.tensor([[*range(1, 401, 2)], [1, *[0] * 199]]),
        sentences=torch.tensor([[0] * 200, [0, *[-1] * 199]]),
    )


def test_whole_words_are_hidden_and_their_pieces_asked_for() -> None:
    given, wanted = hide(batch(), torch.Generator().manual_seed(3))
    asked = wanted[0, 1:401].view(200, 2) != IGNORED
    assert (asked[:, 0] == asked[:, 1]).all()
    assert 0.05 < asked[:, 0].float().mean() < 0.3
    known = wanted != IGNORED
    assert (wanted[known] == batch().pieces[known]).all()
    assert (given.pieces[~known] == batch().pieces[~known]).all()
    assert (given.pieces[known] == MASK).float().mean() > 0.5


def test_marks_and_padding_are_never_hidden() -> None:
    for seed in range(20):
        _, wanted = hide(batch(), torch.Generator().manual_seed(seed))
        assert (wanted[batch().pieces < 999] == IGNORED).all()


def test_the_same_seed_hides_the_same_words() -> None:
    first, second = (hide(batch(), torch.Generator().manual_seed(5))[0].pieces for _ in range(2))
    assert torch.equal(first, second)


def test_no_share_hides_nothing() -> None:
    given, wanted = hide(batch(), torch.Generator().manual_seed(3), share=0.0)
    assert (given.pieces == batch().pieces).all()
    assert (wanted == IGNORED).all()
