"""All that a passage says of what people are like: the patterns, in order."""

from collections.abc import Callable, Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.ages import age
from fabula.annotators.portraying.circumstances import change, possession, title
from fabula.annotators.portraying.looks import body
from fabula.annotators.portraying.predicates import apposition, becoming, copular
from fabula.annotators.portraying.trait import Trait

PATTERNS: tuple[Callable[[Parse, int], Iterator[Trait]], ...] = (
    body,
    copular,
    becoming,
    apposition,
    age,
    possession,
    title,
    change,
)
DESCRIBING = frozenset(("NOUN", "ADJ", "NUM", "VERB", "PROPN"))


def traits(parse: Parse) -> Iterator[Trait]:
    """All that the patterns find, whoever the person is."""
    for place in parse:
        if parse.pos(place) in DESCRIBING:
            for pattern in PATTERNS:
                yield from pattern(parse, place)
