"""Sentences that tell what comes later than the story: "years later she would remember it", "little did he know"."""

import re
from collections.abc import Iterator, Sequence

from fabula.annotators.narrating.found_level import FoundLevel
from fabula.annotators.parse import Parse
from fabula.layers import TimeExpression

FAR = re.compile(r"P[\dX]+[YM](\|.*)?")
"""The value of months and years later."""
LATER = frozenset("afterwards afterward later after hence".split())
LONG = frozenset("long years months ages".split())
TO_COME = frozenset("would could was were will".split())
UNKNOWING = frozenset("know suspect think suppose dream guess imagine realise realize foresee".split())
OPENS = LATER | {"little"}
"""The words that look ahead hang on."""
MAIN = ("root", "conj", "parataxis")


def prolepses(parse: Parse, times: Sequence[TimeExpression]) -> Iterator[FoundLevel]:
    """The sentences of the narration that look ahead; `times` are the time expressions of the passage."""
    far = {
        place for one in times if one.kind == "offset" and FAR.fullmatch(one.value) for place in parse.places(one.span)
    }
    seen = set[int]()
    for place in parse:
        if parse.word(place) not in OPENS:
            continue
        sentence = parse.sentence(place)
        if place in parse.quotations or sentence.start in seen or "?" in parse.word(parse.places(sentence)[-1]):
            continue
        shown = _ahead(parse, place, far) or _unknowing(parse, place)
        if shown:
            seen.add(sentence.start)
            yield FoundLevel("prolepsis", sentence.start, sentence.end, parse.spans(shown))


def _ahead(parse: Parse, place: int, far: set[int]) -> tuple[int, ...]:
    """The words of "years later she would": the time, and what says that it is still to come."""
    if not (parse.word(place) in LATER and (parse.word(place - 1) in LONG or place in far)):
        return ()
    over = parse.head(place)
    while over is not None and not parse.below(over, "aux", "nsubj"):
        over = parse.head(over)
    if over is None or over in parse.quotations or parse.relation(over) not in MAIN:
        return ()
    ahead = [one for one in parse.below(over, "aux") if parse.word(one) in TO_COME]
    if any(parse.word(one) in ("was", "were") for one in ahead) and not _is_to(parse, over):
        return ()
    if not ahead or any(parse.lemma(one) == "have" for one in parse.below(over, "aux")):
        return ()
    return place - 1, place, ahead[0]


def _is_to(parse: Parse, verb: int) -> bool:
    return any(parse.word(one) == "to" for one in parse.below(verb, "mark"))


def _unknowing(parse: Parse, place: int) -> tuple[int, ...]:
    """The words of "little did she know"."""
    verb = parse.head(place)
    if parse.word(place) != "little" or parse.word(place + 1) != "did" or verb is None:
        return ()
    return (place, place + 1, verb) if parse.lemma(verb) in UNKNOWING else ()
