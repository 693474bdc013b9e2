"""Words for a time."""

from typing import Any

from fabula.cli.output import listed
from fabula.cli.views.located import location, where
from fabula.cli.views.view import View
from fabula.layers import TimeExpression
from fabula.world import Character, Story


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Time expressions with their kinds and values. Raises `LayerMissing` for a story saved before there were any."""
    return [
        {
            "id": time.id,
            "start": time.span.start,
            "end": time.span.end,
            "where": where(story, time.span.start),
            "location": location(story, time.span.start),
            "text": time.span.of(story.text),
            "kind": time.kind,
            "value": time.value,
        }
        for time in story.document.layer(TimeExpression).current()
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """Time expressions: where, the words, their kind and what they say."""
    head = ("where", "words", "kind", "value")
    rows = [(value["where"], " ".join(value["text"].split()), value["kind"], value["value"]) for value in values]
    return listed(head, rows, right=()) if rows else ["  No time is named yet."]


TIMES = View("times", "words for a time, with what they say: days, hours, how long", values, lines)
