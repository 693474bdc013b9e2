"""How old somebody is."""

from collections.abc import Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.clauses import between
from fabula.annotators.portraying.trait import Trait
from fabula.annotators.portraying.words import words
from fabula.annotators.unreal import is_told, subject_of

SMALL = frozenset(("one", "two", "three"))
"""Numbers that are rather counts: "we were three"."""


def age(parse: Parse, place: int) -> Iterator[Trait]:
    """ "She was twelve", "was twelve years old", "aged twelve"."""
    word = parse.word(place)
    if word == "old" and parse.pos(place) == "ADJ" and is_told(parse, place):
        years = [one for one in parse.below(place, "obl", "nmod") if parse.word(one) in ("years", "year")]
        person = subject_of(parse, place)
        counts = [number for year in years for number in parse.below(year, "nummod")]
        beyond = any(parse.word(one) == "too" for one in parse.below(place, "advmod"))
        if person is not None and counts and not beyond and parse.below(place, "cop") and not parse.is_denied(place):
            yield Trait(person, "age", between(parse, parse.subtree(counts[0])[0], counts[0]), (counts[0], place))
    elif (
        parse.pos(place) == "NUM"
        and word in words("numbers") - SMALL
        and parse.below(place, "cop")
        and is_told(parse, place)
    ):
        person = subject_of(parse, place)
        alone = not parse.below(place, "nmod", "obl", "nummod") and parse.relation(place) in ("root", "conj", "ccomp")
        if person is not None and alone and not parse.is_denied(place):
            yield Trait(person, "age", word, (place,))
