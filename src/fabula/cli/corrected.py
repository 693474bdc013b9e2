"""The corrections that a story is read with, and what became of them."""

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click

from fabula.cli.output import count, cut
from fabula.layers import GivenCast
from fabula.readers.corrections_file import corrections_beside, read_corrections
from fabula.world import Story


class Corrected(NamedTuple):
    """A file of corrections, and all that a person states, the cast too."""

    file: Path
    given: GivenCast

    def report(self, story: Story, *, quiet: bool = False) -> dict[str, Any]:
        """Says on stderr what the story was read with, and which corrections no longer fit; gives the same as JSON."""
        from fabula.annotators.corrections import misfits

        total = len(self.given.speakers) + len(self.given.same)
        if not quiet:
            click.echo(f"with {count(total, 'correction')} from {self.file}", err=True)
        unfit = misfits(story.document, self.given)
        if unfit:
            fits = "no longer fits" if len(unfit) == 1 else "no longer fit"
            each = "; ".join(f"“{cut(misfit.correction, 40)}” ({misfit.reason})" for misfit in unfit)
            click.echo(f"{count(len(unfit), 'correction')} {fits}: {each}. All are kept in {self.file}", err=True)
        return {"file": str(self.file), "count": total, "unfit": [misfit._asdict() for misfit in unfit]}


def find_corrections(story: Path, *, named: Path | None = None, cast: GivenCast | None = None) -> Corrected | None:
    """The corrections in the file that is named, else in the one beside the story; `None` without one.

    Raises `CorrectionsError` if it cannot be read.
    """
    if named is None and (str(story) == "-" or not corrections_beside(story).is_file()):
        return None
    file = named or corrections_beside(story)
    stated = read_corrections(file)
    return Corrected(file, replace(cast or GivenCast(), speakers=stated.speakers, same=stated.same))
