"""Adapts the encoder to fiction before it learns any layer: it guesses hidden words of novels without labels.

    python -m training.reader.adapt CONFIG         as for a run; `passes` names `fiction` alone

Gururangan et al. 2020, "Don't Stop Pretraining". A run whose `adapted` names the folder starts from it.
"""

import argparse
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from benchmarks.corpora import folder as corpora_folder
from training.reader.annotated import Annotated
from training.reader.batches import IGNORED, Inputs, inputs
from training.reader.config import Config, load
from training.reader.corpora import fiction
from training.reader.course import Course
from training.reader.encoder import empty_senses, empty_shapes, encode, starting_encoder
from training.reader.files import WEIGHTS
from training.reader.masking import hide
from training.reader.precision import halved
from training.reader.schedule import schedule, steps
from training.reader.starting import starting_vocabulary, starting_weights

SCORED = 200
"""Windows of the development part that are guessed."""


class Guesser(nn.Module):
    """The encoder with the shapes of words, and a head that guesses pieces by the embeddings themselves."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width, self.encoder = encoder.config.hidden_size, encoder
        self.shapes, self.senses = empty_shapes(width), empty_senses(width)
        self.turn = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(encoder.config.vocab_size))

    def forward(self, given: Inputs, pieces: Tensor) -> Tensor:
        """The mean loss of the pieces (B, P) that are to be guessed."""
        last = encode(self.encoder, self.shapes, self.senses, given)[-1]
        known = pieces != IGNORED
        scores = self.turn(last[known]) @ self.encoder.embeddings.word_embeddings.weight.T + self.bias
        return nn.functional.cross_entropy(scores.float(), pieces[known])


class Adaptation:
    """A run in a folder, from the settings alone."""

    def __init__(self, config: Config) -> None:
        torch.set_num_threads(config.threads)
        torch.manual_seed(config.seed)
        config.folder.mkdir(parents=True, exist_ok=True)
        self.config = config
        self.vocabulary = starting_vocabulary()
        some = slice(config.train_texts or None)
        texts = {"fiction": fiction.load(corpora_folder(), "train")[some]}
        count, limit = self.vocabulary.pieces.count, config.window
        found = schedule(texts, config.passes, count, limit=limit, seed=config.seed)
        self.plan = steps(found, count, most=config.step, seed=config.seed)
        unread = {"fiction": fiction.load(corpora_folder(), "dev")}
        self.unread = list(islice(schedule(unread, {"fiction": 1}, count, limit=limit, seed=0), SCORED))
        self.model = Guesser(starting_encoder(starting_weights()))
        self.course = Course(self.model, config, len(self.plan))

    def train(self) -> None:
        """All steps that are left, then the weights."""
        self.course.resume()
        while self.course.done < self.course.steps:
            began, number = time.perf_counter(), self.course.done
            self.model.train()
            loss = self._loss(self.plan[number], seed=number)
            self.course.step(loss, {"guess": loss}, began)
            if self.course.due():
                self.course.log(scores={"guess loss": self.score()})
                self.course.save()
        torch.save(self.model.state_dict(), self.config.folder / WEIGHTS)

    def score(self) -> float:
        """The mean loss on novels that are not learnt from."""
        self.model.eval()
        with torch.inference_mode():
            found = [self._loss(self.unread[at : at + 8], seed=at) for at in range(0, len(self.unread), 8)]
        return float(torch.stack(found).mean())

    def _loss(self, some: Sequence[Annotated], *, seed: int) -> Tensor:
        random = torch.Generator().manual_seed(seed)
        given, pieces = hide(inputs(some, self.vocabulary), random)
        with halved():
            loss: Tensor = self.model(given, pieces)
        return loss


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.adapt", description="Adapts the encoder.")
    parser.add_argument("config", type=Path)
    for config in load(parser.parse_args().config):
        Adaptation(config).train()
