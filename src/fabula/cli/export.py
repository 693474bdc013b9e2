"""`fabula export`."""

from pathlib import Path

import click

from fabula.cli.command import Command, Failure
from fabula.exports import EXPORTS, write

EXAMPLES = (
    ("fabula export novel.fabula --to html", "writes novel.fabula.html"),
    ("fabula export novel.epub --to booknlp -o out", "writes out/novel.tokens …"),
    ("fabula export novel.fabula --to jsonl -o - | head", "to another program"),
)

FORMS = tuple((name, export.summary) for name, export in EXPORTS.items())


@click.command(cls=Command, examples=EXAMPLES, choices=("Forms", FORMS))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE_OR_STORY")
@click.option(
    "--to", "form", type=click.Choice(list(EXPORTS)), required=True, metavar="FORM", help="One of the forms above."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="PATH",
    help="The file, - for standard output, or for a form of several files their folder.",
)  # fmt: skip
@click.option("--at", metavar="PLACE", help='Only what was known there: "chapter 3", 40%, 12000.')
@click.option("--json", "as_json", is_flag=True, help="Print the files written as JSON.")
@click.option("--rules-only", is_flag=True, help="Where the text is read, read without the reader model.")
@click.option("--quiet", is_flag=True, help="No progress and no report.")
def command(
    file: Path, form: str, output: Path | None, at: str | None, as_json: bool, rules_only: bool, quiet: bool
) -> None:
    """Write a story out for people or for other programs.

    FILE_OR_STORY is a saved story, or a file, which is read if no story of it is saved.
    """
    from fabula.cli.output import print_json
    from fabula.cli.places import find_place
    from fabula.cli.stories import open_or_read

    export = EXPORTS[form]
    stem = "story" if str(file) == "-" else file.stem
    target = output or _beside(file.parent / stem, form, export.suffix)
    if str(target) == "-" and export.suffix is None:
        raise click.UsageError(f"'{form}' is several files; name a folder with -o.")
    if target.exists() and file.exists() and target.samefile(file):
        raise Failure(f"{target} is the story itself. Choose another name with -o.")
    story = open_or_read(file, rules_only=rules_only, quiet=quiet)
    if at:
        story = story.until(find_place(story, at).position)
    if str(target) == "-":
        for content in export.files(story, stem).values():
            click.echo(content, nl=False)
        return
    written = write(export, story, stem, target)
    if as_json:
        print_json({"form": form, "files": [str(path) for path in written]})
    elif not quiet:
        for path in written:
            click.echo(f"Wrote {path}")


def _beside(stem: Path, form: str, suffix: str | None) -> Path:
    """Where an export goes unless a person says otherwise; never the name of another file of theirs."""
    return stem.parent / (f"{stem.name}.{form}" if suffix is None else f"{stem.name}.fabula{suffix}")
