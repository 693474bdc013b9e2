"""One run of training: from the corpora to the weights, saved on the way."""

import json
import time
from dataclasses import asdict

import torch

from benchmarks.corpora import folder as corpora_folder
from training.reader.answer import answers
from training.reader.batches import inputs, targets
from training.reader.config import Config
from training.reader.corpora import CORPORA, TAUGHT, taught
from training.reader.course import Course
from training.reader.files import CONFIG, LABELS, WEIGHTS
from training.reader.inventory import inventory
from training.reader.losses import losses, total
from training.reader.masking import hide
from training.reader.measures import mean
from training.reader.model import Reader
from training.reader.precision import halved
from training.reader.schedule import schedule, steps
from training.reader.scores import scores
from training.reader.starting import starting_vocabulary, starting_weights
from training.reader.subject import Subject
from training.reader.teach import silver


class Run:
    """A run in a folder, from the settings alone."""

    def __init__(self, config: Config) -> None:
        torch.set_num_threads(config.threads)
        torch.manual_seed(config.seed)
        self.config = config
        config.folder.mkdir(parents=True, exist_ok=True)
        self.vocabulary = starting_vocabulary()
        some = slice(config.train_texts or None)
        texts = {name: CORPORA[name](corpora_folder(), "train")[some] for name in config.passes if name != TAUGHT}
        self.labels = inventory(text for found in texts.values() for text in found)
        if config.teacher:
            texts[TAUGHT] = taught.load(silver(config.teacher))
        (config.folder / LABELS).write_text(json.dumps(self.labels, indent=1), encoding="utf-8")
        (config.folder / CONFIG).write_text(json.dumps(asdict(config), indent=1, default=str), encoding="utf-8")
        count = self.vocabulary.pieces.count
        found = schedule(texts, config.passes, count, limit=config.window, seed=config.seed)
        self.plan = steps(found, count, most=config.step, seed=config.seed)
        self.model = Reader.start(starting_weights(), self.labels, adapted=config.adapted)
        self.course = Course(self.model, config, len(self.plan))

    def train(self) -> None:
        """All steps that are left, then the weights."""
        self.course.resume()
        while self.course.done < self.course.steps:
            self.step()
            if self.course.due():
                found = self.score()
                self.course.log(scores=found, mean=mean(found))
                self.course.save()
        torch.save(self.model.state_dict(), self.config.folder / WEIGHTS)

    def step(self) -> None:
        """Learns from the next windows of the plan."""
        began, some = time.perf_counter(), self.plan[self.course.done]
        self.model.train()
        random = torch.Generator().manual_seed(self.config.seed * len(self.plan) + self.course.done)
        given, _ = hide(inputs(some, self.vocabulary), random, share=self.config.hidden)
        with halved():
            parts = losses(self.model, given, targets(some, self.labels))
        self.course.step(total(parts, self.config.weights), parts, began)

    def score(self) -> dict[str, float]:
        """Every measure on the development parts of the corpora that are learnt from."""
        reader = Subject(answers(self.model), self.vocabulary, self.labels, self.config.window)
        return scores(reader, corpora=sorted({*self.config.passes} - {TAUGHT}), texts=self.config.dev_texts or None)
