"""Somebody who is said to be at a place, to come to it or to leave it."""

from collections.abc import Iterator
from typing import NamedTuple

from fabula.annotators.certainty import OWNERS
from fabula.annotators.parse import Parse
from fabula.annotators.placing.containing import cases
from fabula.annotators.placing.places import Places
from fabula.layers.whereabouts import WhereaboutsHow

STAYING = frozenset(
    "be sit stand live lodge stay remain sleep lie dwell reside wait dine breakfast lunch kneel linger loiter tarry "
    "crouch wake".split()
)
GOING = frozenset("go come walk run ride drive travel get step hurry pass".split())
"""Verbs of motion that WordNet's classes, as the model gives them, may miss."""
COMING = frozenset("arrive come return get land".split())
SETTING = frozenset("set start leave depart sail".split())
DIRECT: dict[str, WhereaboutsHow] = {
    **dict.fromkeys("enter reach".split(), "arrives"),
    **dict.fromkeys("leave quit".split(), "leaves"),
    **dict.fromkeys("cross traverse".split(), "at"),
}
"""Verbs whose object is the place."""
INSIDE = frozenset("in at on upon inside within aboard".split())
ALONG = frozenset("along across down up".split())
USUAL = frozenset("often always sometimes usually seldom generally frequently ever never once almost nearly".split())
UNTIMELY = frozenset("before until till whenever ere wherever since".split())
REPORTED = frozenset(("ccomp", "csubj"))
AFTER_NOUN = frozenset(("acl", "advcl"))


class Move(NamedTuple):
    """The places in the parse of the verb, the person and the place, and how it stands between these."""

    verb: int
    person: int
    place: int
    how: WhereaboutsHow


def moves(parse: Parse, places: Places) -> Iterator[Move]:
    """Who is said to be where, to come or to leave, in the narration."""
    for place in parse:
        if places.which(place) is None or place in parse.quotations:
            continue
        verb = _verb(parse, place)
        how = None if verb is None else _how(parse, verb, place)
        if verb is not None and how is not None and is_told(parse, verb):
            for person in subjects(parse, verb):
                yield Move(verb, person, place, how)


def _verb(parse: Parse, place: int) -> int | None:
    """The verb that a place belongs to; the place itself in "Ada was in the kitchen"."""
    if parse.relation(place) in ("obl", "obj") and not parse.below(place, "nsubj", "cop"):
        return parse.head(place)
    return place if parse.below(place, "cop") and parse.below(place, "case") else None


def _how(parse: Parse, verb: int, place: int) -> WhereaboutsHow | None:
    lemma, case = parse.lemma(verb), cases(parse, place)
    particles = {parse.word(one) for one in parse.below(verb, "compound", "advmod")}
    if verb == place:
        return "at" if case in INSIDE else None
    if not case:
        return None if "behind" in particles else DIRECT.get(lemma)
    if lemma in STAYING:
        return "at" if case in INSIDE else None
    if lemma in SETTING and case == "for":
        return "towards"
    if not (lemma in GOING | COMING or parse.sense(verb) == "verb.motion") or parse.below(verb, "obj"):
        return None
    match case:
        case "into" | "in to" | "onto":
            return "arrives"
        case "at" | "in" if lemma == "arrive":
            return "arrives"
        case "out of" | "from":
            return "leaves"
        case "to" if lemma in COMING and "up" not in particles:
            return "arrives"
        case "to" | "towards" | "toward" if lemma != "lead":
            return "towards"
        case _:
            return "at" if case in ALONG else None


def is_told(parse: Parse, verb: int) -> bool:
    """Whether it is told as what happens now: not denied, supposed, asked, reported, usual or from before."""
    if parse.is_supposed(verb) or any(parse.relation(one) in REPORTED for one in parse.chain(verb)):
        return False
    for one in _clauses(parse, verb):
        marks = parse.below(one, "advmod", "mark", "case")
        marks += [mark for other in parse.below(one, "conj") for mark in parse.below(other, "advmod")]
        had = any(parse.lemma(aux) == "have" for aux in parse.below(one, "aux"))
        if had or parse.is_denied(one) or any(parse.word(mark) in USUAL | UNTIMELY for mark in marks):
            return False
    return True


def _clauses(parse: Parse, verb: int) -> Iterator[int]:
    """The verb, and those on whose subject it leans: "came and sat", "sat, leaving the house"."""
    yield verb
    seen = {verb}
    while _leans(parse, verb):
        head = parse.head(verb)
        if head is None or head in seen:
            return
        seen.add(head)
        yield (verb := head)


def _leans(parse: Parse, verb: int) -> bool:
    if parse.below(verb, "nsubj"):
        return False
    return parse.relation(verb) == "conj" or _hangs(parse, verb)


def _hangs(parse: Parse, verb: int) -> bool:
    """Whether it is a participle that goes with another clause or a noun, with no word that joins it but a comma."""
    alone = not parse.below(verb, "aux", "mark", "case", "nsubj")
    return parse.relation(verb) in AFTER_NOUN and alone and parse.word(verb).endswith("ing")


def subjects(parse: Parse, verb: int) -> list[int]:
    """The subject of a verb and those joined to it; none for an infinitive."""
    finite = False
    for one in _clauses(parse, verb):
        if _hangs(parse, one):
            finite = True
            continue
        if finite and parse.pos(one) in ("PROPN", "NOUN", "PRON"):
            return [] if parse.below(one, "conj", "cop") else [one]
        finite = finite or _is_finite(parse, one)
        if found := parse.below(one, "nsubj"):
            return _joined(parse, found) if finite else []
        if not finite:
            return []
    return []


def _joined(parse: Parse, found: list[int]) -> list[int]:
    """The subject and those joined to it, also where the tree takes them for two: "Ada and Edith went"."""
    first, *others = found
    plain = parse.full_relation(first) == "nsubj" and parse.word(first) not in OWNERS
    plain = plain and all(any(parse.word(sign) == "and" for sign in parse.below(one, "cc")) for one in others)
    return [first, *parse.below(first, "conj"), *others] if plain else []


def _is_finite(parse: Parse, verb: int) -> bool:
    return any(parse.has(one, "VerbForm=Fin") for one in (verb, *parse.below(verb, "aux", "cop")))
