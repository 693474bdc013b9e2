"""Words of the language that are no names."""

from functools import cache

from fabula.annotators.lexicon.tables import columns, entries


@cache
def common_words() -> dict[str, int]:
    """Lower-cased word -> per mille of its mid-sentence occurrences in fiction that begin with a capital.

    A word that is missing is rare or a name. Apostrophes are straight; a possessive 's is taken off. Words younger
    than the novels that were counted are given 0.
    """
    words, shares = columns("common_words")
    counted = dict(zip(words, map(int, shares), strict=True))
    counted.update(dict.fromkeys(entries("modern_words"), 0))
    return counted


@cache
def function_words() -> frozenset[str]:
    """Words of grammar, and the adverbs and numerals that often open a sentence."""
    return frozenset(entries("function_words"))


@cache
def interjections() -> frozenset[str]:
    """Cries, greetings and oaths; some have several words ('good heavens')."""
    return frozenset(entries("interjections"))
