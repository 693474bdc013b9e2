import numpy as np
import pytest

torch = pytest.importorskip("torch")

from fabula.annotators.coreference.pairs import PAIR  # noqa: E402
from fabula.annotators.coreference.ranker import Ranker  # noqa: E402
from fabula.annotators.coreference.table import ALONE, RING, SLOTS  # noqa: E402
from fabula.annotators.coreference.traits import OWN  # noqa: E402
from training.coreference.net import Net  # noqa: E402


@pytest.mark.parametrize("live", [0, 3, SLOTS])
def test_the_net_that_is_trained_and_the_ranker_that_is_shipped_agree(live: int) -> None:
    torch.manual_seed(1)
    net = Net().eval()
    ranker = Ranker({name: value.numpy() for name, value in net.weights().items()})
    chance = np.random.default_rng(1)
    own, alone, pairs, products = (
        chance.normal(size=shape).astype(np.float32) for shape in ((OWN,), (SLOTS, ALONE), (SLOTS, PAIR), (SLOTS, RING))
    )
    there, may = chance.random((SLOTS, RING)) > 0.5, np.arange(SLOTS) < live
    said = ranker.ranked(own, alone, pairs, products, there, may)
    given = [torch.from_numpy(one)[None] for one in (own, alone, pairs, products, there.astype(np.float32), may)]
    with torch.inference_mode():
        wanted = net(*given)[0].numpy()
    known = np.concatenate(([True], may))
    np.testing.assert_allclose(said[known], wanted[known], rtol=1e-4, atol=1e-4)
    assert np.isneginf(said[~known]).all()
