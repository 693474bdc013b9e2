"""How people stand to each other."""

from typing import Any

from fabula.cli.output import cut, listed
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.layers import Relation
from fabula.world import Character, Story
from fabula.world.relations import Relations

QUOTED = 60
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Relations in text order, of everybody or of one, with the words and who says so."""
    told = Relations()
    for claim in story.document.layer(Relation).current():
        told.add(claim)
    return [
        {
            "id": claim.id,
            "who": story.cast[claim.entity].name,
            "who_id": story.cast[claim.entity].id,
            "role": claim.role,
            "of": story.cast[claim.other].name,
            "of_id": story.cast[claim.other].id,
            "kind": claim.kind,
            "by": story.cast[claim.by].name if claim.by else None,
            "where": where(story, claim.span.start),
            "location": location(story, claim.span.start),
            "words": words_around(story, claim.span),
        }
        for claim in (told.of(who.id, story.cast.resolve) if who else told.all)
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """One a line: who, what they are to whom, where, and the words."""
    rows = [
        (
            value["who"],
            f"{value['role']} of {value['of']}" + (f" (says {value['by']})" if value["by"] else ""),
            value["where"],
            cut(value["words"], QUOTED),
        )
        for value in values
    ]
    return listed(("who", "is", "where", "words"), rows) if rows else ["  Nothing is told of how people stand yet."]


RELATIONS = View("relations", "who is whose sister, husband, friend or servant", values, lines, "anybody")
