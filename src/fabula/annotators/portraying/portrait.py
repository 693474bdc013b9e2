"""All that a passage says of what people are like: the patterns, in order."""

from collections.abc import Callable, Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.ages import age
from fabula.annotators.portraying.circumstances import change, dressed, having, possession, title, wearing
from fabula.annotators.portraying.looks import body
from fabula.annotators.portraying.predicates import apposition, becoming, copular
from fabula.annotators.portraying.trait import Trait

Pattern = Callable[[Parse, int], Iterator[Trait]]
PATTERNS: dict[str, tuple[Pattern, ...]] = {
    "NOUN": (body, copular, becoming, apposition, possession, having),
    "ADJ": (copular, becoming, age, dressed),
    "VERB": (copular, becoming, change, dressed, wearing),
    "NUM": (age,),
    "PROPN": (title,),
}
"""By the part of speech of the word that says it."""


def traits(parse: Parse) -> Iterator[Trait]:
    """All that the patterns find, whoever the person is."""
    for place in parse:
        for pattern in PATTERNS.get(parse.pos(place), ()):
            yield from pattern(parse, place)
