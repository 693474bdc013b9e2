"""Places, and the nouns their names are made of."""

from functools import cache

from fabula.annotators.lexicon.tables import entries


@cache
def places() -> frozenset[str]:
    """Common names of real places; some have several words ('new york')."""
    return frozenset(entries("places"))


@cache
def place_nouns() -> frozenset[str]:
    """Nouns that head the name of a place: 'street', 'hall', 'bay'."""
    return frozenset(entries("place_nouns"))


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and nouns of nation, region, language, party and religion: 'english', 'jew', 'parisian'."""
    return frozenset(entries("demonyms"))


@cache
def calendar_words() -> frozenset[str]:
    """Days, months, seasons and feasts; some have several words ('boxing day')."""
    return frozenset(entries("calendar_words"))
