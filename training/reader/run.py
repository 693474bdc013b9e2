"""One run of training: from the corpora to the weights, saved on the way."""

import json
import time
from collections import defaultdict
from dataclasses import asdict
from typing import Any

import torch
from torch.optim.lr_scheduler import LambdaLR

from benchmarks.corpora import folder as corpora_folder
from training.reader.answer import answers
from training.reader.batches import inputs, targets
from training.reader.config import Config
from training.reader.corpora import CORPORA
from training.reader.inventory import inventory
from training.reader.losses import losses, total
from training.reader.measures import mean
from training.reader.model import Reader
from training.reader.pieces import Pieces
from training.reader.saved import CONFIG, LABELS, STATE, WEIGHTS
from training.reader.schedule import schedule, steps
from training.reader.scores import scores
from training.reader.starting import starting_weights

EVERY = 20
"""Steps between two lines of the log."""


class Run:
    """A run in a folder: `labels.json`, `log.jsonl`, `state.pt` to go on from, and in the end `reader.pt`."""

    def __init__(self, config: Config) -> None:
        torch.set_num_threads(config.threads)
        torch.manual_seed(config.seed)
        self.config = config
        self.folder = config.folder
        self.folder.mkdir(parents=True, exist_ok=True)
        start = starting_weights()
        self.pieces = Pieces(start / "tokenizer.json")
        some = slice(config.train_texts or None)
        texts = {name: CORPORA[name](corpora_folder(), "train")[some] for name in config.passes}
        self.labels = inventory(text for found in texts.values() for text in found)
        (self.folder / LABELS).write_text(json.dumps(self.labels, indent=1), encoding="utf-8")
        (self.folder / CONFIG).write_text(json.dumps(asdict(config), indent=1, default=str), encoding="utf-8")
        count = self.pieces.count
        found = schedule(texts, config.passes, count, limit=config.window, seed=config.seed)
        self.plan = steps(found, count, most=config.step, seed=config.seed)
        self.steps = len(self.plan)
        self.model = Reader.start(start, self.labels)
        self.optimizer, self.rates = _optimizer(self.model, config, self.steps)
        self.done = 0
        self.seconds = 0.0

    def resume(self) -> None:
        """Goes on from the last save, if there is one; refuses to if the settings are not those of the save."""
        path = self.folder / STATE
        if path.exists():
            state = torch.load(path)
            if state["config"] != repr(self.config):
                raise SystemExit(f"{path} was saved with other settings. Name another folder, or remove it.")
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.rates.load_state_dict(state["rates"])
            torch.set_rng_state(state["random"])
            self.done, self.seconds = state["done"], state["seconds"]

    def train(self) -> None:
        """All steps that are left, then the weights."""
        sums, began = defaultdict[str, float](float), time.perf_counter()
        while self.done < self.steps:
            for name, value in self._step().items():
                sums[name] += value / EVERY
            self.done += 1
            if self.done % EVERY == 0:
                took, began = time.perf_counter() - began, time.perf_counter()
                self.seconds += took
                self._log(losses=dict(sums), seconds_a_step=took / EVERY)
                sums.clear()
            if self.done % self.config.score_every == 0 or self.done == self.steps:
                scores = self.score()
                self._log(scores=scores, mean=mean(scores))
                self._save()
                began = time.perf_counter()
        torch.save(self.model.state_dict(), self.folder / WEIGHTS)

    def score(self) -> dict[str, float]:
        """Every measure on the development parts of the corpora that are learnt from."""
        said = answers(self.model)
        some = self.config.dev_texts or None
        corpora = sorted(self.config.passes)
        return scores(said, self.pieces, self.labels, corpora=corpora, window=self.config.window, texts=some)

    def _step(self) -> dict[str, float]:
        some = self.plan[self.done]
        self.model.train()
        with torch.autocast("cpu", torch.bfloat16):
            parts = losses(self.model, inputs(some, self.pieces), targets(some, self.labels))
        self.optimizer.zero_grad(set_to_none=True)
        total(parts, self.config.weights).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.rates.step()
        return {name: float(loss.detach()) for name, loss in parts.items()}

    def _log(self, **what: Any) -> None:
        line = json.dumps({"step": self.done, "of": self.steps, "seconds": round(self.seconds), **_rounded(what)})
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        print(line, flush=True)

    def _save(self) -> None:
        """Written beside and then put in place, so that a stop never leaves half a file."""
        beside = self.folder / "state.part"
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


def _optimizer(model: Reader, config: Config, steps: int) -> tuple[torch.optim.AdamW, LambdaLR]:
    """AdamW with a short rise and a linear fall; what is new learns faster than the encoder."""
    groups = [
        {"params": list(model.encoder.parameters()), "lr": config.encoder_rate},
        {"params": list(model.new_parameters()), "lr": config.head_rate},
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
