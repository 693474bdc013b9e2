"""`fabula ask`."""

from pathlib import Path

import click

from fabula.asking import KINDS
from fabula.asking import ask as ask_story
from fabula.cli.command import Command
from fabula.cli.output import faint, print_json, wrap
from fabula.cli.places import find_place
from fabula.cli.stories import open_or_read
from fabula.cli.views.located import location, where, words_around
from fabula.errors import QuestionError

EXAMPLES = (
    ('fabula ask novel.fabula "who is Mrs. Vane?"', "from the whole story"),
    ('fabula ask novel.fabula "who is Mrs. Vane?" --at 30%', "from what a reader knows there"),
)
QUESTIONS = tuple((kind.example, kind.answer.__doc__ or "") for kind in KINDS)


@click.command(cls=Command, examples=EXAMPLES, choices=("Questions", QUESTIONS))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE_OR_STORY")
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@click.option("--at", metavar="PLACE", help='What was known there: "chapter 3", "before chapter 3", 40%, 12000.')
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--quiet", is_flag=True, help="No progress.")
def command(file: Path, question: tuple[str, ...], at: str | None, as_json: bool, quiet: bool) -> None:
    """Ask a story a question in plain words.

    The answer is what the text says, each thing with the words it rests on, and nothing else; or that it has not said.
    With --at, it knows nothing that comes later.
    """
    story = open_or_read(file, quiet=quiet)
    if at:
        place = find_place(story, at)
        story = story.until(place.position)
        if not as_json:
            click.echo(faint(f"  As known {place.name}"))
    try:
        answer = ask_story(story, " ".join(question))
    except QuestionError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        statements = [
            {
                "says": one.text,
                "claim": one.claim.id,
                "location": location(story, one.evidence[0].start),
                "evidence": [span.of(story.text) for span in one.evidence],
            }
            for one in answer.statements
        ]
        print_json({"question": answer.question, "statements": statements})
        return
    for one in answer.statements:
        words, here = words_around(story, one.evidence[0]).strip('“”"'), where(story, one.evidence[0].start)
        for line in wrap(f"{one.text}: “{words}” ({here})"):
            click.echo(line)
    if not answer.is_known:
        click.echo("  The text has not said.")
