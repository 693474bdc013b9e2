"""What people call each other to their faces."""

from typing import Any

from fabula.cli.output import count, cut, listed
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.world import Character, Story

QUOTED = 60
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Each form by which one calls another, pair by pair, those of a pair in the order of their first uses."""
    forms = [one for one in story.address_forms if who is None or who.id in (one.source, one.target)]
    pairs = {pair: number for number, pair in enumerate(dict.fromkeys((one.source, one.target) for one in forms))}
    return [
        {
            "who": story.cast[one.source].name,
            "who_id": one.source,
            "calls": story.cast[one.target].name,
            "calls_id": one.target,
            "form": one.form,
            "kind": one.kind,
            "uses": [location(story, use.start) for use in one.uses],
            "where": where(story, one.uses[0].start),
            "words": words_around(story, one.uses[0]),
            "last": where(story, one.uses[-1].start),
        }
        for one in sorted(forms, key=lambda one: pairs[one.source, one.target])
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """One form a line, with the words of its first use; the pair is named once."""
    rows, before = [], None
    for value in values:
        pair = value["who_id"], value["calls_id"]
        times = len(value["uses"])
        rows.append(
            (
                f"{value['who']} to {value['calls']}" if pair != before else "",
                value["form"],
                value["kind"],
                value["where"],
                cut(value["words"], QUOTED),
                f"{count(times, 'time')}, last {value['last']}" if times > 1 else "",
            )
        )
        before = pair
    if not rows:
        return ["  Nobody has called anybody anything yet."]
    return listed(("", "calls them", "", "first", "words", ""), rows)


ADDRESSES = View("addresses", "what people call each other to their faces, and when first", values, lines, "anybody")
