"""`fabula correct`."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fabula.cli.command import Command, Failure

if TYPE_CHECKING:
    from fabula.layers import GivenSpeaker
    from fabula.world import Quoted, Story

EXAMPLES = (
    ('fabula correct novel.epub "I never said so" --speaker Ada', "Ada says that"),
    ('fabula correct novel.epub "Yes" --after "said the porter" --speaker Tom', "of several, this one"),
    ('fabula correct novel.epub "Who is there" --speaker unknown', "nobody can know"),
    ("fabula correct novel.epub --undo", "takes the last one back"),
)


@click.command(cls=Command, examples=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE_OR_STORY")
@click.argument("words", required=False, metavar="WORDS")
@click.option("--speaker", metavar="NAME", help="Who says it; unknown, if nobody can know.")
@click.option("--addressee", metavar="NAME", help="To whom.")
@click.option("--before", default="", metavar="WORDS", help="Words that stand before it, where several begin alike.")
@click.option("--after", default="", metavar="WORDS", help="Words that stand behind WORDS.")
@click.option(
    "--corrections", type=click.Path(path_type=Path), metavar="FILE", help="Where to keep it, if not beside the story."
)
@click.option("--undo", is_flag=True, help="Take the last correction out again.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.option("--quiet", is_flag=True, help="No progress and no report.")
def command(
    file: Path,
    words: str | None,
    speaker: str | None,
    addressee: str | None,
    before: str,
    after: str,
    corrections: Path | None,
    undo: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Say who speaks, where the reading is wrong.

    WORDS are the first words of the quotation. The correction is added to FILE.corrections.toml beside the story, which
    every later reading follows, of an edited text too.
    """
    from fabula.cli.output import cut, print_json
    from fabula.cli.stories import open_or_read
    from fabula.cli.views.located import where
    from fabula.layers import GivenSpeaker
    from fabula.readers.corrections_file import UNKNOWN, append_correction, corrections_beside, drop_last
    from fabula.text.anchor import Anchor

    place = corrections or corrections_beside(file)
    if undo:
        if words or speaker:
            raise click.UsageError("--undo takes the last correction out and needs nothing else.")
        given, was, done = drop_last(place), None, "Taken out of"
    else:
        if not words or not speaker:
            raise click.UsageError('Which words, and who says them? fabula correct FILE "first words" --speaker NAME')
        story = open_or_read(file, corrected=False, quiet=quiet)
        stated = GivenSpeaker(Anchor(words, before, after), None if speaker == UNKNOWN else speaker, addressee)
        quoted, given = find_quotation(story, stated)
        append_correction(place, given)
        was, done = quoted.speaker.name if quoted.speaker else None, "Added to"
        if not quiet:
            click.echo(f"{where(story, quoted.pieces[0].start)}, so far {was or 'without a speaker'}", err=True)
    anchor = given.anchor
    if as_json:
        print_json(
            {"file": str(place), "undone": undo, "quote": anchor.exact, "before": anchor.before, "after": anchor.after,
             "speaker": given.speaker, "addressee": given.addressee, "was": was}
        )  # fmt: skip
    elif not quiet:
        click.echo(f"{done} {place}: {given.speaker or UNKNOWN} says “{cut(anchor.exact, 60)}”")
        click.echo(f"Next: fabula read {shlex.quote(str(file))}")


def find_quotation(story: "Story", stated: "GivenSpeaker") -> "tuple[Quoted, GivenSpeaker]":
    """The quotation that a person means, and the correction with an anchor that will find it again."""
    from dataclasses import replace

    from fabula.annotators.corrections import Places
    from fabula.cli.views.located import where
    from fabula.text.anchor import anchor_at, normal_words

    if not normal_words(stated.anchor.exact):
        raise Failure("WORDS holds no word. Give the first words of the quotation.")
    quotations = {quoted.id: quoted for quoted in story.quotations}
    meant = Places.of(story.document, [stated])
    quotation = meant.meant(0)
    if quotation is None:
        several = [where(story, found.span.start) for found in meant.candidates(0)]
        if several:
            places = ", ".join(several[:6]) + (" …" if len(several) > 6 else "")
            raise Failure(f"Several quotations fit: {places}. Give more words, or --before and --after.")
        raise Failure(f"No quotation holds “{stated.anchor.exact}”. Give its first words as they stand in the text.")
    anchor = anchor_at(story.text, quotation.evidence[0]) or stated.anchor
    return quotations[quotation.id], replace(stated, anchor=anchor)
