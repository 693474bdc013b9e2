"""Reads and scores the texts of a corpus, several at a time."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from benchmarks.corpora import Corpus, given_characters
from benchmarks.errors import WrongSpeaker, wrong_speakers
from fabula.pipeline import read_text
from fabula.scoring import Reference, Scores, score, total

RULES_ONLY = "Read by rules only: no such layer ({layers}). Install the reader model, and run this again."
"""Said where only the reader model could have found something."""
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Run:
    """The scores of one text by task, and its wrong speakers."""

    text: str
    tasks: dict[str, Scores]
    wrong: list[WrongSpeaker]


def run(reference: Reference, given: str, rules_only: bool) -> Run:
    """Reads one text; `given` is `none` or `characters`."""
    told = given_characters(reference) if given == "characters" else None
    try:
        story = read_text(reference.text, given=told, rules_only=rules_only)
    except Exception as error:
        error.add_note(f"While reading {reference.id}.")
        raise
    scored = score(story, reference)
    return Run(reference.id, scored.tasks, wrong_speakers(story, reference, scored))


def run_all(corpus: Corpus, *, given: str = "none", rules_only: bool = False, jobs: int = 1) -> Iterator[Run]:
    """Every text of the corpus, in its order."""
    return pooled(partial(run, given=given, rules_only=rules_only), corpus.references, jobs)


def pooled(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """The result of each item, in their order, made by so many processes."""
    if jobs == 1:
        yield from map(work, items)
    else:
        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(work, items)


def totals(runs: list[Run]) -> dict[str, Scores]:
    """The scores over all texts, by task."""
    tasks = dict.fromkeys(task for one in runs for task in one.tasks)
    return {task: total(one.tasks[task] for one in runs if task in one.tasks) for task in tasks}
