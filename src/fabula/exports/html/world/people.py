"""What people are like, and where they come and go."""

from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, table
from fabula.layers import Attribute


def _body(told: Told) -> str:
    return table(
        "Where everybody is first mentioned, and first and last shown to be there; the most mentioned first.",
        ("Name", "First mentioned", "First there", "Last there"),
        _appearances(told),
    ) + table("What people look like, are and have.", ("Name", "Kind", "What", "Says who", "Words"), _attributes(told))


def _appearances(told: Told) -> Iterator[Row]:
    for one in told.world.characters:
        claims = [claim for _, there in told.appearances.get(one.id, ()) if there.is_present for claim in there.claims]
        first, last = (told.links.quote(claims[at].span) if claims else "" for at in (0, -1))
        yield told.name(one.id), told.links.quote(one.first), first, last


def _attributes(told: Told) -> Iterator[Row]:
    """Somebody's together, in the order in which people are first mentioned."""
    cast, claims = told.story.cast, told.story.document.layer(Attribute).current()
    for claim in sorted(claims, key=lambda one: (cast[one.entity].first, one.span)):
        yield (
            told.name(claim.entity),
            claim.kind,
            told.words(claim.value),
            told.says(claim.by),
            told.links.quote(claim.span),
        )


PEOPLE = Section("People", (Attribute,), _body)
