"""What people do, and what is done to them."""

from typing import Any

from fabula.cli.output import cut, listed
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.layers import Deed
from fabula.world import Character, Story
from fabula.world.deeds import Deeds, is_sure

QUOTED = 60
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Sure deeds in text order: what people do to each other, or all that one does and suffers."""
    return [
        {
            "id": claim.id,
            "who": [story.cast[one].name for one in claim.agents],
            "who_id": [story.cast[one].id for one in claim.agents],
            "verb": claim.verb,
            "to": [story.cast[one].name for one in claim.patients],
            "to_id": [story.cast[one].id for one in claim.patients],
            "is_earlier": claim.is_earlier,
            "by": story.cast[claim.by].name if claim.by else None,
            "confidence": claim.confidence,
            "where": where(story, claim.span.start),
            "location": location(story, claim.span.start),
            "words": words_around(story, claim.span),
        }
        for claim in _chosen(story, who)
    ]


def _chosen(story: Story, who: Character | None) -> list[Deed]:
    told = [claim for claim in story.document.layer(Deed).current() if is_sure(claim)]
    if who is None:
        return [claim for claim in told if claim.agents and claim.patients]
    deeds = Deeds()
    for claim in told:
        deeds.add(claim)
    own = (*deeds.done(who.id, story.cast.resolve), *deeds.suffered(who.id, story.cast.resolve))
    return sorted(own, key=lambda claim: claim.span)


def lines(values: list[dict[str, Any]]) -> list[str]:
    """One a line: who does what to whom, where, and the words."""
    rows = [
        (
            ", ".join(value["who"]),
            value["verb"],
            ", ".join(value["to"])
            + (" (before)" if value["is_earlier"] else "")
            + (f" (says {value['by']})" if value["by"] else ""),
            value["where"],
            cut(value["words"], QUOTED),
        )
        for value in values
    ]
    return listed(("who", "does", "to", "where", "words"), rows) if rows else ["  Nobody has done anything yet."]


DEEDS = View("deeds", "what people do to each other, or all that one does and suffers", values, lines, "anybody")
