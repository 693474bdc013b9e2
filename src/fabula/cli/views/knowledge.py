"""What somebody knows by talk, and who knows of them."""

from typing import Any

from fabula.cli.output import cut, heading, table
from fabula.cli.views.located import location, where
from fabula.cli.views.view import View
from fabula.world import Character, Story
from fabula.world.knowledge import Knowledge, Told

QUOTED = 70
"""Letters of a quotation that are shown."""


def values(story: Story, who: Character | None) -> dict[str, Any]:
    """What somebody was told or said about others, and who else said or was told something about them."""
    assert who is not None
    known, resolve = Knowledge(), story.cast.resolve
    for record in known.records:
        for claim in sorted(story.document.layer(record), key=lambda claim: claim.known_at):
            known.add(claim)
    return {
        "who": who.name,
        "who_id": who.id,
        "knows": [_value(story, told) for told in known.knows(who.id, resolve)],
        "known_to": [
            {"name": story.cast[entity].name, "id": entity, "by": _value(story, told)}
            for entity, told in known.knowers(who.id, resolve).items()
        ],
    }


def lines(value: dict[str, Any]) -> list[str]:
    """What they know: where, who told whom about whom, the words. Then who knows of them, and since when."""
    out = ["", "  " + heading(f"{value['who']} has said or heard")]
    out += table([(one["where"], *_line(one)) for one in value["knows"]]) or ["  Nothing about others yet."]
    out += ["", "  " + heading(f"Who knows of {value['who']}")]
    known = [(one["by"]["where"], one["name"], *_line(one["by"])) for one in value["known_to"]]
    return [*out, *(table(known) or ["  Nobody by talk yet."])]


def _line(told: dict[str, Any]) -> tuple[str, str]:
    listeners = f" → {', '.join(told['listeners'])}" if told["listeners"] else ""
    about = f" about {', '.join(told['about'])}"
    return cut(told["speaker"] + listeners + about, QUOTED), cut(" ".join(told["text"].split()), QUOTED)


def _value(story: Story, told: Told) -> dict[str, Any]:
    name = {entity: story.cast[entity].name for entity in (told.speaker, *told.listeners, *told.about)}
    return {
        "quotation": told.quotation.id,
        "where": where(story, told.quotation.span.start),
        "location": location(story, told.quotation.span.start),
        "known_at": told.quotation.known_at,
        "speaker": name[told.speaker],
        "listeners": [name[entity] for entity in told.listeners],
        "about": [name[entity] for entity in told.about],
        "text": " ".join(piece.of(story.text) for piece in told.quotation.evidence),
    }


KNOWLEDGE = View("knowledge", "what somebody has said or heard, and who knows of them", values, lines, about="somebody")
