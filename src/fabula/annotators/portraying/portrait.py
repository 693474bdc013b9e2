"""All that a passage says of what people are like: the patterns, in order."""

from collections.abc import Callable, Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.ages import age
from fabula.annotators.portraying.circumstances import change, possession, title
from fabula.annotators.portraying.looks import body
from fabula.annotators.portraying.predicates import apposition, becoming, copular
from fabula.annotators.portraying.trait import Trait

Pattern = Callable[[Parse, int], Iterator[Trait]]
PATTERNS: dict[str, tuple[Pattern, ...]] = {
    "NOUN": (body, copular, becoming, apposition, possession),
    "ADJ": (copular, becoming, age),
    "VERB": (copular, becoming, change),
    "NUM": (age,),
    "PROPN": (title,),
}
"""By the part of speech of the word that says it."""


def traits(parse: Parse) -> Iterator[Trait]:
    """All that the patterns find, whoever the person is."""
    for place in parse:
        for pattern in PATTERNS.get(parse.pos(place), ()):
            yield from pattern(parse, place)
