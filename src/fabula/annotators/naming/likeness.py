"""Whether two given names, epithets or surnames can be one person's: fond forms, initials, shorter expressions."""

from fabula.annotators import lexicon
from fabula.annotators.naming.name import PARTICLES

BEGINNING = 3
"""Letters that the beginning of a given name must have to stand for it."""
AKIN = 2
"""Letters with which two pet names of one person begin alike: "Bill" and "Billy"."""


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: equal, nickname and full form, initial and name, or pet names much alike.

    Hardly anybody goes by two pet names as unlike as "Elsie" and "Betsy".
    """
    if one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    short = lexicon.nicknames()
    if one in short.get(other, ()) or other in short.get(one, ()):
        return True
    akin = one[:AKIN] == other[:AKIN]
    return akin and bool(set(short.get(one, ())) & set(short.get(other, ())))


def begins(one: str, other: str) -> bool:
    """Whether a given name is the beginning of another: "Bern" of "Bernhard". Only for those of one surname."""
    return min(len(one), len(other)) >= BEGINNING and (one.startswith(other) or other.startswith(one))


def plain_form(word: str) -> str | None:
    """The name that a fond form is made of: "Mog" of "Moggy"; `None` if it is no such form."""
    base = word.removesuffix("y") if word.endswith("y") else word.removesuffix("ie")
    if base == word or len(base) < BEGINNING:
        return None
    return base[:-1] if base[-1] == base[-2] and len(base) > BEGINNING else base


def same_epithet(one: str, other: str) -> bool:
    """Whether two speaking names can be one's: "the Heron", "the Marsh Heron", but not "the River Heron" too."""
    ones, others = one.split(), other.split()
    if ones[-1] != others[-1] or not (set(ones) <= set(others) or set(others) <= set(ones)):
        return False
    return ones[-1] in lexicon.animal_nouns() or ones[-1] in lexicon.person_nouns() or ones[-1] in lexicon.titles()


def bare(surname: str | None) -> str | None:
    """A surname without its particles: "Marche" of "de la Marche"."""
    words = (surname or "").split()
    return words[-1] if len(words) > 1 and words[0] in PARTICLES else None
