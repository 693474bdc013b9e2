"""Who is where, as the narrator says it."""

from typing import Any

from fabula.cli.output import cut, listed
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.layers import Entity, Scene, Whereabouts
from fabula.world import Character, Story
from fabula.world.whereabouts import WhereEverybodyIs

QUOTED = 60
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Somebody's whereabouts in text order, or the last of everybody, each with how many scenes ago that was."""
    told, resolve = WhereEverybodyIs(), story.cast.resolve
    for scene in story.document.layer(Scene).current():
        told.add(scene)
    for claim in story.document.layer(Whereabouts).current():
        told.add(claim)
    found = told.history(who.id, resolve) if who else told.latest(resolve)
    names = {entity.id: entity.name for entity in story.document.layer(Entity)}
    return [
        {
            "id": claim.id,
            "who": story.cast[claim.entity].name,
            "who_id": story.cast[claim.entity].id,
            "how": claim.how,
            "place": " ".join(claim.evidence[-1].of(story.text).split()),
            "place_id": resolve(claim.place),
            "first_called": names[resolve(claim.place)],
            "scenes_ago": told.age(claim),
            "where": where(story, claim.span.start),
            "location": location(story, claim.span.start),
            "words": words_around(story, claim.span),
        }
        for claim in found
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """One a line: who, how and where, how old that is, where it stands, and the words."""
    rows = [
        (
            value["who"],
            f"{value['how']} {cut(value['place'], 40)}",
            str(value["scenes_ago"]),
            value["where"],
            cut(value["words"], QUOTED),
        )
        for value in values
    ]
    head = ("who", "is", "scenes ago", "where", "words")
    return listed(head, rows, right=(2,)) if rows else ["  Nothing is told of where anybody is yet."]


WHEREABOUTS = View("whereabouts", "who is where, or was last", values, lines, "anybody")
