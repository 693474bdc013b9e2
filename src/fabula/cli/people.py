"""Somebody in a story as a person names them on the command line."""

import click

from fabula.asking.names import called
from fabula.errors import QuestionError
from fabula.world import Character, Story


def find_person(story: Story, who: str) -> Character:
    """The one whom a name means; an error of the command line if that is nobody or several."""
    try:
        return called(story, who)
    except QuestionError as error:
        raise click.UsageError(str(error)) from error
