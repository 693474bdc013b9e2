"""What the model says, in the form in which the library is given it: named arrays, and no more than claims need."""

from collections.abc import Callable, Mapping
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.reader.batches import Inputs
from training.reader.layers import EXTENTS, LINKS, RATINGS
from training.reader.model import Reader
from training.reader.precision import halved

GIVEN = ("pieces", "shapes", "senses", "firsts", "sentences")
"""The arrays that are given, in order."""
WEIGHED = ("event",)
"""The layers of tags that are given with the probability of the best label: the others' become no claims."""
Answers = Callable[[Inputs], Mapping[str, NDArray[Any]]]


class Answer(nn.Module):
    """The model's outputs as a flat tuple of arrays, in the order of `names`."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.tag_layers = [*reader.tag_layers, "relation"]

    @property
    def names(self) -> list[str]:
        """The outputs, in order."""
        best = [f"{layer}.best" for layer in self.tag_layers]
        weighed = [f"{layer}.probability" for layer in WEIGHED]
        return [*best, *weighed, "governors", "candidates", *EXTENTS, *LINKS, "words", *RATINGS]

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        """Takes and gives (B, ...) as `Inputs` and `Outputs` say."""
        said = self.reader(Inputs(*given))
        scores = {**said.tags, "relation": said.relations}
        out = [scores[layer].argmax(-1).to(torch.int32) for layer in self.tag_layers]
        out += [scores[layer].softmax(-1).amax(-1) for layer in WEIGHED]
        out += [said.governors, said.candidates.to(torch.int32)]
        out += [said.labels[layer].softmax(-1) for layer in EXTENTS]
        return (*out, *(said.links[side] for side in LINKS), said.words, *(said.ratings[name] for name in RATINGS))


def answers(model: Reader) -> Answers:
    """The model's own answers, without the detour over a file."""
    answer = Answer(model)

    def read(given: Inputs) -> Mapping[str, NDArray[Any]]:
        model.eval()
        with torch.inference_mode(), halved():
            said = answer(*(getattr(given, name) for name in GIVEN))
        whole = (value.float() if value.is_floating_point() else value for value in said)
        return {name: value.numpy() for name, value in zip(answer.names, whole, strict=True)}

    return read
