"""Places that are said to lie in another."""

from collections.abc import Iterator
from typing import NamedTuple

from fabula.annotators.parse import Parse
from fabula.annotators.placing.places import Places

IN = frozenset("in at of inside within".split())
SAME = frozenset(
    "city town village island isle county kingdom port state country parish province borough lake bay gulf valley "
    "mount house castle forest republic empire land colony district region".split()
)
"""Nouns that "of" gives their own name, "the city of Rome", or whose owners it names: "the house of Tallow"."""
BESIDE = frozenset(
    "side back front rear neighbourhood neighborhood vicinity foot edge end direction north south east west outskirts "
    "environs border borders name map sort kind rest line out level head way face mouth bank banks shore shores coast "
    "entrance approach view sight".split()
)
"""Nouns that with "of" say where something is, or how it looks, rather than what is in it."""
INDEFINITE = frozenset("a an no any every each either neither some such another what which".split())
NOUNS = frozenset({"NOUN", "PROPN"})
THOUGHT = frozenset({"noun.group", "noun.cognition", "noun.person", "noun.act"})
"""WordNet's classes of nouns that are no places, whatever the expression is taken for: "the nobility of France"."""


class Inside(NamedTuple):
    """The places in the parse of the two heads, and of the words between which it is said."""

    place: int
    within: int
    first: int
    last: int


def insides(parse: Parse, places: Places) -> Iterator[Inside]:
    """What is said to lie in what."""
    for place in parse:
        if places.which(place) is None:
            continue
        yield from _behind(parse, places, place)
        yield from _comma(parse, places, place)


def _behind(parse: Parse, places: Places, place: int) -> Iterator[Inside]:
    """ "The kitchen of the house", "his rooms in Baker Street", "Lyme, a village in Dorset"."""
    for within in parse.below(place, "nmod"):
        if places.which(within) is not None and _is_in(parse, places, place, within):
            yield Inside(place, within, place, within)
    yield from _next(parse, places, place)
    for noun in parse.below(place, "appos"):
        for within in parse.below(noun, "nmod"):
            if is_one(parse, places, within) and cases(parse, within) == "in" and not is_any(parse, place):
                yield Inside(place, within, place, within)


def _next(parse: Parse, places: Places, place: int) -> Iterator[Inside]:
    """ "In the library at Tallow Hall", where the tree gives both to the verb."""
    end, case = parse.subtree(place).stop, place + 1
    within = parse.head(case) if case < parse.stop else None
    if end != case or within is None or parse.relation(case) != "case" or parse.word(case) not in ("in", "at"):
        return
    hall = places.which(within)
    if hall is None or hall.kind != "proper" or places.kind(hall.entity) == "vehicle":
        return
    beside = parse.relation(within) == "obl" and parse.head(within) == parse.head(place) and parse.below(place, "case")
    if beside and _is_in(parse, places, place, within):
        yield Inside(place, within, place, within)


def _is_in(parse: Parse, places: Places, place: int, within: int) -> bool:
    case, one = cases(parse, within), places.which(place)
    if within < place or case not in IN or parse.pos(place) not in NOUNS or one is None:
        return False
    if places.kind(one.entity) == "vehicle" or parse.sense(place) in THOUGHT:
        return False
    if parse.is_denied(place) or parse.is_supposed(place):
        return False
    if not is_one(parse, places, place) or not is_one(parse, places, within):
        return False
    of_itself = one.kind == "proper" or parse.word(place) in BESIDE | SAME or parse.has(within, "Number=Plur")
    return case != "of" or not of_itself


def is_any(parse: Parse, place: int) -> bool:
    """Whether a noun may mean any such place: "a house"."""
    return any(parse.word(one) in INDEFINITE for one in parse.below(place, "det"))


def is_one(parse: Parse, places: Places, place: int) -> bool:
    """Whether it is a certain place: with a name, an article or an owner."""
    mention = places.which(place)
    if mention is None or is_any(parse, place):
        return False
    owned = any(parse.full_relation(one) == "nmod:poss" for one in parse.below(place, "nmod"))
    return mention.kind == "proper" or owned or bool(parse.below(place, "det"))


def _comma(parse: Parse, places: Places, place: int) -> Iterator[Inside]:
    """ "Lyme, Dorset", but not "Lyme, Bath and London"."""
    within = place + 2
    one, other = places.which(place), places.which(within)
    if one is None or other is None or parse.word(place + 1) != ",":
        return
    if one.kind != "proper" or other.kind != "proper" or places.kind(other.entity) not in ("settlement", "location"):
        return
    joined = any(parse.below(noun, "conj") or parse.relation(noun) == "conj" for noun in (place, within))
    if not joined and parse.word(within + 1) not in ("and", "or", "&"):
        yield Inside(place, within, place, within)


def cases(parse: Parse, noun: int) -> str:
    """The prepositions before a noun: "out of"."""
    own = parse.below(noun, "case")
    fixed = [one for case in own for one in parse.below(case, "fixed")]
    return " ".join(parse.word(one) for one in sorted((*own, *fixed)))
