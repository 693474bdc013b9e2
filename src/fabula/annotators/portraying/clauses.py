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


def worded(parse: Parse, said: list[int], noun: int) -> str:
    """The words that describe a noun, and the noun unless it is the eyes or the hair."""
    plain = parse.word(noun) in EYES or parse.word(noun) == "hair"
    words = (parse.word(one) for one in sorted((*said, *(() if plain else (noun,)))))
    return " ".join(word for word in words if word not in LITTLE)


def between(parse: Parse, first: int, last: int) -> str:
    """The words from one place to another, without little ones."""
    return " ".join(parse.word(one) for one in range(first, last + 1) if parse.word(one) not in LITTLE)
