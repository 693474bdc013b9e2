"""`fabula doctor`."""

import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from fabula import __version__
from fabula.cli.command import Command
from fabula.errors import FabulaError

EXAMPLES = (
    ("fabula doctor", "is everything here?"),
    ("fabula doctor --json", "the same for a bug report"),
)

SAMPLE = "“It is late,” said Ada.\n\n“Not yet,” said Tom."
OLDEST = (3, 11)
REINSTALL = "Install fabula anew: pip install --force-reinstall fabula"


class Check(NamedTuple):
    """One thing looked at; `remedy` is what to do if it is not well."""

    name: str
    well: bool
    found: str
    remedy: str = ""


@click.command(cls=Command, examples=EXAMPLES)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Check that everything fabula needs is here. Looks at this machine only; nothing uses the network.

    Exit code 1 if something is wrong.
    """
    from fabula.cli.output import print_json

    checks = [
        _python(),
        Check("fabula", True, __version__),
        _sqlite(),
        *_packages(),
        _formats(),
        _model(),
        _round_trip(),
    ]
    if as_json:
        print_json({"well": all(check.well for check in checks), "checks": [check._asdict() for check in checks]})
    else:
        for check in checks:
            mark = click.style("ok   ", fg="green") if check.well else click.style("wrong", fg="red")
            click.echo(f"  {mark}  {check.name}: {check.found}")
            if not check.well:
                click.echo(f"         {check.remedy}")
    ctx.exit(0 if all(check.well for check in checks) else 1)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info >= OLDEST, found, "fabula needs Python 3.11 or newer.")


def _sqlite() -> Check:
    try:
        import sqlite3
    except ImportError:
        return Check("SQLite", False, "missing", "This Python was built without sqlite3; install one that has it.")
    try:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE search USING fts5(words)")
        connection.close()
    except sqlite3.Error:
        remedy = "Stories cannot be saved: this SQLite has no FTS5. Python from python.org has it."
        return Check("SQLite", False, f"{sqlite3.sqlite_version} without full-text search (FTS5)", remedy)
    return Check("SQLite", True, f"{sqlite3.sqlite_version} with full-text search (FTS5)")


def _packages() -> list[Check]:
    """The packages that fabula says it needs."""
    try:
        named = requires("fabula") or []
    except PackageNotFoundError:
        return [Check("packages", False, "fabula is not installed", "Install it: pip install fabula")]
    checks = []
    for requirement in named:
        if ";" in requirement:
            continue
        name = requirement.split(">")[0].split("=")[0].split("<")[0].split("[")[0].strip()
        try:
            checks.append(Check(name, True, version(name)))
        except PackageNotFoundError:
            checks.append(Check(name, False, "missing", f"Install it: pip install '{requirement}'"))
    return checks


def _formats() -> Check:
    try:
        from fabula.readers import READERS
    except ImportError as error:
        return Check("reads", False, str(error), REINSTALL)
    return Check("reads", True, ", ".join(reader.name for reader in READERS))


def _model() -> Check:
    """Lets the reader model read its reference words. Whatever goes wrong is the finding."""
    from fabula.inference import package

    name, meanwhile = "reader model", f"{REINSTALL}. Until then: fabula read --rules-only"
    if not package.is_there():
        return Check(name, True, "none in this installation; stories are read by rules")
    try:
        from fabula.inference.model import shared
        from fabula.inference.reference import ENOUGH, reference_agreement

        model = shared()
        found = f"{model.metadata.name} {model.metadata.version}"
        share = reference_agreement(model)
    except FabulaError as error:
        return Check(name, False, str(error), meanwhile)
    except Exception as error:
        return Check(name, False, f"{type(error).__name__}: {error}", meanwhile)
    found += f", agrees with its reference to {share:.0%}"
    return Check(name, share >= ENOUGH, found, "It reads otherwise here than where it was made. Update onnxruntime.")


def _round_trip() -> Check:
    """Reads two lines, saves them and opens them again. Whatever goes wrong is the finding."""
    name = "reading and saving"
    try:
        from fabula import open, read_text, save

        story = read_text(SAMPLE)
        with TemporaryDirectory() as folder:
            save(story, Path(folder) / "sample.fabula")
            same = open(Path(folder) / "sample.fabula").to_json() == story.to_json()
    except (FabulaError, OSError) as error:
        return Check(name, False, str(error), "Is the folder for temporary files full, or not writable?")
    except Exception as error:
        return Check(name, False, f"{type(error).__name__}: {error}", REINSTALL)
    return Check(name, same, "a sample came back" if same else "a sample came back changed", REINSTALL)
