"""Writes a model's card: the prose of `card.md` beside this file, with the scores put in.

    python -m training.reader.card MODEL        the folder of an exported model

Scores are those of the development parts, whole and by period and kind of writing.
"""

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.corpora import folder as corpora_folder
from training.reader.annotated import Annotated
from training.reader.corpora import CORPORA
from training.reader.corpora.lines import records
from training.reader.measures import measures
from training.reader.scores import scores
from training.reader.subject import Subject, subject

TEMPLATE = Path(__file__).with_name("card.md")
BROWN = {"a": "press", "b": "press", "c": "press"} | dict.fromkeys("klmnp", "fiction")
"""Kinds of writing in the Brown Corpus, by the letter of its genres."""
OTHER = "other prose"


def card(folder: Path) -> str:
    """The whole card."""
    reader = subject(folder)
    periods = {record["id"]: _period(record["year"]) for record in records(corpora_folder() / "litbank.dev.jsonl.gz")}
    parts = {
        "all": _table(["measure", "score"], scores(reader, raw=True).items()),
        "periods": _by("litbank", lambda name: periods[name], reader, ("mention F1", "entity F1", "event F1")),
        "web": _by("ewt", lambda name: name.split("-")[0], reader, ("upos", "uas", "las", "lemma")),
        "brown": _by("semcor", lambda name: BROWN.get(name[3], OTHER), reader, ("supersense F1",)),
    }
    return re.sub(r"\{(\w+)\}", lambda found: parts[found[1]], TEMPLATE.read_text("utf-8"))


def _by(corpus: str, kind: Callable[[str], str], reader: Subject, named: tuple[str, ...]) -> str:
    """A row for each kind of text, told by a text's id."""
    groups: dict[str, list[Annotated]] = {}
    for text in CORPORA[corpus](corpora_folder(), "dev"):
        groups.setdefault(kind(text.id), []).append(text)
    rows = []
    for name, texts in sorted(groups.items()):
        found = measures(reader.pairs(texts))
        rows.append((name, len(texts), *(found[measure] for measure in named)))
    return _table([corpus, "texts", *named], rows)


def _period(year: int) -> str:
    first = year - year % 50
    return f"{first} to {first + 49}"


def _table(head: list[str], rows: Iterable[tuple[object, ...]]) -> str:
    cells = [head, ["---", *["---:"] * (len(head) - 1)], *(list(map(str, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.card", description="Writes a model's card.")
    parser.add_argument("model", type=Path)
    where = parser.parse_args().model
    (where / "card.md").write_text(card(where), encoding="utf-8")
