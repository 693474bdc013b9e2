"""Common nouns for those who act in a story."""

from functools import cache

from fabula.annotators.lexicon.tables import entries, genders, table


@cache
def person_nouns() -> dict[str, str | None]:
    """Singular noun that can head a description of a person -> 'he', 'she' or None where it is open."""
    return genders("person_nouns")


def noun_gender(noun: str) -> str | None:
    """'he', 'she' or None of a noun for a person, of "ferry-woman" that of "woman"."""
    nouns = person_nouns()
    return nouns.get(noun if noun in nouns else noun.rpartition("-")[2])


@cache
def plural_person_nouns() -> dict[str, str]:
    """Plural noun for persons, or noun for a group of them -> the word for one of them in `person_nouns`."""
    return table("plural_person_nouns")


@cache
def animal_nouns() -> frozenset[str]:
    """Singular nouns for animals, real and fabulous, that can act or speak in a story.

    Words that are rather names or nouns for persons ('robin', 'kid') are left out.
    """
    return frozenset(entries("animal_nouns"))
