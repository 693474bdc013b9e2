"""Where the words say that the time that is told of moves."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fabula.annotators.ordering.clauses import AT, GONE_BY, Telling, clause_of, head_of, is_measured, telling
from fabula.annotators.ordering.openings import Openings
from fabula.annotators.parse import Parse
from fabula.layers import TimeExpression
from fabula.layers.narration import Tense
from fabula.layers.time_relation import TimeRelationKind

SAME = re.compile(r"(that|the same|this same|that same)( very)? ")
SAME_PART = re.compile(r"this( very| same| particular)? ")
STRETCH = re.compile(r"(the )?(whole|rest|remainder|greater part|most|all|first (month|week|year))\b")
DAYS = re.compile(r"P[\dX]+[DWMY]")
HOURS = re.compile(r"PT")
OF_DAY = re.compile(r"P0D(/T..)?")
NAMED = re.compile(
    r"T(DA|MO|MI|AF|EV|DU|NI|\d\d:\d\d)|(XXXX|\d{4})-(\d\d(-\d\d)?|WXX-\d|SP|SU|FA|WI|[A-Z][a-z]+)(/T.*)?|\d{4}"
)
ONE_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Move:
    """Words that place the main clause of a sentence in time; `verb` is its predicate, `tense` how it is told."""

    time: TimeExpression
    relation: TimeRelationKind
    verb: int
    tense: Telling


def moves(
    parse: Parse, openings: Openings, times: Sequence[TimeExpression], told: Callable[[int], Tense], text: str
) -> Iterator[Move]:
    """The moves of a passage in text order; `told` gives the tense in which the story is told at a position."""
    for time in times:
        places = parse.places(time.span)
        if not places or places.start in parse.quotations:
            continue
        relation = _relation(time, " ".join(time.span.of(text).lower().split()))
        if relation is None or not _opens(time, relation, openings, places.start) or _is_nth(parse, places.start):
            continue
        length = relation == "after" and "/" not in time.value
        verb = clause_of(parse, places, GONE_BY | AT if length else AT)
        if verb is None or verb in parse.quotations:
            continue
        if relation in ("after", "before") and is_measured(parse, head_of(parse, places), places[-1], verb):
            continue
        tense = telling(parse, verb, told(time.span.start))
        if tense is not None and (tense == "earlier") == (relation == "before"):
            yield Move(time, relation, verb, tense)


def _opens(time: TimeExpression, relation: TimeRelationKind, openings: Openings, place: int) -> bool:
    """Whether a time stands where it can move the story: early in a paragraph, or first in a sentence."""
    if relation == "before":
        return openings.is_first(place) and openings.opens(place)
    if HOURS.match(time.value):
        return openings.opens(place)
    return openings.is_first(place) or openings.opens(place)


def _is_nth(parse: Parse, place: int) -> bool:
    """ "For the second time that night"."""
    return parse.word(place - 1) in ("time", "times")


def _relation(time: TimeExpression, words: str) -> TimeRelationKind | None:
    value = time.value.partition("|")[0]
    if STRETCH.match(words):
        return None
    if time.kind == "offset":
        if value.startswith("-"):
            return "before" if DAYS.match(value[1:]) else None
        return "after"
    if time.kind not in ("date", "time"):
        return None
    if OF_DAY.fullmatch(value):
        return "same" if SAME.match(words) or (SAME_PART.match(words) and "/" in value) else None
    if value == ONE_DAY:
        return "on" if words == "one day" else None
    return "on" if NAMED.fullmatch(value) else None
