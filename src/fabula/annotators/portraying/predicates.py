"""What somebody is, grows or is called: a doctor, tall, fifty, angry."""

from collections.abc import Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.clauses import between, is_indefinite, joined, worded
from fabula.annotators.portraying.trait import Trait
from fabula.annotators.portraying.words import words
from fabula.annotators.unreal import is_told, is_unreal, subject_of
from fabula.layers.attribute import AttributeKind

FIGURATIVE = frozenset("how near too so enough almost nearly seemingly half".split())
PAUSES = frozenset(", ( ; : -- – —".split())
BECOMING = frozenset("become grow turn feel remain get fall".split())


def copular(parse: Parse, place: int) -> Iterator[Trait]:
    """ "She was tall", "he is a doctor", "Ada was a tall woman of fifty", "he was wounded"."""
    if not (parse.below(place, "cop") or _is_passive(parse, place)) or not is_told(parse, place):
        return
    person = subject_of(parse, place)
    if person is None:
        return
    for one in (place, *joined(parse, place)):
        yield from (trait for trait in _predicate(parse, one, person) if not _is_over(parse, place, trait))


def _is_over(parse: Parse, place: int, trait: Trait) -> bool:
    """Whether it is told as having been so: "she had been pretty", or of oneself "I was young then"."""
    if trait.kind == "state":
        return False
    by_oneself = place in parse.quotations and parse.word(trait.person) == "i"
    past = any(parse.has(one, "Tense=Past") for one in parse.below(place, "cop"))
    return parse.is_earlier(place) or (by_oneself and past)


def becoming(parse: Parse, place: int) -> Iterator[Trait]:
    """ "She grew angry", "he became a doctor", "Ada felt tired"."""
    head = parse.head(place)
    if parse.relation(place) != "xcomp" or head is None or parse.below(place, "mark"):
        return
    if parse.lemma(head) not in BECOMING or any(parse.lemma(one) == "be" for one in parse.below(head, "aux")):
        return
    person = subject_of(parse, head)
    if person is not None and is_told(parse, head):
        for one in (place, *joined(parse, place)):
            for trait in _predicate(parse, one, person):
                yield trait._replace(kind="state") if trait.kind == "character" else trait


def apposition(parse: Parse, place: int) -> Iterator[Trait]:
    """ "Ada Vane, a tall dressmaker of fifty,", "Mr. Vane, the rector,"."""
    head = parse.head(place)
    if parse.pos(place) != "NOUN" or head is None or parse.pos(head) != "PROPN" or not _is_apposed(parse, place):
        return
    if parse.is_denied(place) or is_unreal(parse, place):
        return
    if is_indefinite(parse, place):
        yield from _predicate(parse, place, head)
    elif parse.word(place) in words("professions") and "the" in [parse.word(one) for one in parse.below(place, "det")]:
        yield Trait(head, "profession", parse.word(place), (place,))


def portrayed(parse: Parse, place: int) -> int | None:
    """The person who is said to be, or apposed to, what a noun or adjective says; `None` if nobody is."""
    if parse.below(place, "cop"):
        return subject_of(parse, place) if is_told(parse, place) else None
    head = parse.head(place)
    if head is None or parse.pos(head) != "PROPN" or not _is_apposed(parse, place):
        return None
    return head if is_indefinite(parse, place) else None


def _is_passive(parse: Parse, place: int) -> bool:
    """Whether it is a participle of state: "was wounded"."""
    return parse.word(place) in words("states") and any(
        parse.full_relation(one) == "aux:pass" for one in parse.below(place, "aux")
    )


def _is_apposed(parse: Parse, place: int) -> bool:
    """Whether a noun stands behind another with a comma alone, none listed after; the model often joins the two.

    Without a comma only "Ada Vane the dressmaker": "round the corner came Ada a dressmaker" is somebody else.
    """
    first, last, head = parse.subtree(place)[0], parse.subtree(place)[-1], parse.head(place)
    listed = (parse.word(last + 1), parse.word(last + 2)) == (",", "and")
    if is_indefinite(parse, place) and PAUSES.isdisjoint((parse.word(first), parse.word(first - 1))):
        return False
    if parse.relation(place) == "conj":
        listed |= bool(parse.below(place, "cc", "conj")) or (head is not None and len(parse.below(head, "conj")) > 1)
        return not listed and "," in (parse.word(first), parse.word(first - 1))
    return parse.relation(place) == "appos" and not listed


def _predicate(parse: Parse, place: int, person: int) -> Iterator[Trait]:
    """What an adjective or noun says of a person."""
    if parse.is_denied(place) or any(parse.word(one) in FIGURATIVE for one in parse.below(place, "advmod")):
        return
    word = parse.word(place)
    if parse.pos(place) == "ADJ" or (parse.pos(place) == "VERB" and word in words("states")):
        kind = _kind_of(word)
        polite = word in words("polite") and place in parse.quotations
        if kind and not polite and not parse.below(place, "obl", "ccomp", "xcomp", "advcl", "obj"):
            yield Trait(person, kind, word, (place,))
    elif parse.pos(place) == "NOUN":
        yield from _noun(parse, place, person)


def _noun(parse: Parse, place: int, person: int) -> Iterator[Trait]:
    word = parse.word(place)
    adjectives = [one for first in parse.below(place, "amod") for one in (first, *joined(parse, first))]
    praised = any(parse.word(one) in words("praise") for one in adjectives)
    if word == "maid" and any(parse.word(one) == "old" for one in adjectives):
        return
    if word in words("professions") and not praised and (is_indefinite(parse, place) or word in words("ranks")):
        compound = [one for one in parse.below(place, "compound") if one == place - 1]
        yield Trait(person, "profession", worded(parse, compound, place), (*compound, place))
    if word in words("professions", "people") and is_indefinite(parse, place):
        for one in adjectives:
            kind = _kind_of(parse.word(one))
            if parse.word(one) in words("ages"):
                yield Trait(person, "age", parse.word(one), (one,))
            if kind in ("appearance", "character") and not parse.is_denied(one):
                yield Trait(person, kind, parse.word(one), (one,))
        for age in parse.below(place, "nmod"):
            signs = [parse.word(sign) for sign in parse.below(age, "case")]
            if parse.word(age) in words("numbers") and signs == ["of"]:
                yield Trait(person, "age", between(parse, age, parse.subtree(age)[-1]), (age,))


def _kind_of(word: str) -> AttributeKind | None:
    if word in words("ages"):
        return "age"
    if word in words("states", "feelings"):
        return "state"
    if word in words("looks"):
        return "appearance"
    return "character" if word in words("character") else None
