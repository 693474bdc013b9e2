"""Predicates and noun phrases, as far as portraits need them."""

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.words import EYES

LITTLE = frozenset("a an the of very quite so too rather own present good best".split())
"""Words that a value goes without."""


def subject_of(parse: Parse, place: int) -> int | None:
    """The one subject of a predicate, none joined to it; for a predicate joined to another, that one's."""
    subjects = parse.below(place, "nsubj")
    head = parse.head(place)
    if not subjects and parse.relation(place) == "conj" and head is not None and parse.relation(head) != "conj":
        subjects = parse.below(head, "nsubj")
    if len(subjects) != 1 or parse.below(subjects[0], "conj"):
        return None
    if parse.word(subjects[0]) in ("who", "that") and parse.full_relation(place) == "acl:relcl":
        return head if head is not None and not parse.below(head, "conj") else None
    return subjects[0]


def is_told(parse: Parse, place: int) -> bool:
    """Whether a predicate is told as being so: a finite clause that neither supposes, asks, wishes nor compares."""
    return not is_unreal(parse, place) and not parse.is_denied(place)


def is_unreal(parse: Parse, place: int) -> bool:
    """Whether the clause of a word, or one above it, is denied, compares, supposes, asks or foretells."""
    for one in parse.chain(place):
        marks = [parse.word(mark) for mark in parse.below(one, "mark", "advmod", "case", "aux")]
        if "as" in marks or "when" in marks or "once" in marks or parse.is_denied(one):
            return True
    return parse.is_supposed(place)


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
