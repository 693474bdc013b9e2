"""What a command found: rows, printed and kept under a date."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.tables import aligned, markdown
from fabula.scoring import Number, Scores

FOLDER = Path(__file__).resolve().parent / "results"
HEAD = ("system", "measure", "value", "n", "given")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `n` is how many things it was measured on, `None` where that says nothing."""

    system: str
    measure: str
    value: float
    n: int | None = None
    given: str = "nothing"

    @property
    def cells(self) -> tuple[str, ...]:
        """As printed."""
        return self.system, self.measure, f"{self.value:.1f}", "" if self.n is None else str(self.n), self.given


def rows_of(tasks: Mapping[str, Scores], given: str, system: str = "fabula") -> list[Row]:
    """A row for every measure of every task that had something to measure."""
    return [
        Row(system, f"{task}: {name}", measure.value, measure.n, given)
        for task, scores in tasks.items()
        for name, measure in scores.items()
        if measure.n or isinstance(measure, Number)
    ]


def add_options(parser: ArgumentParser) -> None:
    """The options of every command that keeps its results."""
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date(), help="of the result kept")
    parser.add_argument("--no-result", action="store_true", help="print only, keep nothing")


def add_rules_only(parser: ArgumentParser) -> None:
    """The option of commands that read stories; a result by rules alone is kept under a name of its own."""
    parser.add_argument("--rules-only", action="store_true", help="read without the reader model")


def named(name: str, options: Namespace) -> str:
    """What a result is kept as."""
    return f"{name}-rules-only" if options.rules_only else name


def report(rows: Sequence[Row]) -> None:
    """Prints the table."""
    print(aligned(HEAD, [row.cells for row in rows]))


def keep(name: str, rows: Sequence[Row], *, on: date, **facts: Any) -> None:
    """Writes `results/DATE-NAME.json` and `.md`, with the version, the command and further facts.

    Facts that are mappings, such as figures for each text, go into the JSON file only.
    """
    command = " ".join(["python -m", f"benchmarks.{Path(sys.argv[0]).stem}", *sys.argv[1:]])
    about = {"date": on.isoformat(), "fabula": version("fabula"), "command": command, **facts}
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{on.isoformat()}-{name}"
    values = {**about, "rows": [asdict(row) for row in rows]}
    path.with_suffix(".json").write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    lines = [
        f"# {name}, {about['date']}",
        "",
        *(f"- {key}: {value}" for key, value in about.items() if not isinstance(value, dict)),
        "",
    ]
    table = markdown(HEAD, [row.cells for row in rows])
    path.with_suffix(".md").write_text("\n".join(lines) + "\n" + table, encoding="utf-8")
    print(f"Kept in {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}.json and .md.")
