"""What people are like: the style sheet of the cast."""

from typing import Any

from fabula.cli.output import cut, heading, table
from fabula.cli.views.located import location, where
from fabula.cli.views.view import View
from fabula.layers import Attribute
from fabula.text import Span
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
            "words": _around(story, claim.span),
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


def _around(story: Story, span: Span) -> str:
    """The words with what stands just around them in their sentence."""
    sentences = story.document.sentences
    index = sentences.at(span.start)
    sentence = sentences[index] if index is not None else span
    start = max(sentence.start, span.start - QUOTED // 3)
    start = sentence.start if start == sentence.start else story.text.find(" ", start, span.start) + 1 or span.start
    return " ".join(story.text[start : min(sentence.end, start + QUOTED + 20)].split())


ATTRIBUTES = View("attributes", "what people look like, are and have, and who says so", values, lines, about="anybody")
