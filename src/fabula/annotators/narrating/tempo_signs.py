"""Words that show whether a moment is told as it goes, or a length of time is told at once."""

import re
from collections.abc import Iterator, Mapping, Sequence

from fabula.annotators.parse import SUPPOSING, Parse
from fabula.layers import TimeExpression
from fabula.layers.narration import Tense

OFTEN = frozenset(
    "always often usually generally frequently sometimes occasionally seldom rarely constantly continually "
    "habitually invariably daily nightly weekly".split()
)
"""Adverbs of what happens more than once."""
STRETCHES = frozenset("days weeks months years nights evenings mornings afternoons summers winters seasons".split())
"""Times that no scene lasts."""
BY_THEN = frozenset("those these old former olden".split())
"""What makes of days an age: "in those days"."""
COMPARING = frozenset("by of than about".split())
"""Prepositions of a length that measures something else: "older by ten years"."""
SEASON = re.compile(r"XXXX-(SP|SU|FA|WI)|P0[WMY](/XXXX-(SP|SU|FA|WI))?")
"""The value of a week, a month or a season as a whole."""
SHORT = re.compile(r"(every )?(PT.*|P[\dX]+(T[A-Z]{2}|D/T.*))")
"""The value of hours and less, or of a part of a day."""
PUNCTUAL = frozenset(("motion", "contact", "perception", "communication", "body", "consumption", "competition"))
"""Supersenses of verbs for what can be seen or heard to be done."""
AT_ONCE = frozenset("suddenly presently immediately instantly".split())
MOMENTS = frozenset("moment instant minute second".split())
WONDERING = frozenset("could might should must may can".split()) | (SUPPOSING - {"like", "though"})
"""Beside these "would" may be what somebody thinks is to come."""
MAIN = frozenset(("root", "conj", "parataxis"))
LENGTH, RECURRING, BEFORE = 1.0, 0.5, 0.25
"""How much a sign says: a time that lasts; "often", "would", "a daily walk"; a pluperfect, which says nothing alone."""
DEPTH = 5
"""Words from one that says how long or how often up to its predicate, at most."""


def lasting(parse: Parse, told: Sequence[int], times: Sequence[TimeExpression], tense: Tense) -> Mapping[int, float]:
    """The words that tell of days and years at once, or of what happened again and again, with how much they say.

    `told` are the words that the narrator says in a paragraph, `times` its time expressions, `tense` is that of the
    narration: general truths are told in another.
    """
    timed = {place for one in times for place in parse.places(one.span)}
    long = {next(iter(parse.places(one.span)), -1): parse.places(one.span) for one in times if _is_long(one)}
    out: dict[int, float] = {}
    for place in told:
        if place in long:
            head = _head(parse, long[place])
            weight = RECURRING if parse.relation(head) == "amod" else LENGTH
            out[place] = weight if _is_told(parse, head, tense) else 0.0
        elif place not in timed and _is_length(parse, place):
            out[place] = LENGTH if _is_told(parse, place, tense) else 0.0
        elif parse.word(place) in OFTEN:
            out[place] = RECURRING if _is_told(parse, place, tense) else 0.0
        elif parse.is_earlier(place):
            out[place] = BEFORE
    out |= dict.fromkeys(_habits(parse, told), RECURRING)
    out = {place: weight for place, weight in sorted(out.items()) if weight}
    return out if any(weight > BEFORE for weight in out.values()) else {}


def momentary(parse: Parse, told: Sequence[int], lasts: Mapping[int, float]) -> list[int]:
    """The words that tell what is done there and then; in text order. `lasts` is what `lasting` has found."""
    often = {_predicate(parse, place) for place, weight in lasts.items() if weight > BEFORE}
    return [place for place in told if place not in often and _is_of_a_moment(parse, place)]


def _is_long(time: TimeExpression) -> bool:
    if time.kind in ("duration", "frequency"):
        return SHORT.fullmatch(time.value) is None
    return time.kind == "date" and SEASON.fullmatch(time.value) is not None


def _is_length(parse: Parse, place: int) -> bool:
    """Whether it is for a length of time or a habit though in no time expression: "the weeks passed", "used to"."""
    if parse.word(place) == "used":
        return parse.word(place + 1) == "to" and parse.relation(place) in MAIN
    return parse.word(place) in STRETCHES and parse.word(place - 1) not in BY_THEN


def _is_told(parse: Parse, place: int, tense: Tense) -> bool:
    """Whether the narrator tells as being so what lasts or recurs: "they often met"."""
    over = place if parse.word(place) == "used" else _predicate(parse, place)
    if over is None or parse.is_denied(over):
        return False
    if any(parse.word(one) in COMPARING for one in parse.below(place, "case")):
        return False
    finite = [one for one in (over, *parse.below(over, "aux", "cop")) if parse.has(one, "VerbForm=Fin")]
    return not finite or any(parse.has(one, "Tense=Past" if tense == "past" else "Tense=Pres") for one in finite)


def _habits(parse: Parse, told: Sequence[int]) -> list[int]:
    """Each "would" of a main clause where there are two, and nothing shows them to be only thought of."""
    if any(parse.word(place) in WONDERING for place in told):
        return []
    found = list(_woulds(parse, told))
    return found if len(found) > 1 else []


def _woulds(parse: Parse, told: Sequence[int]) -> Iterator[int]:
    for place in told:
        verb = parse.head(place)
        if parse.word(place) != "would" or verb is None or parse.relation(verb) not in MAIN or parse.is_denied(verb):
            continue
        if not any(parse.lemma(one) == "have" for one in parse.below(verb, "aux")):
            yield place


def _head(parse: Parse, places: range) -> int:
    """The word of some words that the others hang on."""
    return next((place for place in places if parse.head(place) not in places), places[0])


def _predicate(parse: Parse, place: int) -> int | None:
    """The predicate of the clause that a word stands in; `None` if it is far away."""
    here: int | None = place
    for _ in range(DEPTH):
        here = parse.head(here) if here is not None else None
        if here is None or parse.pos(here) == "VERB" or parse.below(here, "nsubj", "cop"):
            return here
    return None


def _is_of_a_moment(parse: Parse, place: int) -> bool:
    if parse.word(place) in AT_ONCE or parse.word(place) in MOMENTS:
        return True
    if place not in parse.events or parse.pos(place) != "VERB" or parse.is_earlier(place):
        return False
    return parse.sense(place).removeprefix("verb.") in PUNCTUAL
