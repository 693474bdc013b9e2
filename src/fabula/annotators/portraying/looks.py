"""What somebody's eyes, hair and other parts look like."""

from collections.abc import Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.clauses import joined, worded
from fabula.annotators.portraying.trait import Trait
from fabula.annotators.portraying.words import EYES, words
from fabula.annotators.unreal import is_told, is_unreal, subject_of
from fabula.layers.attribute import AttributeKind


def body(parse: Parse, place: int) -> Iterator[Trait]:
    """ "her grey eyes", "Ada's hair was red", "he had a long nose", "a man with red hair" of a man who is known."""
    kind, fitting = _part(parse.word(place))
    if kind is None or parse.pos(place) != "NOUN" or parse.is_denied(place):
        return
    said = [one for one in _described(parse, place, told=kind != "appearance") if parse.word(one) in fitting]
    if not said or is_unreal(parse, place):
        return
    person = _owner(parse, place)
    if person is not None:
        yield Trait(person, kind, worded(parse, said, place), (*said, place))


def _part(word: str) -> tuple[AttributeKind | None, frozenset[str]]:
    if word in EYES:
        return "eyes", words("colours", "eyes")
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
    """Whose a part of the body is: who is named by a possessive, or has it."""
    for one in parse.below(place, "nmod"):
        if parse.full_relation(one) == "nmod:poss":
            return one
    head = parse.head(place)
    if head is None:
        return None
    if parse.relation(place) == "obj" and parse.lemma(head) == "have" and is_told(parse, head):
        return subject_of(parse, head)
    return None
