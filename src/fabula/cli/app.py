"""The program `fabula`: its commands, fetched when used, and what becomes of errors."""

import difflib
import os
import sys
from importlib import import_module
from typing import Any

import click

from fabula import __version__
from fabula.cli.command import Examples, Failure, write_examples
from fabula.errors import FabulaError

COMMANDS = {
    "read": "Read a story, save what was found, and show a summary.",
    "show": "Show what is known of a story, at any point of the text.",
    "ask": "Ask a story a question in plain words.",
    "correct": "Say who speaks, where the reading is wrong.",
    "export": "Write a story out for people or for other programs.",
    "doctor": "Check that everything fabula needs is here.",
}
"""Every command; `fabula.cli.<name>.command` is the command itself."""

EXAMPLES: Examples = (
    ("fabula read novel.epub", "saves novel.fabula beside it"),
    ("fabula show novel.fabula characters", "who is in it"),
    ('fabula show novel.fabula speech --at "chapter 3"', "who has said what by then"),
    ("fabula export novel.fabula --to html", "a page to read and search"),
)

INTERRUPTED = 130
"""The exit code that shells give a program stopped by Ctrl-C."""


class Program(click.Group):
    """Commands whose modules are imported only when they run, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; `None` if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"fabula.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that the arguments name; a near miss is answered with what may be meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            if near:
                ctx.fail(f"There is no command '{args[0]}'. Did you mean '{near[0]}'?")
            hint = f" To read a file: fabula read {args[0]}" if os.path.exists(args[0]) else ""
            ctx.fail(f"There is no command '{args[0]}'. The commands are {', '.join(COMMANDS)}.{hint}")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, commands, options, in this order."""
        write_examples(EXAMPLES, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
        click.Command.format_options(self, ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command. What a person can mend is one line on stderr, never a traceback."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except FabulaError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\nStopped; nothing was left half-written.", err=True)
            ctx.exit(INTERRUPTED)
        except MemoryError as error:
            raise Failure("There is not enough memory for this story.") from error
        except BrokenPipeError:
            _drop_output()
            ctx.exit(0)
        except OSError as error:
            _drop_output()
            where = f" {error.filename}" if error.filename else ""
            raise Failure(f"The system refused{where}: {error.strerror}.") from error


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=False,
    no_args_is_help=True,
)
@click.version_option(__version__, prog_name="fabula", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Reads a story and gives back its world: who is in it, and who says what to whom."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Runs the program with the arguments it was started with, and exits."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        program(prog_name="fabula")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _drop_output() -> None:
    """Sends what is still to be printed nowhere, so that Python does not stumble over it at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
