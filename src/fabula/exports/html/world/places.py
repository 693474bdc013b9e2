"""The places, what lies in what, and who is where."""

from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, table
from fabula.layers import Containment, Whereabouts


def _body(told: Told) -> str:
    places = (
        (told.words(place.name), place.kind, f"{place.mentions:,}", told.links.quote(place.first.span))
        for place in told.world.places
    )
    return (
        table(
            "Places with a name, or come back to, in the order in which they are first mentioned.",
            ("Place", "Kind", "Mentions", "First mentioned"),
            places,
        )
        + table("What lies in what.", ("Place", "Lies in", "Says who", "Words"), _containments(told))
        + table(
            "Who is where, as it is told; who is named twice was last where the later words say.",
            ("Name", "How", "Place", "Words"),
            _whereabouts(told),
        )
    )


def _containments(told: Told) -> Iterator[Row]:
    for claim in told.story.document.layer(Containment).current():
        yield told.name(claim.place), told.name(claim.within), told.says(claim.by), told.links.quote(claim.span)


def _whereabouts(told: Told) -> Iterator[Row]:
    for claim in sorted(told.story.document.layer(Whereabouts).current(), key=lambda one: one.span):
        place = claim.evidence[-1]
        yield told.name(claim.entity), claim.how, told.called(place), told.links.quote(claim.span)


PLACES = Section("Places", (Containment, Whereabouts), _body)
