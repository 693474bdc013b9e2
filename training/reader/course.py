"""What a run of training keeps in its folder, so that it can be watched and goes on where it was stopped."""

import json
import time
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.lr_scheduler import LambdaLR

from training.reader.config import Config
from training.reader.files import LOG, STATE

EVERY = 20
"""Steps between two lines of the log."""
GREATEST = 1.0
"""The norm that gradients are clipped to."""


class Course:
    """A model on its way through a number of steps: `done` of `steps`, in so many `seconds`."""

    def __init__(self, model: nn.Module, config: Config, steps: int) -> None:
        self.model, self.config, self.steps = model, config, steps
        self.folder = config.folder
        self.optimizer, self.rates = _optimizer(model, config, steps)
        self.done, self.seconds = 0, 0.0
        self._sums = defaultdict[str, float](float)

    def resume(self) -> None:
        """Goes on from the last save, if there is one; refuses to if the settings are not those of the save."""
        path = self.folder / STATE
        if not path.exists():
            return
        state = torch.load(path)
        if state["config"] != repr(self.config):
            raise SystemExit(f"{path} was saved with other settings. Name another folder, or remove it.")
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.rates.load_state_dict(state["rates"])
        torch.set_rng_state(state["random"])
        self.done, self.seconds = state["done"], state["seconds"]

    def step(self, loss: Tensor, parts: Mapping[str, Tensor], began: float) -> None:
        """Learns from a loss; `parts` of it are logged, and what was spent since the step began."""
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), GREATEST)
        self.optimizer.step()
        self.rates.step()
        self.done += 1
        self.seconds += time.perf_counter() - began
        for name, value in parts.items():
            self._sums[name] += float(value.detach()) / EVERY
        if self.done % EVERY == 0:
            self.log(losses=dict(self._sums))
            self._sums.clear()

    def due(self) -> bool:
        """Whether it is time to score and save."""
        return self.done % self.config.score_every == 0 or self.done == self.steps

    def log(self, **what: Any) -> None:
        """A line of the log, printed too."""
        where = {"step": self.done, "of": self.steps, "seconds": round(self.seconds)}
        line = json.dumps(where | {name: _rounded(value) for name, value in what.items()})
        with (self.folder / LOG).open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        print(line, flush=True)

    def save(self) -> None:
        """Written beside and then put in place, so that a stop never leaves half a file."""
        beside = self.folder / f"{STATE}.part"
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "rates": self.rates.state_dict(),
            "random": torch.get_rng_state(),
            "config": repr(self.config),
            "done": self.done,
            "seconds": self.seconds,
        }
        torch.save(state, beside)
        beside.replace(self.folder / STATE)


def _optimizer(model: nn.Module, config: Config, steps: int) -> tuple[torch.optim.AdamW, LambdaLR]:
    """AdamW with a short rise and a linear fall; what is new learns faster than the encoder."""
    named = list(model.named_parameters())
    groups = [
        {"params": [value for name, value in named if name.startswith("encoder.")], "lr": config.encoder_rate},
        {"params": [value for name, value in named if not name.startswith("encoder.")], "lr": config.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=config.decay, fused=True)
    warm = max(1, round(config.warm * steps))

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, LambdaLR(optimizer, rate)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    return round(value, 4) if isinstance(value, float) else value
