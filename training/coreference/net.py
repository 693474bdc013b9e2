"""The ranker in torch, to be trained; `fabula.annotators.coreference.ranker` is the same in numpy."""

import torch
from torch import Tensor, nn

from fabula.annotators.coreference.pairs import PAIR
from fabula.annotators.coreference.ranker import NONE, SCALE
from fabula.annotators.coreference.table import ALONE, RING
from fabula.annotators.coreference.traits import OWN


class Net(nn.Module):
    """Scores of B phrases; shapes as in the numpy ranker, with B before them."""

    def __init__(self, *, hidden: int = 64, drop: float = 0.3, noise: float = 0.0) -> None:
        super().__init__()
        self.noise = noise
        self.first = nn.Linear(OWN + ALONE + PAIR + RING + 2, hidden)
        self.second = nn.Linear(hidden, hidden // 2)
        self.score = nn.Linear(hidden // 2, 1)
        self.new = nn.Linear(OWN + PAIR + 2, hidden)
        self.fresh = nn.Linear(hidden, 1)
        self.drop = nn.Dropout(drop)

    def forward(
        self, own: Tensor, alone: Tensor, pairs: Tensor, products: Tensor, there: Tensor, may: Tensor
    ) -> Tensor:
        """Gives (B, 1 + SLOTS)."""
        products = products * there / SCALE
        best = torch.where(there > 0, products, NONE).amax(-1, keepdim=True)
        mean = products.sum(-1, keepdim=True) / there.sum(-1, keepdim=True).clamp(min=1)
        each = own[:, None].expand(-1, pairs.shape[1], -1)
        hidden = self.drop(torch.relu(self.first(torch.cat([each, alone, pairs, products, best, mean], -1))))
        known = self.score(torch.relu(self.second(hidden)))[..., 0].masked_fill(~may, -1e4)
        open_ = may[..., None]
        closest = torch.where(open_, pairs, -1.0).amax(1).clamp(min=-1.0)
        nearest = torch.where(open_, torch.cat([best, mean], -1), NONE).amax(1)
        hidden = self.drop(torch.relu(self.new(torch.cat([own, closest, nearest], -1))))
        return torch.cat([self.fresh(hidden), known], 1)

    def weights(self) -> dict[str, Tensor]:
        """As the numpy ranker takes them."""
        out = {}
        for name, layer in self.named_children():
            if isinstance(layer, nn.Linear):
                out |= {f"{name}.w": layer.weight.detach().T.contiguous(), f"{name}.b": layer.bias.detach()}
        return out
