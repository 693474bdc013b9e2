"""How well a name fits somebody already met.

Two names may belong to one person if none of their parts clash (the approach of Davis, Elson and McKeown 2003 and of
Vala et al. 2015, made incremental).
"""

from collections.abc import Callable

from fabula.annotators.naming.likeness import bare, begins, plain_form, same_epithet, same_given
from fabula.annotators.naming.name import Name
from fabula.annotators.naming.name_parts import Parsed
from fabula.annotators.naming.person import Person, goes_on, without_list
from fabula.annotators.naming.personal_titles import BOYS, GIVEN_TITLES, HIGH, MILITARY, clash

JUST = 4000
"""Code points within which "Mrs. Paul Orchard" is called "Mrs. Orchard" for short."""


def fit(name: Name, parsed: Parsed, person: Person, near: int, has_elders: Callable[[str], bool]) -> float | None:
    """How well a name fits somebody at position `near`; `None` if it cannot be theirs.

    `has_elders` says whether a bare Mr. of a surname is rather the father of whoever bears it.
    """
    if name.key in person.uses:
        return 3.0
    if person.fixed:
        return None
    gender = _as_surname(person) if parsed.gender == "he" and parsed.surname == person.single else person.gender
    if parsed.gender and gender and parsed.gender != gender and (parsed.titles or parsed.given):
        return None
    own = person.titles
    titles = set(parsed.titles)
    boy = BOYS if parsed.given and (parsed.given, parsed.surname) == (person.given, person.surname) else set[str]()
    if clash(titles - boy, own - boy):
        return None
    if not parsed.given and not parsed.surname and not parsed.single:
        return 1.0 if name.titles[-1] in own else None
    if parsed.single and person.single and same_epithet(parsed.single, person.single):
        return 2.0
    if name.article:
        return None
    if parsed.single:
        return _fit_of_single(parsed.single, bool(parsed.titles), person)
    if titles & {"mrs", "miss"} and person.single == parsed.surname and not own and person.gender != "she":
        return None  # a bare surname is rather a man's
    if parsed.surname and not (person.given or person.surname or person.single):
        return 0.5 if name.titles and name.titles[-1] in own and near - person.last < JUST else None
    score = 0.0
    given, surname = person.given, person.surname
    if goes_on(name, person):
        return 3.0
    if person.single:
        if parsed.given and _is_given(parsed.given, person):
            given = person.single
        elif parsed.surname and (parsed.surname == person.single or same_epithet(parsed.surname, person.single)):
            surname = parsed.surname
        else:
            return None
    if parsed.given and given:
        short = parsed.surname == surname and begins(parsed.given, given)
        if parsed.given != given and (HIGH & own or HIGH & titles or not (short or same_given(parsed.given, given))):
            return None
        score += 3
    if parsed.surname and surname:
        if parsed.surname != surname and not _is_wifes(parsed, person, near):
            return None
        score += 1
    if not score:
        return None
    if given and not parsed.given and "mrs" in parsed.titles and "mrs" not in own:
        return None
    if parsed.given and not given and "mrs" in own and "mrs" not in parsed.titles:
        return None
    if "mr" in titles and given and not parsed.given and "mr" not in own and has_elders(surname or ""):
        return None
    if own & titles:
        score += 1
    return score


def is_younger(name: Name, person: Person) -> bool:
    """Whether a name is a "Miss Harlow" and the person goes by "Miss Anne", and so has an elder sister."""
    called = ("miss", person.given)
    return name.titles == ("miss",) and len(name.words) == 1 and name.key != called and called in person.uses


def _fit_of_single(word: str, titled: bool, person: Person) -> float | None:
    """How well a lone word fits somebody. A bare surname is a man's rather than a woman's in most fiction."""
    if not titled and "mrs" in person.titles and not person.given:
        return None
    woman = -1.5 if person.gender == "she" and not titled else 0.0
    if word in (person.surname, bare(person.surname)):
        return 2.0 + woman
    if word == person.single:
        return 1.5 if person.titles <= GIVEN_TITLES else 1.5 + woman
    if word == person.given:
        return 2.5
    if titled or person.titles & (HIGH | MILITARY):
        return None
    called = (person.given, person.surname, (person.single or "").split(" ")[-1])
    if (plain := plain_form(word)) and plain in called:
        return 1.75
    own = person.given or person.single
    return 1.75 if own and same_given(word, own) else None


def _is_wifes(parsed: Parsed, person: Person, near: int) -> bool:
    """Whether "Mrs. Orchard" is "Mrs. Paul Orchard", who was named just before."""
    full = (person.surname or "").split()
    just = near - person.last < JUST
    return just and "mrs" in parsed.titles and "mrs" in person.titles and len(full) == 2 and full[1] == parsed.surname


def _is_given(given: str, person: Person) -> bool:
    """Whether somebody's only name can be this given name: "Tom" is no "Mr. Thomas", whose name is a surname."""
    if given == person.single:
        return True
    return not person.titles - GIVEN_TITLES and same_given(given, person.single or "")


def _as_surname(person: Person) -> str | None:
    """The gender of whoever goes by a lone name, if that is a surname. Such a one is a man's rather than a woman's."""
    he, she = without_list(person)
    return Person(person.id, he=he, she=she).gender
