"""Whether any view holds what comes later: reads the beginnings of stories alone and compares."""

import json
import random
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import fabula
from benchmarks.corpora import folder, load
from benchmarks.results import Row, add_options, add_rules_only, keep, named, report
from benchmarks.runs import pooled
from fabula.pipeline import read_source
from fabula.world import Story


@dataclass(frozen=True, slots=True)
class Text:
    """A story to cut: a text of a corpus, or a file."""

    name: str
    text: str | None = None
    path: Path | None = None

    def read(self, *, rules_only: bool) -> Story:
        """Reads it whole."""
        if self.path:
            return fabula.read(self.path, rules_only=rules_only)
        return fabula.read_text(self.text or "", rules_only=rules_only)


@dataclass(frozen=True, slots=True)
class Leaks:
    """How many cuts of a text were compared, how many differ, and how the first of them does."""

    name: str
    cuts: int
    different: int
    first: str | None


def texts(options: Namespace) -> list[Text]:
    """The stories named, or those of the corpus and of the folder of stories."""
    files = options.files or sorted(
        path for path in options.stories.rglob("*") if path.is_file() and path.name != "README.md"
    )
    novels = [] if options.files else load(options.corpus, options.docs).references
    return [Text(one.id, one.text) for one in novels] + [Text(path.name, path=path) for path in files]


def look(text: Text, *, cuts: int, seed: int, rules_only: bool = False) -> Leaks:
    """Compares the view at the end of some passages, chosen at random, with a reading of the text up to there."""
    story = text.read(rules_only=rules_only)
    ends = [passage.span.end for passage in story.passages]
    chosen = sorted(random.Random(seed).sample(ends, min(cuts, len(ends))))
    different, first = 0, None
    for end in chosen:
        alone, view = read_source(story.source.until(end), rules_only=rules_only), story.until(end)
        if alone.to_json() != view.to_json():
            different += 1
            first = first or f"at {end} of {len(story.text)}: {difference(alone, view)}"
    return Leaks(text.name, len(chosen), different, first)


def difference(alone: Story, view: Story) -> str:
    """The first thing in canonical order in which two stories differ."""
    one, other = json.loads(alone.to_json()), json.loads(view.to_json())
    for place, left, right in _walk("", one, other):
        return f"{place}\n     read alone: {_short(left)}\n     view:       {_short(right)}"
    return "the order of keys"


def _walk(place: str, one: Any, other: Any) -> Iterator[tuple[str, Any, Any]]:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict) and "made_by" not in one:
        for key in sorted(one.keys() | other.keys()):
            yield from _walk(f"{place}/{key}", one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list) and not _flat(one):
        for index in range(max(len(one), len(other))):
            left, right = (side[index] if index < len(side) else None for side in (one, other))
            yield from _walk(f"{place}[{index}]", left, right)
    else:
        yield place, one, other


def _flat(values: Sequence[Any]) -> bool:
    return all(isinstance(value, int) for value in values)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else f"{text[:200]} … {text[-200:]}"


def main(options: Namespace) -> None:
    """Runs, prints and keeps; fails if anything differs."""
    found = []
    work = partial(look, cuts=options.cuts, seed=options.seed, rules_only=options.rules_only)
    for leaks in pooled(work, texts(options), options.jobs):
        found.append(leaks)
        print(f"{leaks.name}: {leaks.different} of {leaks.cuts} cuts differ", flush=True)
        if leaks.first:
            print(f"   {leaks.first}", flush=True)
    rows = [Row("fabula", f"cuts that differ: {leaks.name}", leaks.different, leaks.cuts) for leaks in found]
    rows.append(Row("fabula", "cuts that differ: all", sum(x.different for x in found), sum(x.cuts for x in found)))
    print()
    report(rows)
    if not (options.docs or options.files or options.no_result):
        keep(named("leaks", options), rows, on=options.date, corpus=options.corpus)
    if rows[-1].value:
        raise SystemExit("Some views hold what comes later.")


def parser() -> ArgumentParser:
    """The command's options."""
    out = ArgumentParser(prog="python -m benchmarks.leaks", description=__doc__)
    out.add_argument("files", nargs="*", type=Path, help="only these files; keeps no result")
    out.add_argument("--corpus", default="pdnc.dev", help="whose texts are cut too")
    out.add_argument("--docs", nargs="+", default=(), metavar="ID", help="only these of its texts; keeps no result")
    out.add_argument("--stories", type=Path, default=folder().parent / "stories", help="folder of further stories")
    out.add_argument("--cuts", type=int, default=20, metavar="N", help="passage ends for each story")
    out.add_argument("--seed", type=int, default=0, help="of the choice of cuts")
    out.add_argument("--jobs", type=int, default=1, help="stories at a time")
    add_rules_only(out)
    add_options(out)
    return out


if __name__ == "__main__":
    main(parser().parse_args())
