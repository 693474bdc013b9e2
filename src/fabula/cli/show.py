"""`fabula show`."""

from pathlib import Path

import click

from fabula.cli.command import Command
from fabula.cli.output import faint, percent, print_json
from fabula.cli.people import find_person
from fabula.cli.places import find_place
from fabula.cli.stories import open_or_read
from fabula.cli.views import VIEWS

EXAMPLES = (
    ("fabula show novel.fabula", "the summary again"),
    ("fabula show novel.fabula characters", "who is in it"),
    ('fabula show novel.fabula character "Mrs. Vane"', "one of them"),
    ("fabula show novel.fabula speech Ada | less", "all that Ada says"),
    ("fabula show novel.fabula uncertain", "speakers to check"),
    ('fabula show novel.fabula --at "chapter 3"', "as known by its end"),
    ("fabula show novel.fabula --at 40% --json", "for another program"),
)


@click.command(cls=Command, examples=EXAMPLES, choices=("Views", tuple((view.usage, view.help) for view in VIEWS)))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE_OR_STORY")
@click.argument("view", type=click.Choice([view.name for view in VIEWS]), default=VIEWS[0].name, metavar="[VIEW]")
@click.argument("name", nargs=-1, metavar="[NAME]")
@click.option("--at", metavar="PLACE", help='Show what was known there: "chapter 3", "before chapter 3", 40%, 12000.')
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--rules-only", is_flag=True, help="Where the text is read, read without the reader model.")
@click.option("--quiet", is_flag=True, help="No progress.")
def command(
    file: Path, view: str, name: tuple[str, ...], at: str | None, as_json: bool, rules_only: bool, quiet: bool
) -> None:
    """Show what is known of a story, at any point of the text.

    FILE_OR_STORY is a saved story, or a file, which is read if no story of it is saved.

    With --at, nothing is shown that a reader cannot know there. A chapter is meant as read to its end. In the middle
    of a passage, what was known when the passage began is shown.
    """
    chosen = next(one for one in VIEWS if one.name == view)
    called = " ".join(name)
    if chosen.about == "somebody" and not called:
        raise click.UsageError(f'Whom? For example: fabula show STORY {view} "Mrs. Vane"')
    if called and chosen.about == "nobody":
        raise click.UsageError(f"The view '{view}' takes no name.")
    whole = story = open_or_read(file, rules_only=rules_only, quiet=quiet)
    if at:
        place = find_place(whole, at)
        story = whole.until(place.position)
        if not as_json:
            share = percent(place.position / max(len(whole.text), 1))
            click.echo(faint(f"  As known {place.name}" + (f" ({share} of the text)" if "%" not in at else "")))
    values = chosen.values(story, find_person(story, called) if called else None)
    if as_json:
        print_json({"at": place.position, view: values} if at else values)
        return
    for line in chosen.lines(values):
        click.echo(line)
