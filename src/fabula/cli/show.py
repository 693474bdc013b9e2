"""`fabula show`."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fabula.cli.command import Command

if TYPE_CHECKING:
    from fabula.world import Character, Story

EXAMPLES = (
    ("fabula show novel.fabula", "the summary again"),
    ("fabula show novel.fabula characters", "who is in it"),
    ('fabula show novel.fabula character "Mrs. Vane"', "one of them"),
    ("fabula show novel.fabula speech Ada | less", "all that Ada says"),
    ("fabula show novel.fabula uncertain", "speakers to check"),
    ('fabula show novel.fabula --at "chapter 3"', "as known by its end"),
    ("fabula show novel.fabula --at 40% --json", "for another program"),
)

VIEWS = {
    "summary": "the whole in brief (the default)",
    "characters": "everyone who takes part, with figures",
    "character NAME": "one of them: names, speech, who is spoken to",
    "chapters": "the chapters and their lengths",
    "scenes": "where scenes begin, at a mark or without one, and how sure that is",
    "speech [NAME]": "who says what to whom, and how sure that is",
    "quotations [NAME]": "all words in quotation marks, titles too",
    "times": "words for a time, with what they say: days, hours, how long",
    "uncertain": "quotations whose speaker is unknown or doubtful",
}


@click.command(cls=Command, examples=EXAMPLES, choices=("Views", tuple(VIEWS.items())))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE_OR_STORY")
@click.argument("view", type=click.Choice([view.split()[0] for view in VIEWS]), default="summary", metavar="[VIEW]")
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
    from fabula.cli.output import faint, percent, print_json
    from fabula.cli.places import find_place
    from fabula.cli.stories import open_or_read

    who = " ".join(name)
    if view == "character" and not who:
        raise click.UsageError('Whom? For example: fabula show STORY character "Mrs. Vane"')
    if who and view not in ("character", "speech", "quotations"):
        raise click.UsageError(f"The view '{view}' takes no name.")
    whole = story = open_or_read(file, rules_only=rules_only, quiet=quiet)
    if at:
        place = find_place(whole, at)
        story = whole.until(place.position)
        if not as_json:
            share = percent(place.position / max(len(whole.text), 1))
            click.echo(faint(f"  As known {place.name}" + (f" ({share} of the text)" if "%" not in at else "")))
    values, lines = VALUES[view](story, who)
    if as_json:
        print_json({"at": place.position, view: values} if at else values)
        return
    for line in lines:
        click.echo(line)


def _summary(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    values = figures.summary(story)
    return values, pages.summary(values)


def _characters(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    values = figures.characters(story)
    return values, pages.characters(values)


def _character(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    value = figures.person(story, find_person(story, who))
    return value, pages.person(value)


def _chapters(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    values = figures.chapters(story)
    return values, pages.chapters(values)


def _scenes(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    values = figures.scenes(story)
    return values, pages.scenes(values)


def _speech(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures

    return _said(story, who, figures.spoken(story))


def _quotations(story: "Story", who: str) -> tuple[Any, list[str]]:
    return _said(story, who, list(story.quotations))


def _times(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    values = figures.times(story)
    return values, pages.times(values)


def _uncertain(story: "Story", who: str) -> tuple[Any, list[str]]:
    from fabula.cli import figures

    return _said(story, who, figures.uncertain(story))


def _said(story: "Story", who: str, quotations: list[Any]) -> tuple[Any, list[str]]:
    from fabula.cli import figures, pages

    if who:
        member = find_person(story, who)
        quotations = [quoted for quoted in quotations if quoted.speaker and quoted.speaker.id == member.id]
    values = [figures.quotation(story, quoted) for quoted in quotations]
    return values, pages.speech(values)


VALUES: dict[str, Callable[["Story", str], tuple[Any, list[str]]]] = {
    "summary": _summary,
    "characters": _characters,
    "character": _character,
    "chapters": _chapters,
    "scenes": _scenes,
    "speech": _speech,
    "quotations": _quotations,
    "times": _times,
    "uncertain": _uncertain,
}
"""What each view shows, as JSON values and as lines."""


def find_person(story: "Story", who: str) -> "Character":
    """The one whom a name means: a whole name or alias, else part of one. Raises if that is nobody or several."""
    key = who.casefold()
    people = story.cast.everyone
    names = {member.id: [form.casefold() for form in (member.name, *member.aliases)] for member in people}
    for matches in (lambda form: form == key, lambda form: key in form):
        found = [member for member in people if any(matches(form) for form in names[member.id])]
        acting = [member for member in found if member.acts] or found
        if len(acting) == 1:
            return acting[0]
        if acting:
            those = ", ".join(f"“{member.name}” ({member.mentions} mentions)" for member in acting[:6])
            raise click.UsageError(f"“{who}” may be {those}. Which?")
    every = {form: form for member in people for form in (member.name, *member.aliases)}
    near = difflib.get_close_matches(who, every, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `characters` lists everyone."
    raise click.UsageError(f"Nobody is called “{who}” here.{hint}")
