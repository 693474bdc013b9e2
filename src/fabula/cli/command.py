"""What every command shares: examples in its help, and errors of one line."""

from typing import IO, Any

import click

Examples = tuple[tuple[str, str], ...]
"""Pairs of a command line and what it does."""


class Command(click.Command):
    """A command whose help shows what may be asked for, and examples, before options.

    `choices` is a heading and the things under it, each with one line.
    """

    def __init__(
        self, *args: Any, examples: Examples = (), choices: tuple[str, Examples] | None = None, **settings: Any
    ) -> None:
        super().__init__(*args, **settings)
        self.examples = examples
        self.choices = choices

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Choices, examples, options."""
        if self.choices:
            with formatter.section(self.choices[0]):
                formatter.write_dl(list(self.choices[1]))
        write_examples(self.examples, formatter)
        super().format_options(ctx, formatter)


def write_examples(examples: Examples, formatter: click.HelpFormatter) -> None:
    """Adds the examples to a help page."""
    with formatter.section("Examples"):
        formatter.write_dl(list(examples), col_max=60)


class Failure(click.ClickException):
    """Something a person can mend, said in one line; exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the line on stderr."""
        click.echo(f"{click.style('fabula:', fg='red')} {self.format_message()}", file=file, err=True)
