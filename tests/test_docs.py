"""The pages say what is there, and what they say runs."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

import fabula
from fabula.cli.app import COMMANDS, program
from fabula.exports import EXPORTS
from fabula.layers import RECORDS
from fabula.pipeline import ANNOTATORS
from fabula.readers import READERS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
EXAMPLES = ROOT / "examples"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *EXAMPLES.glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def commands(page: Path) -> Iterator[str]:
    """The command lines of a page's console blocks: those after `$ `, or all lines where there is no output."""
    for block in blocks(page, "console"):
        lines = block.splitlines()
        typed = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        yield from typed or lines


def anchors(page: Path) -> set[str]:
    """The anchors that a forge makes of the headings."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for pair in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        target, _, anchor = unquote(pair[0] or pair[1]).partition("#")
        if target.startswith(("http:", "https:", "mailto:")):
            continue
        place = (page.parent / target).resolve() if target else page
        assert place.exists(), target
        if anchor:
            assert anchor in anchors(place), f"{target}#{anchor}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
            place = (page.parent / target.partition("#")[0]).resolve()
            if place.exists() and place.is_file():
                waiting.append(place)
    assert {name_of(page) for page in PAGES} <= {name_of(page) for page in reached}


MENTIONED = [
    *(("api.md", name) for name in fabula.__all__),
    *(("layers.md", record.__name__) for record in RECORDS),
    *(("layers.md", record.layer) for record in RECORDS),
    *(("annotators.md", annotator.name) for annotator in ANNOTATORS),
    *(("formats.md", reader.name) for reader in READERS),
    *((f"{name}.md" if (REFERENCE / f"{name}.md").exists() else "exports.md", name) for name in EXPORTS),
    *(("cli.md", f"fabula {name}") for name in COMMANDS),
]


@pytest.mark.parametrize(("page", "name"), MENTIONED)
def test_everything_public_is_on_its_page(page: str, name: str) -> None:
    assert re.search(rf"`{re.escape(name)}\b", (REFERENCE / page).read_text(encoding="utf-8")) or re.search(
        rf"^#.*\b{re.escape(name)}\b", (REFERENCE / page).read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("record", RECORDS)
def test_layers_are_called_by_words_of_the_glossary(record: type) -> None:
    term = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8").lower()
    assert re.search(rf"\*\*[^*]*\b{term}\b[^*]*\*\*", glossary), term


GENERATED = runpy.run_path(str(DOCS / "generate_reference.py"))["PAGES"]


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_generated_pages_are_up_to_date(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == GENERATED[name](), "run: python docs/generate_reference.py"


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")], ids=name_of)
def test_python_on_a_page_runs(page: Path, tmp_path: Path) -> None:
    place = tmp_path / "examples"
    shutil.copytree(EXAMPLES, place)
    script = "\n".join(blocks(page, "python"))
    folder = tmp_path if page == ROOT / "README.md" else place
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


FABULA = [(page, command) for page in PAGES for command in commands(page) if re.search(r"(?:^|/)fabula ", command)]


@pytest.mark.parametrize(("page", "command"), FABULA)
def test_commands_on_a_page_exist(page: Path, command: str) -> None:
    words = shlex.split(re.split(r"(?:^|/)fabula ", re.split(r" [|<>] ", command)[0])[-1])
    context = click.Context(program)
    parameters = program.params
    if not words[0].startswith("-"):
        found = program.get_command(context, words[0])
        assert found is not None, command
        parameters = found.get_params(context)
    options = {name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)}
    for word in words:
        if word.startswith("-") and word != "-":
            assert word.partition("=")[0] in options | {"--help", "-h"}, f"{word} in: {command}"


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == fabula.__version__
    assert f"\nversion: {fabula.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


MACHINE = re.compile(r"/(?:work|home|root|Users|tmp)/\w|[A-Z]:\\\\?Users")


def test_nothing_names_a_place_on_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = [name for name in listed.split("\0") if name] or [
        os.path.relpath(path, ROOT) for path in [*PAGES, *(ROOT / "src").rglob("*.py")]
    ]
    texts = [ROOT / name for name in names if name.endswith((".md", ".py", ".toml", ".cff", ".html", ".js", ".css"))]
    found = [path.name for path in texts if path.exists() and MACHINE.search(path.read_text(encoding="utf-8"))]
    assert found in ([], ["test_docs.py"])
