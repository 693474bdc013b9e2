"""Who is with whom, who talks to whom and of whom, and what people call each other."""

from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, table
from fabula.layers import Mention
from fabula.world import Tie
from fabula.world.networks import NetworkKind

CAPTIONS: dict[NetworkKind, tuple[str, str, str]] = {
    "presence": ("Who is in a scene together.", "and", "Scenes"),
    "conversation": ("Who speaks to whom.", "to", "Quotations"),
    "mention": ("Who speaks of whom.", "of", "Times"),
    "naming": ("Whom the narrator names in one paragraph.", "and", "Paragraphs"),
}
"""What a network shows, the word between two names, and what is counted."""
SHOWN = 40
"""Ties of a network, the heaviest first; the exports have all."""


def _body(told: Told) -> str:
    networks = "".join(
        table(caption, ("Names", unit, "First", "Last"), _ties(told, kind, between))
        for kind, (caption, between, unit) in CAPTIONS.items()
    )
    head = ("Name", "Calls", "By", "Times", "First", "Last")
    return networks + table("What people call each other to their faces.", head, _address_forms(told))


def _ties(told: Told, kind: NetworkKind, between: str) -> Iterator[Row]:
    for tie in told.story.networks[kind][:SHOWN]:
        names = f"{told.name(tie.source)} {between} {told.name(tie.target)}"
        yield names, f"{tie.weight:,}", _contact(told, tie, 0), _contact(told, tie, -1)


def _contact(told: Told, tie: Tie, at: int) -> str:
    return told.links.quote(tie.contacts[at].evidence[0])


def _address_forms(told: Told) -> Iterator[Row]:
    for one in told.story.address_forms:
        yield (
            told.name(one.source),
            told.name(one.target),
            told.words(one.form),
            f"{len(one.uses):,}",
            told.links.quote(one.uses[0]),
            told.links.quote(one.uses[-1]),
        )


TIES = Section("Ties", (Mention,), _body)
