"""What people do to each other."""

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import listed, table
from fabula.layers import Deed
from fabula.world.deeds import is_sure


def _body(told: Told) -> str:
    return table(
        "What people do to each other, in the order of the text.",
        ("Name", "Does", "To", "Says who", "Words"),
        (
            (
                listed(map(told.name, claim.agents)),
                told.words(claim.verb),
                listed(map(told.name, claim.patients)),
                told.says(claim.by),
                told.links.quote(claim.span),
            )
            for claim in told.story.document.layer(Deed).current()
            if claim.agents and claim.patients and is_sure(claim)
        ),
    )


DEEDS = Section("Deeds", (Deed,), _body)
