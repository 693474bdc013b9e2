"""Verbs and nouns that introduce speech, and how English verbs form their past."""

from functools import cache

from fabula.annotators.lexicon.tables import entries, table


@cache
def speech_verbs() -> dict[str, str]:
    """Inflected form -> base of verbs that introduce speech, the weak ones among them."""
    return table("speech_verbs")


@cache
def weak_speech_verbs() -> frozenset[str]:
    """Base forms of verbs that introduce speech only sometimes: 'smile', 'nod', 'turn'."""
    return frozenset(entries("weak_speech_verbs"))


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns for a piece of speech: 'reply' of "was his reply"."""
    return frozenset(entries("speech_nouns"))


@cache
def irregular_past() -> dict[str, str]:
    """Past form -> base of irregular verbs; where two verbs share a form, the commoner one."""
    return table("irregular_past")


@cache
def irregular_forms() -> dict[str, str]:
    """Other irregular forms, each with its universal part of speech ('taken verb', 'mice noun') -> base."""
    return table("irregular_forms")
