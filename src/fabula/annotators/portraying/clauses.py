"""Noun phrases, as far as portraits need them."""

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.words import EYES

LITTLE = frozenset("a an the of very quite so too rather own present good best".split())
"""Words that a value goes without."""


def is_indefinite(parse: Parse, place: int) -> bool:
    """Whether a noun has "a" or "an"."""
    return any(parse.word(one) in ("a", "an") for one in parse.below(place, "det"))


def joined(parse: Parse, place: int) -> list[int]:
    """Words of the same kind joined to a word: "sweet and amiable"; none with a subject of its own."""
    return [
        one
        for one in parse.below(place, "conj")
        if parse.pos(one) == parse.pos(place)
        and not parse.below(one, "nsubj", "cop")
        and not any(parse.word(sign) in ("or", "but", "nor") for sign in parse.below(one, "cc"))
    ]


def first_of(parse: Parse, place: int) -> int:
    """The noun that a noun is joined to: the "hair" of "red hair and grey eyes"; itself if to none."""
    seen = {place}
    while parse.relation(place) == "conj" and parse.pos(place) == "NOUN":
        head = parse.head(place)
        if head is None or head in seen or parse.pos(head) != "NOUN":
            break
        place = head
        seen.add(place)
    return place


def worded(parse: Parse, said: list[int], noun: int) -> str:
    """The words that describe a noun, none of them comparing, and the noun unless it is the eyes or the hair."""
    said = [one for one in said if not (parse.has(one, "Degree=Sup") or parse.has(one, "Degree=Cmp"))]
    plain = parse.word(noun) in EYES or parse.word(noun) == "hair"
    words = (parse.word(one) for one in sorted((*said, *(() if plain else (noun,)))))
    return " ".join(word for word in words if word not in LITTLE)


def between(parse: Parse, first: int, last: int) -> str:
    """The words from one place to another, without little ones."""
    return " ".join(parse.word(one) for one in range(first, last + 1) if parse.word(one) not in LITTLE)
