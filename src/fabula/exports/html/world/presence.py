"""In which scenes everybody is."""

from collections.abc import Iterable

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import listed, table
from fabula.layers import Presence, Scene
from fabula.world.presences import There


def _body(told: Told) -> str:
    return table(
        "The numbers of the scenes that somebody is there in, each with a link to the words that show it.",
        ("Name", "Present", "Only mentioned"),
        (
            (
                told.name(entity),
                _numbers(told, ((number, there) for number, there in found if there.is_present)),
                _numbers(told, ((number, there) for number, there in found if not there.is_present)),
            )
            for entity, found in sorted(told.appearances.items(), key=lambda item: -len(item[1]))
        ),
    )


def _numbers(told: Told, found: Iterable[tuple[int, There]]) -> str:
    return listed(told.links.to(there.claims[0].span, str(number)) for number, there in found)


PRESENCE = Section("Presence", (Scene, Presence), _body)
