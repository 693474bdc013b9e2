"""Which words show somebody doing what one could see, at the time that is told of."""

from collections.abc import Sequence

from fabula.annotators.parse import Parse
from fabula.annotators.unreal import is_told
from fabula.layers import Narration

SCENIC = frozenset(("verb.motion", "verb.contact", "verb.perception", "verb.communication", "verb.body"))
"""Classes of what one sees somebody do; what people own, become or feel may be told of anybody anywhere."""
REPEATED = frozenset("always often usually generally frequently sometimes occasionally every each daily".split())


def is_shown(parse: Parse, place: int, told: Sequence[Narration]) -> bool:
    """Whether a word of the narration tells what happens then and there; `told` are the narrations so far."""
    if place in parse.quotations or parse.pos(place) != "VERB" or not parse.has(place, "VerbForm=Fin"):
        return False
    if parse.sense(place) not in SCENIC or _is_earlier(parse, place) or _is_repeated(parse, place):
        return False
    return _is_in_tense(parse, place, told) and is_told(parse, place)


def _is_earlier(parse: Parse, place: int) -> bool:
    """Whether it happened before: "had come", "since he came"."""
    return parse.is_earlier(place) or any(parse.word(one) == "since" for one in parse.below(place, "mark"))


def _is_repeated(parse: Parse, place: int) -> bool:
    """Whether somebody did it now and again, here or elsewhere: "called almost every morning"."""
    when = parse.below(place, "advmod", "obl", "nmod")
    words = [*when, *(one for noun in when for one in parse.below(noun, "det"))]
    return any(parse.word(one) in REPEATED for one in words)


def _is_in_tense(parse: Parse, place: int, told: Sequence[Narration]) -> bool:
    """Whether it stands in the tense in which the story is told there: not "to this day she says"."""
    start = parse.span(place).start
    tense = next((one.tense for one in reversed(told) if one.start <= start), None)
    return tense is None or parse.has(place, f"Tense={'Past' if tense == 'past' else 'Pres'}")
