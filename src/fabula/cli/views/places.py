"""The places: what there is, what lies in what, and who was there."""

from collections import defaultdict
from typing import Any

from fabula.cli.output import count, cut, faint, heading, wrap
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.layers import Containment, Entity, Mention, Whereabouts
from fabula.world import Character, Story
from fabula.world.places import Places
from fabula.world.whereabouts import THERE


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Places with a name or come back to, in the order of the text; each fact with its words and where they stand."""
    layers, resolve = story.document.layers, story.cast.resolve
    places = Places(story.text)
    for record in (Entity, Mention, Containment):
        for claim in layers.get(record, ()):
            places.add(claim)
    there = defaultdict[str, list[Whereabouts]](list)
    for claim in story.document.layer(Whereabouts).current():
        if claim.how in THERE:
            there[resolve(claim.place)].append(claim)
    found = places.all(resolve)
    names = {place.id: place.name for place in found}
    entities = {entity.id: entity.name for entity in story.document.layer(Entity)}
    return [
        {
            "id": place.id,
            "place": place.name,
            "kind": place.kind,
            "names": list(place.names),
            "mentions": place.mentions,
            "where": where(story, place.first.span.start),
            "location": location(story, place.first.span.start),
            "words": words_around(story, place.first.span),
            "within": [
                {
                    "place": names.get(resolve(claim.within), entities[claim.within]),
                    "place_id": resolve(claim.within),
                    "by": story.cast[claim.by].name if claim.by else None,
                    "where": where(story, claim.span.start),
                    "words": words_around(story, claim.span),
                }
                for claim in place.within
            ],
            "there": [
                {
                    "who": story.cast[claim.entity].name,
                    "who_id": story.cast[claim.entity].id,
                    "how": claim.how,
                    "where": where(story, claim.span.start),
                    "words": words_around(story, claim.span),
                }
                for claim in there[place.id]
            ],
        }
        for place in found
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """Each place, then what it lies in and who was there, with the words."""
    out: list[str] = []
    for value in values:
        facts = f"{value['kind']}, {count(value['mentions'], 'mention')}, {value['where']}"
        out += ["", f"  {heading(value['place'])}  {facts}", *_quoted(value["words"])]
        for one in value["within"]:
            said = f" (says {one['by']})" if one["by"] else ""
            out += [f"     in {one['place']}{said}, {one['where']}", *_quoted(one["words"])]
        for one in value["there"]:
            out += [f"     {one['who']} {one['how']}, {one['where']}", *_quoted(one["words"])]
    return out[1:] or ["  No place yet."]


def _quoted(words: str) -> list[str]:
    return [faint(line) for line in wrap(f"“{cut(words, 90)}”", indent="       ", hanging="")]


PLACES = View("places", "the places, what lies in what, and who was there", values, lines)
