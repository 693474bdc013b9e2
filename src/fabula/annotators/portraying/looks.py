"""What somebody's eyes, hair and other parts look like."""

from collections.abc import Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.clauses import first_of, joined, worded
from fabula.annotators.portraying.predicates import portrayed
from fabula.annotators.portraying.trait import Trait
from fabula.annotators.portraying.words import EYES, words
from fabula.annotators.unreal import is_told, is_unreal, subject_of
from fabula.layers.attribute import AttributeKind

PASSING = frozenset(("red",))
"""Colours that eyes have for a while."""
MOVING = frozenset("roll narrow close open raise lift lower widen turn blink shut rub avert".split())
"""What one does with one's eyes."""
BLUSHING = frozenset(("face", "cheeks", "countenance", "lips"))
"""What changes its colour."""


def body(parse: Parse, place: int) -> Iterator[Trait]:
    """ "her grey eyes", "Ada's hair was red", "he had a long nose", "Ada was a girl with red hair"."""
    kind, fitting = _part(parse.word(place))
    if kind is None or parse.pos(place) != "NOUN" or parse.is_denied(place):
        return
    described = _described(parse, place, told=kind != "appearance")
    said = [one for one in described if parse.word(one) in fitting]
    if not said or is_unreal(parse, place):
        return
    if parse.word(place) not in BLUSHING:
        said += [one for one in described if one not in said and one < place and parse.word(one) in words("colours")]
    person = _owner(parse, place)
    if person is not None:
        yield Trait(person, kind, worded(parse, said, place), (*said, place))


def _moved(parse: Parse, place: int) -> int | None:
    """Who does with eyes what one does with one's own: "Ada rolled grey eyes"."""
    head = parse.head(place)
    return subject_of(parse, head) if head is not None and parse.lemma(head) in MOVING else None


def _beside(parse: Parse, place: int) -> int | None:
    """Of whom a clause is, beside which eyes stand alone: "Ada laughed, grey eyes shining"."""
    first = min((place, *parse.below(place, "amod", "compound")))
    if parse.word(first - 1) != "," or not parse.word(place + 1).endswith("ing") or parse.pos(place + 1) != "VERB":
        return None
    for verb in (parse.head(place + 1), parse.head(place)):
        subjects = [] if verb is None else [one for one in parse.below(verb, "nsubj") if one < first]
        if len(subjects) == 1 and not parse.below(subjects[0], "conj"):
            return subjects[0]
    return None


def _part(word: str) -> tuple[AttributeKind | None, frozenset[str]]:
    if word in EYES:
        return "eyes", words("colours", "eyes") - PASSING
    if word in words("hairs"):
        return "hair", words("colours", "hair")
    return ("appearance", words("features")) if word in words("parts") else (None, frozenset())


def _described(parse: Parse, place: int, *, told: bool) -> list[int]:
    """The adjectives of a noun, before it or `told` of it by "be", with those joined to them; none that is denied."""
    own = parse.below(place, "amod", "compound")
    head = parse.head(place)
    adjective = told and head is not None and parse.full_relation(place) == "nsubj" and parse.pos(head) == "ADJ"
    if adjective and head is not None and not parse.below(head, "obl") and is_told(parse, head):
        own += [head]
    return [one for first in own for one in (first, *joined(parse, first)) if not parse.is_denied(one)]


def _owner(parse: Parse, place: int) -> int | None:
    """Whose a part of the body is: who is named by a possessive, has it, or is somebody with it."""
    for one in parse.below(place, "nmod"):
        if parse.full_relation(one) == "nmod:poss":
            return one
    first = first_of(parse, place)
    head = parse.head(first)
    if head is None:
        return None
    if parse.relation(first) == "obj" and parse.lemma(head) == "have" and is_told(parse, head):
        return subject_of(parse, head)
    if parse.word(place) in EYES and not parse.below(place, "det"):
        bare = _moved(parse, place) if parse.relation(place) == "obj" else _beside(parse, place)
        if bare is not None:
            return bare
    with_it = any(parse.word(one) == "with" for one in parse.below(first, "case"))
    return portrayed(parse, head) if with_it and parse.relation(first) in ("nmod", "obl") else None
