"""Words of the calendar and the clock."""

from functools import cache

from fabula.annotators.lexicon.tables import entries, table


@cache
def time_words() -> dict[str, tuple[str, str]]:
    """Word that names a time -> what it is ('unit', 'part', 'weekday' ...) and which ('D', 'EV', '5' ...)."""
    return {word: (value.partition(" ")[0], value.partition(" ")[2]) for word, value in table("time_words").items()}


@cache
def time_compounds() -> frozenset[str]:
    """Nouns that make the time before them the name of a thing: "sun" in "the evening sun"."""
    return frozenset(entries("time_compounds"))
