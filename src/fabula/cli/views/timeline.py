"""When the story happens: in the order in which it is told, and as it happens."""

from typing import Any

from fabula.cli.output import cut, heading, listed, wrap
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.layers import TimeRelation
from fabula.world import Character, Story
from fabula.world.calendar import WEEK, in_words
from fabula.world.dating import Chronicle

QUOTED = 80
"""Letters of the words that are shown."""


def values(story: Story, who: Character | None) -> dict[str, Any]:
    """The stretches in the order of the text, each with its number as it happens; what clashes; what people say.

    Days are counted from that of the first stretch that others lie a known number of days from; it is 0.
    """
    told = Chronicle()
    for record in told.records:
        for claim in story.document.layer(record).current():
            told.add(claim)
    found = told.timeline(len(story.text))
    happens = {stretch.start: number for number, stretch in enumerate(found.in_story_order, 1)}
    return {
        "stretches": [
            {
                "told": number,
                "happens": happens[stretch.start],
                "scene": stretch.scene,
                "where": where(story, stretch.start),
                "location": location(story, stretch.start),
                "end": stretch.end,
                "first_day": stretch.bounds.low,
                "last_day": stretch.bounds.high,
                "is_said": stretch.is_said,
                "weekday": WEEK[stretch.weekday] if stretch.weekday is not None else None,
                "part_of_day": stretch.part_of_day,
                "back_from": where(story, stretch.left) if stretch.left is not None else None,
                "because": [said(story, one) for one in stretch.relations],
            }
            for number, stretch in enumerate(found.stretches, 1)
        ],
        "clashes": [[said(story, one) for one in clash.claims] for clash in found.clashes],
        "sayings": [
            {**said(story, one.claim), "by": story.cast[one.claim.by or ""].name, "agrees": one.agrees}
            for one in found.sayings
        ],
    }


def lines(values: dict[str, Any]) -> list[str]:
    """A line for each stretch as it is told, the order in which they happen, and what does not fit together."""
    if not values["stretches"]:
        return ["  Nothing has been told yet."]
    rows = [
        (str(one["told"]), str(one["happens"]), one["where"], _days(one), _day(one), _words(one))
        for one in values["stretches"]
    ]
    out = listed(("told", "happens", "where", "day", "", "as the text says"), rows, right=(0, 1))
    order = [one["told"] for one in sorted(values["stretches"], key=lambda one: int(one["happens"]))]
    out += ["", *wrap(f"As it happens: {_runs(order)}.", hanging="")]
    for clash in values["clashes"]:
        out += ["", f"  {heading('These cannot all be so:')}"]
        for one in clash:
            out += wrap(f"{one['where']}: {one['means']}. “{cut(one['words'], QUOTED)}”", indent="    ")
    for one in values["sayings"]:
        denied = " The narration has another day." if one["agrees"] is False else ""
        says = f"{one['by']} says {one['means']}, {one['where']}: “{cut(one['words'], QUOTED)}”{denied}"
        out += ["", *wrap(says, hanging="  ")]
    return out


def said(story: Story, claim: TimeRelation) -> dict[str, Any]:
    """What a time relation says, with its words and where they stand."""
    value = in_words(claim.value)
    to = where(story, claim.to) if claim.to is not None else ""
    means = {
        "after": f"{value} after {to}",
        "before": f"{value} before {to}",
        "same": f"the day of {to}",
        "on": f"it is {value}",
        "dated": f"it is {value}",
    }
    return {
        "id": claim.id,
        "relation": claim.relation,
        "value": claim.value,
        "means": means[claim.relation],
        "where": where(story, claim.start),
        "location": location(story, claim.start),
        "words": words_around(story, claim.span),
    }


def _days(one: dict[str, Any]) -> str:
    low, high = one["first_day"], one["last_day"]
    if low == high:
        return str(low) if low is not None else "?"
    if high is None:
        return f"{low} or later"
    return f"{high} or earlier" if low is None else f"{low} to {high}"


def _day(one: dict[str, Any]) -> str:
    return ", ".join(part for part in (one["weekday"], one["part_of_day"]) if part)


def _words(one: dict[str, Any]) -> str:
    said = "; ".join(f"{because['means']}: “{cut(because['words'], QUOTED)}”" for because in one["because"])
    back = f"back from {one['back_from']}. " if one["back_from"] else ""
    return back + said if said or back else "not said, so no earlier"


def _runs(numbers: list[int]) -> str:
    """Numbers as runs: "3, 1–2, 4–9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


TIMELINE = View("timeline", "when it happens, as told and as it happens, and what clashes", values, lines)
