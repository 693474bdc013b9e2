"""Names of persons and what stands around them."""

from functools import cache

from fabula.annotators.lexicon.tables import entries, genders, table, usual_genders


@cache
def titles() -> dict[str, str | None]:
    """Honorific or rank before a name, without its full stop -> 'he', 'she' or None where it is open."""
    return genders("titles")


@cache
def usual_bearers() -> dict[str, str]:
    """Rank before a name that is open -> 'he' or 'she' as its usual bearer is spoken of: Captain."""
    return usual_genders("titles")


@cache
def given_names() -> dict[str, str | None]:
    """Given name -> 'he' or 'she' as its usual bearer is spoken of, None where both bear it."""
    return genders("given_names")


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Short or pet form -> the full given names it may stand for, the commonest first."""
    return {short: tuple(full.split()) for short, full in table("nicknames").items()}


@cache
def honorific_suffixes() -> frozenset[str]:
    """What follows a name: after a hyphen 'san' or 'sama', after a comma 'esq' or 'jr' without the full stop."""
    return frozenset(entries("honorific_suffixes"))
