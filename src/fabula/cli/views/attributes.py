"""What people are like: the style sheet of the cast."""

from typing import Any

from fabula.cli.output import cut, heading, table
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.layers import Attribute
from fabula.world import Character, Story
from fabula.world.attributes import Attributes

QUOTED = 60
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Attributes, somebody's together, those first of whom most is said; each with who says so and the words."""
    told = Attributes()
    for claim in story.document.layer(Attribute).current():
        told.add(claim)
    people = [who] if who else list(story.cast.entities)
    found = [(one, told.of(one.id, story.cast.resolve)) for one in people]
    found.sort(key=lambda item: (-len(item[1]), item[0].first))
    return [
        {
            "id": claim.id,
            "who": one.name,
            "who_id": one.id,
            "kind": claim.kind,
            "value": claim.value,
            "by": story.cast[claim.by].name if claim.by else None,
            "where": where(story, claim.span.start),
            "location": location(story, claim.span.start),
            "words": words_around(story, claim.span),
        }
        for one, claims in found
        for claim in claims
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """Each person, then what they are like, kind by kind."""
    out: list[str] = []
    people = dict.fromkeys(value["who"] for value in values)
    for name in people:
        rows = [
            (
                value["kind"],
                value["value"] + (f" (says {value['by']})" if value["by"] else ""),
                value["where"],
                cut(value["words"], QUOTED),
            )
            for value in values
            if value["who"] == name
        ]
        out += ["", "  " + heading(name), *table(sorted(rows, key=lambda row: row[0]))]
    return out[1:] or ["  Nothing is told of anybody yet."]


ATTRIBUTES = View("attributes", "what people look like, are and have, and who says so", values, lines, about="anybody")
