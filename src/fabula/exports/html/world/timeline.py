"""When what is told happens."""

from bisect import bisect_right
from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, listed, table
from fabula.layers import Scene, TimeRelation
from fabula.world import Stretch
from fabula.world.calendar import WEEK, in_words


def _body(told: Told) -> str:
    clashes = (
        (str(number), "<br>".join(_said(told, claim) for claim in clash.claims))
        for number, clash in enumerate(told.timeline.clashes, 1)
    )
    sayings = (
        (
            told.says(one.claim.by),
            _said(told, one.claim),
            "no: the narration has another" if one.agrees is False else "",
        )
        for one in told.timeline.sayings
    )
    return (
        table(
            "When it happens, in the order in which it is told. Days are counted from one that others lie a known "
            "number of days from. Where the text says nothing, it is likely to be no earlier than what is told before.",
            ("Told", "Happens", "Begins", "Day", "As the text says"),
            _stretches(told),
        )
        + table("What cannot all be so.", ("Number", "Words"), clashes)
        + table("What people say is the day.", ("Name", "Words", "Is it so"), sayings)
    )


def _stretches(told: Told) -> Iterator[Row]:
    happens = {stretch.start: number for number, stretch in enumerate(told.timeline.in_story_order, 1)}
    for number, one in enumerate(told.timeline.stretches, 1):
        back = [f"back from {_number(told, one.left)}"] if one.left is not None else []
        yield (
            str(number),
            str(happens[one.start]),
            told.links.quote(told.sentence(one.start)),
            listed(_day(one)),
            "<br>".join([*back, *(told.links.to(claim.span, _means(told, claim)) for claim in one.relations)]),
        )


def _day(one: Stretch) -> Iterator[str]:
    low, high = one.bounds.low, one.bounds.high
    if low is not None and low == high:
        yield str(low)
    elif low is not None:
        yield f"{low} or later" if high is None else f"{low} to {high}"
    elif high is not None:
        yield f"{high} or earlier"
    if one.weekday is not None:
        yield WEEK[one.weekday]
    if one.part_of_day:
        yield one.part_of_day


def _said(told: Told, claim: TimeRelation) -> str:
    return f"{_means(told, claim)}: {told.links.quote(claim.span)}"


def _means(told: Told, claim: TimeRelation) -> str:
    value = told.words(in_words(claim.value))
    to = _number(told, claim.to) if claim.to is not None else ""
    means = {
        "after": f"{value} after {to}",
        "before": f"{value} before {to}",
        "same": f"the day of {to}",
        "on": f"it is {value}",
        "dated": f"it is {value}",
    }
    return means[claim.relation]


def _number(told: Told, start: int) -> str:
    """The number of the stretch that is told at a position."""
    return str(bisect_right(told.timeline.stretches, start, key=lambda one: one.start))


TIMELINE = Section("Timeline", (Scene, TimeRelation), _body)
