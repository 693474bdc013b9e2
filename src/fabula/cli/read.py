"""`fabula read`."""

import shlex
from pathlib import Path

import click

from fabula.cli.command import Command, Failure

EXAMPLES = (
    ("fabula read novel.epub", "saves novel.fabula beside it"),
    ("fabula read novel.txt -o work/novel.fabula", "saves it elsewhere"),
    ("fabula read novel.txt --cast cast.toml", "with names that you state"),
    ("fabula read - --stdin-name a.html < page", "reads standard input"),
    ("fabula read novel.txt --json --no-save", "for another program"),
)


@click.command(cls=Command, examples=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="STORY.fabula", help="Where to save the story."
)
@click.option(
    "--cast", type=click.Path(path_type=Path), metavar="CAST.toml", help="Names, aliases and pronouns that you state."
)
@click.option(
    "--corrections", type=click.Path(path_type=Path), metavar="FILE",
    help="Corrections of speakers, if not those beside the story.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--no-save", is_flag=True, help="Only show the summary.")
@click.option("--repair", is_flag=True, help="Mend letters that were garbled by a wrong encoding.")
@click.option("--rules-only", is_flag=True, help="Read without the reader model.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
@click.option("--stdin-name", metavar="NAME", help="What to call a story that comes from standard input.")
def command(
    file: Path,
    output: Path | None,
    cast: Path | None,
    corrections: Path | None,
    as_json: bool,
    no_save: bool,
    repair: bool,
    rules_only: bool,
    quiet: bool,
    stdin_name: str | None,
) -> None:
    """Read a story, save what was found, and show a summary.

    FILE is a text, Markdown, HTML, EPUB, DOCX, ODT or RTF file, or - for standard input. The story is saved as
    FILE.fabula beside it, so that `show` and `export` need not read it again. Corrections that lie beside it, in
    FILE.corrections.toml, outrank the reading.
    """
    from fabula.cli.corrected import find_corrections
    from fabula.cli.output import print_json
    from fabula.cli.stories import SUFFIX, read, saved_beside
    from fabula.cli.views import summary
    from fabula.readers.cast_file import read_cast
    from fabula.store import is_saved, save

    if no_save and output:
        raise click.UsageError("--no-save and -o contradict each other.")
    if file.is_file() and file.suffix == SUFFIX and is_saved(file):
        raise Failure(f"{file} is a story that was read already. To see it: fabula show {shlex.quote(str(file))}")
    stated = read_cast(cast) if cast else None
    corrected = find_corrections(file, named=corrections, cast=stated)
    given = corrected.given if corrected else stated
    story = read(file, given=given, repair=repair, rules_only=rules_only, quiet=quiet, name=stdin_name)
    report = corrected.report(story, quiet=quiet) if corrected else None
    target = None
    if not no_save:
        target = output or (saved_beside(file) if str(file) != "-" else None)
    if target:
        save(story, target)
    if as_json:
        print_json({**summary.values(story, None), "saved": str(target) if target else None, "corrections": report})
        return
    if quiet:
        return
    for line in summary.lines(summary.values(story, None)):
        click.echo(line)
    click.echo()
    if any(notice.code == "mojibake" for notice in story.source.notices):
        click.echo(f"  To mend the letters: fabula read {shlex.quote(str(file))} --repair")
    if target:
        name = shlex.quote(str(target))
        click.echo(f"  Saved to {target}")
        click.echo(f"  Next: fabula show {name} characters")
        click.echo(f"        fabula export {name} --to html")
    else:
        click.echo("  Not saved. To keep it, name a file: -o STORY.fabula")
