"""Claims of the storyworld on PDNC's dev novels against judgements made from the text alone: `benchmarks/labels`.

`--sample FOLDER` draws claims at random and writes them, with the words around them, to be judged by somebody who does
not know how they were made. Without it, the claims that were judged are counted: how many of them are right.
"""

import json
import random
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.anchors import JUDGED, beside
from benchmarks.corpora import load
from benchmarks.results import Row, add_options, keep, report
from benchmarks.runs import pooled
from fabula.document import Claim
from fabula.layers import Attribute, Deed, Presence, Relation, Scene
from fabula.pipeline import read_text
from fabula.scoring import Reference
from fabula.world import Story
from fabula.world.deeds import is_sure

LABELS = Path(__file__).parent / "labels"
AROUND = 700
"""Characters before and behind a claim's words that its judge sees at first; the novel lies beside."""


class Statement(NamedTuple):
    """What a claim says, in words, and where; two readings of a novel say the same if these are equal."""

    novel: str
    says: str
    evidence: tuple[tuple[int, int], ...]


def attribute(story: Story, claim: Claim) -> str:
    """An attribute in words."""
    assert isinstance(claim, Attribute)
    by = f", says {story.cast[claim.by].name}" if claim.by else ""
    return f"{story.cast[claim.entity].name}: {claim.kind}: {claim.value}{by}"


def relation(story: Story, claim: Claim) -> str:
    """A relation in words."""
    assert isinstance(claim, Relation)
    by = f", says {story.cast[claim.by].name}" if claim.by else ""
    return f"{story.cast[claim.entity].name} is the {claim.role} of {story.cast[claim.other].name}{by}"


def presence(story: Story, claim: Claim) -> str | None:
    """That somebody is there in a scene; `None` if they are only mentioned."""
    assert isinstance(claim, Presence)
    if claim.mode != "present":
        return None
    (scene,) = (scene for scene in story.document.layer(Scene) if scene.id == claim.scene)
    return f"{story.cast[claim.entity].name} is there in the scene from {scene.start}"


def deed(story: Story, claim: Claim) -> str | None:
    """A deed in words; `None` if it is too unsure to be told."""
    assert isinstance(claim, Deed)
    if not is_sure(claim):
        return None
    by = f", says {story.cast[claim.by].name}" if claim.by else ""
    agents, patients = (" and ".join(story.cast[one].name for one in some) for some in (claim.agents, claim.patients))
    return f"does it: {agents or 'not said'}; verb: {claim.verb}; to: {patients or 'nobody'}{by}"


TASKS: Mapping[str, tuple[type[Claim], Callable[[Story, Any], str | None]]] = {
    "attributes": (Attribute, attribute),
    "relations": (Relation, relation),
    "presences": (Presence, presence),
    "deeds": (Deed, deed),
}
"""What is judged: the record type, and how a claim is put into words."""


def statements(story: Story, novel: str, task: str) -> Iterator[Statement]:
    """All that a story says of one task, each thing once."""
    record, put = TASKS[task]
    seen = set[str]()
    for claim in story.document.layer(record).current():
        says = put(story, claim)
        if says is not None and says not in seen:
            seen.add(says)
            yield Statement(novel, says, tuple(tuple(span) for span in claim.evidence))


def run(reference: Reference) -> dict[str, list[Statement]]:
    """Reads one novel and says all that is judged."""
    story = read_text(reference.text)
    return {task: list(statements(story, reference.id, task)) for task in TASKS}


def sample(found: Iterable[Statement], texts: Mapping[str, str], count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Some statements as a judge gets them."""
    every = sorted(found)
    for one in random.Random(seed).sample(every, min(count, len(every))):
        start, end = min(span[0] for span in one.evidence), max(span[1] for span in one.evidence)
        text = texts[one.novel]
        yield {
            "text": one.novel,
            "says": one.says,
            "evidence": one.evidence,
            "words": [text[first:last] for first, last in one.evidence],
            "around": text[max(0, start - AROUND) : end + AROUND],
        }


def judgements(task: str) -> dict[Statement, bool]:
    """What was judged, and whether it is right."""
    path = LABELS / f"{task}.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    labels = map(json.loads, lines)
    return {
        Statement(one["text"], one["says"], tuple(tuple(span) for span in one["evidence"])): one["right"]
        for one in labels
    }


def main(options: Namespace) -> None:
    """Reads, and draws a sample or prints and keeps the figures."""
    corpus = load("pdnc.dev")
    read = list(pooled(run, corpus.references, options.jobs))
    if options.sample:
        texts = {reference.id: reference.text for reference in corpus.references}
        options.sample.mkdir(parents=True, exist_ok=True)
        for task in TASKS:
            drawn = sample((one for novel in read for one in novel[task]), texts, options.count, options.seed)
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in drawn)
            (options.sample / f"{task}.jsonl").write_text(lines, "utf-8")
        return
    rows = list[Row]()
    for task in TASKS:
        judged, made = judgements(task), {one for novel in read for one in novel[task]}
        right = [verdict for one, verdict in judged.items() if one in made]
        if right:
            rows.append(Row("fabula", f"{task}: precision", 100 * sum(right) / len(right), len(right)))
        counts = [len(novel[task]) for novel in read]
        rows.append(Row("fabula", f"{task}: fewest in a novel", min(counts), len(counts)))
    rows = beside(rows, JUDGED)
    report(rows)
    if not options.no_result:
        keep("judged", rows, on=options.date, corpus=corpus.name, digest=corpus.digest)


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.judged", description=__doc__)
    out.add_argument("--jobs", type=int, default=1, help="novels at a time")
    out.add_argument("--sample", type=Path, metavar="FOLDER", help="draw claims to be judged, instead of counting")
    out.add_argument("--count", type=int, default=200, help="claims of each kind to draw")
    out.add_argument("--seed", type=int, default=1, help="of the draw")
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
