"""What a passage says that people are to each other: the patterns, by the grammar."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fabula.annotators.parse import Parse
from fabula.annotators.relating.roles import roles
from fabula.annotators.unreal import is_told, is_unreal, subject_of

NEAR = 4
"""Words between a noun for a role and the name of who plays it, at most."""
FOND = frozenset("child son daughter".split())
"""What people also call whoever is dear to them or younger: "John, my child"."""
OPENINGS = frozenset("“ \" ‘ ' . ! ? — …".split())
"""Marks behind which a call may begin what is said."""
NOT_SO = frozenset("future intended would-be supposed pretended imaginary possible former ex".split())
"""What keeps somebody from being what the noun says: "his future wife"."""
PARENTS = frozenset(("father", "mother"))
CHILDREN = frozenset(("son", "daughter", "child"))
"""What everybody is to a parent, so that the words say something else: "he is his mother's son"."""
CALLING = frozenset("call name consider".split())
OWNERS = frozenset("my your his her our their".split())
SPEAKERS = frozenset(("my", "our"))
TITLES = frozenset("mr mrs miss ms dr sir lady lord captain colonel major admiral professor father".split())


class Tie(NamedTuple):
    """A find: the words that mean the one and the other, what the one is to the other, and the words that say so.

    `described` says that the one is meant by the noun for the role alone: "her sister".
    """

    one: int
    other: int
    role: str
    words: tuple[int, ...]
    described: bool = False


def ties(parse: Parse) -> Iterator[Tie]:
    """All that the patterns find, whoever the two are."""
    for place in parse:
        if any(parse.word(one) in NOT_SO for one in parse.below(place, "amod")):
            continue
        for pattern in PATTERNS.get(parse.pos(place), ()):
            yield from pattern(parse, place)


def named(parse: Parse, place: int) -> Iterator[Tie]:
    """ "her sister Ada", "Ada's brother, Mr. Vane,", "Ada, his sister"."""
    other = _holder(parse, place)
    if other is None or parse.is_denied(place):
        return
    for one in _bearers(parse, place):
        if one > place or parse.lemma(place) not in FOND or not _is_called(parse, place):
            yield Tie(one, other, parse.lemma(place), (place,))


def _bearers(parse: Parse, place: int) -> Iterator[int]:
    """The names that stand beside a noun for the same person."""
    for one in range(place + 1, min(place + 1 + NEAR, parse.stop)):
        if parse.pos(one) == "PROPN" and one in parse.mentions:
            between = [parse.word(word) for word in range(place + 1, one)]
            titled = [word for word in between if word.removesuffix(".") not in TITLES]
            adjacent = not [word for word in titled if word != ","]
            if adjacent and ("," not in titled or _is_under(parse, one, place)):
                yield one
            return
    head = parse.head(place)
    if head is not None and parse.pos(head) == "PROPN" and parse.relation(place) in ("appos", "conj"):
        first = parse.subtree(place)[0]
        if not parse.below(place, "cc") and "," in (parse.word(first), parse.word(first - 1)):
            yield head


def _is_under(parse: Parse, name: int, noun: int) -> bool:
    """Whether a name behind a comma is the noun's, and not one that is called: "your father, Ada".

    Nor is it another's whose verb is left out: "He forgot his wife, Ada her brother".
    """
    last = parse.subtree(name)[-1]
    if name in parse.quotations:
        goes_on = parse.word(last + 1) == "," and parse.pos(last + 2) in ("VERB", "AUX")
        return bool(parse.below(noun, "cop")) or goes_on
    apposed = parse.head(name) == noun and parse.relation(name) in ("appos", "nmod", "flat", "conj")
    return (apposed or parse.word(last + 1) == ",") and parse.word(name + 1) not in OWNERS


def told(parse: Parse, place: int) -> Iterator[Tie]:
    """ "Ada was his sister", "Ada was the wife of Mr. Vane"."""
    if not parse.below(place, "cop") or not is_told(parse, place):
        return
    other, one = _holder(parse, place), subject_of(parse, place)
    if other is not None and one is not None:
        yield Tie(one, other, parse.lemma(place), (place,))


def described(parse: Parse, place: int) -> Iterator[Tie]:
    """ "her sister", where nothing but the noun says who that is.

    In speech only "my sister", and "Ada's": whom a speaker means by "her" is too doubtful for somebody without a name.
    """
    other = _holder(parse, place)
    if other is None or place not in parse.mentions or is_unreal(parse, place) or _is_many(parse, place):
        return
    if place in parse.quotations and parse.pos(other) == "PRON" and parse.word(other) not in SPEAKERS:
        return
    called = parse.relation(place) == "vocative" or _is_called(parse, place)
    named = any(_bearers(parse, place)) or _is_predicate(parse, place)
    if not named and not parse.below(place, "cop") and not called:
        yield Tie(place, other, parse.lemma(place), (place,), described=True)


def _is_predicate(parse: Parse, place: int) -> bool:
    """Whether somebody is only called so: "they call Ada my sister"."""
    head = parse.head(place)
    if head is None:
        return False
    beside = parse.relation(place) == "appos" and parse.pos(head) == "PROPN"
    second = parse.lemma(head) in CALLING and parse.below(head, "obj", "iobj")[1:] == [place]
    return beside or second or parse.relation(place) == "xcomp"


def _is_called(parse: Parse, place: int) -> bool:
    """Whether somebody is called so, between commas in a speech or where a sentence begins: "lay to that, my son"."""
    first = min((one for one in parse.subtree(place) if parse.pos(one) != "PUNCT"), default=place)
    before = parse.word(first - 1)
    opens = before == "," or (parse.lemma(place) in FOND and before in OPENINGS)
    return place in parse.quotations and opens and parse.word(place + 1) in (",", ".", "!", "?", ";")


def _is_many(parse: Parse, place: int) -> bool:
    return parse.has(place, "Number=Plur") or parse.word(place) != parse.lemma(place)


def _holder(parse: Parse, place: int) -> int | None:
    """Whose sister somebody is: "her sister", "the sister of Ada"; `None` if the noun is for no role."""
    if parse.pos(place) != "NOUN" or parse.lemma(place) not in roles():
        return None
    for one in parse.below(place, "nmod"):
        if parse.full_relation(one) == "nmod:poss" and _is_possessive(parse, one):
            return None if parse.lemma(place) in CHILDREN and parse.lemma(one) in PARENTS else one
        if [parse.word(sign) for sign in parse.below(one, "case")] == ["of"] and parse.pos(one) == "PROPN":
            return one
    return None


def _is_possessive(parse: Parse, place: int) -> bool:
    """Whether it has the form of one: "her", "Ada's"; no "Ada" before a comma."""
    return parse.pos(place) == "PRON" or parse.word(parse.subtree(place)[-1]).endswith(("'s", "’s", "'", "’"))


def joined(parse: Parse, place: int) -> Iterator[Tie]:
    """ "Ada and Mr. Vane were cousins"."""
    if not parse.has(place, "Number=Plur") or parse.lemma(place) not in roles() or not parse.below(place, "cop"):
        return
    subjects = parse.below(place, "nsubj")
    others = parse.below(subjects[0], "conj") if len(subjects) == 1 else []
    if len(others) == 1 and is_told(parse, place) and not parse.below(place, "nmod"):
        yield Tie(subjects[0], others[0], parse.lemma(place), (place,))


def called(parse: Parse, place: int) -> Iterator[Tie]:
    """ "Her father was Mr. Vane", "her father's name was Robert Vane"."""
    subject = subject_of(parse, place) if parse.pos(place) == "PROPN" and parse.below(place, "cop") else None
    if subject is not None and parse.lemma(subject) == "name":
        subject = next((one for one in parse.below(subject, "nmod") if parse.full_relation(one) == "nmod:poss"), None)
    other = None if subject is None else _holder(parse, subject)
    if subject is not None and other is not None and is_told(parse, place) and not parse.below(place, "conj"):
        yield Tie(place, other, parse.lemma(subject), (subject,))


def titled(parse: Parse, place: int) -> Iterator[Tie]:
    """ "her Uncle Toby": a noun for a role as part of the name."""
    if parse.pos(place) != "PROPN":
        return
    kin = [one for one in parse.below(place, "nmod", "compound") if roles().get(parse.word(one)) == "kin"]
    owners = [one for one in parse.below(place, "nmod") if parse.full_relation(one) == "nmod:poss"]
    if kin and owners:
        yield Tie(place, owners[0], parse.word(kin[0]), (kin[0],))


def had(parse: Parse, place: int) -> Iterator[Tie]:
    """ "Ada had a brother, Mr. Vane"."""
    head = parse.head(place)
    if parse.lemma(place) not in roles() or parse.relation(place) != "obj" or head is None:
        return
    other = subject_of(parse, head)
    if other is not None and parse.lemma(head) == "have" and is_told(parse, head) and not _is_many(parse, place):
        yield from (Tie(one, other, parse.lemma(place), (head, place)) for one in _bearers(parse, place))


def wedded(parse: Parse, place: int) -> Iterator[Tie]:
    """ "Ada married Mr. Vane"."""
    if parse.lemma(place) not in VERBS or place not in parse.events or not is_told(parse, place):
        return
    bare = [one for one in parse.below(place, "obl") if parse.pos(one) == "PROPN" and not parse.below(one, "case")]
    one, objects = subject_of(parse, place), parse.below(place, "obj") or bare[:1]
    if one is None or len(objects) != 1 or parse.below(objects[0], "conj"):
        return
    yield Tie(one, objects[0], VERBS[parse.lemma(place)], (place,))


def bound(parse: Parse, place: int) -> Iterator[Tie]:
    """ "Ada was engaged to Mr. Vane", "fell in love with him"."""
    by, role = BONDS.get(parse.word(place), ("", ""))
    in_love = [parse.word(one) for one in parse.below(place, "case")] == ["in"]
    if not role or (parse.word(place) == "love") != in_love:
        return
    head = parse.head(place)
    fell = parse.relation(place) == "obl" and head is not None and parse.lemma(head) in ("fall", "be")
    if not (fell or parse.below(place, "cop", "aux")):
        return
    verb = head if fell and head is not None else place
    others = [
        one
        for one in dict.fromkeys((*parse.below(place, "obl", "nmod"), *parse.below(verb, "obl")))
        if [parse.word(sign) for sign in parse.below(one, "case")] == [by]
    ]
    one = subject_of(parse, verb)
    if one is not None and len(others) == 1 and not parse.below(others[0], "conj") and is_told(parse, verb):
        yield Tie(one, others[0], role, (place,))


BONDS = {
    "engaged": ("to", "betrothed"),
    "betrothed": ("to", "betrothed"),
    "married": ("to", "spouse"),
    "love": ("with", "lover"),
}
"""Words for a bond: what stands before the other one, and what the one is to the other."""
VERBS = {"marry": "spouse", "love": "lover", "adore": "lover", "hate": "enemy", "detest": "enemy"}
"""Verbs, and what their subject is to their object."""

Pattern = Callable[[Parse, int], Iterator[Tie]]
PATTERNS: dict[str, tuple[Pattern, ...]] = {
    "NOUN": (named, told, joined, had, described, bound),
    "PROPN": (titled, called),
    "VERB": (wedded, bound),
    "ADJ": (bound,),
}
"""By the part of speech of the word that says it."""
