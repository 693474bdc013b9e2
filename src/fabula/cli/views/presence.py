"""Who is in which scene."""

from typing import Any

from fabula.cli.output import cut, listed
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.scenes import told_of
from fabula.cli.views.view import View
from fabula.layers import Presence
from fabula.world import Character, Story

QUOTED = 60
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Who is there in each sure scene, of all or of one, with the first and the last words that show it."""
    story.document.layer(Presence)
    told, out = told_of(story), []
    for number, scene in enumerate(told.scenes, 1):
        for there in told.of_scene(scene.id, story.cast.resolve):
            if who is None or there.entity == who.id:
                first, last = there.claims[0], there.claims[-1]
                out.append(
                    {
                        "scene": number,
                        "scene_id": scene.id,
                        "who": story.cast[there.entity].name,
                        "who_id": there.entity,
                        "present": there.is_present,
                        "claims": [one.id for one in there.claims],
                        "from": location(story, first.span.start),
                        "to": location(story, last.evidence[-1].end),
                        "where": where(story, first.span.start),
                        "words": words_around(story, first.span),
                    }
                )
    return out


def lines(values: list[dict[str, Any]]) -> list[str]:
    """One a line."""
    rows = [
        (
            f"scene {value['scene']}",
            value["who"],
            "present" if value["present"] else "mentioned",
            value["where"],
            cut(value["words"], QUOTED),
        )
        for value in values
    ]
    return listed(("", "who", "", "from", "words"), rows) if rows else ["  Nobody is there yet."]


PRESENCE = View("presence", "who is there in each scene, or only mentioned", values, lines, "anybody")
