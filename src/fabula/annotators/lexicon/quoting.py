"""Apostrophes, and what tells speech from other words between quotation marks."""

from functools import cache

from fabula.annotators.lexicon.tables import entries, table


@cache
def elided_words() -> frozenset[str]:
    """Words whose first letters an apostrophe stands for: 'tis' of "'tis"."""
    return frozenset(entries("elided_words"))


@cache
def clipped_words() -> frozenset[str]:
    """Words whose last letters an apostrophe stands for: 'wi' of "wi'"."""
    return frozenset(entries("clipped_words"))


@cache
def quotation_weights() -> dict[str, float]:
    """Feature of words between quotation marks -> its weight for their being uttered."""
    return {feature: float(weight) for feature, weight in table("quotation_weights").items()}
