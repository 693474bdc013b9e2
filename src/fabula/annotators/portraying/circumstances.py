"""What befalls somebody, what they have, and the title that they bear."""

from collections.abc import Iterator

from fabula.annotators.parse import Parse
from fabula.annotators.portraying.clauses import LITTLE, between, is_indefinite, worded
from fabula.annotators.portraying.trait import Trait
from fabula.annotators.portraying.words import TITLES, words
from fabula.annotators.unreal import is_told, is_unreal, subject_of

HURTING = {"break": "broken", "fracture": "broken", "sprain": "sprained", "dislocate": "dislocated", "lose": "lost"}
"""Verbs of what befalls a limb, and what it is then."""
DRESSED = frozenset("dressed clad attired muffled clothed".split())
LONG = 6
"""Words that the name of a thing owned may have."""
LIMBS = frozenset("leg arm ankle wrist collar-bone collarbone rib ribs neck nose hand foot eye finger".split())


def possession(parse: Parse, place: int) -> Iterator[Trait]:
    """ "her umbrella", "Ada's old violin", "his heavy boots": of what anybody wears only what is described."""
    worn = parse.word(place) in words("garments")
    if not (worn or _is_thing(parse, place)) or parse.pos(place) != "NOUN" or is_unreal(parse, place):
        return
    for one in parse.below(place, "nmod"):
        if parse.full_relation(one) == "nmod:poss":
            own = [word for word in parse.below(place, "amod", "compound") if place - 3 <= word < place]
            fond = place in parse.quotations and any(parse.word(word) == "dear" for word in own)  # "my dear old horse"
            if fond or (worn and all(parse.word(word) in LITTLE for word in own)):
                continue
            yield Trait(one, "possession", worded(parse, own, place), (*own, place))


def _is_thing(parse: Parse, place: int) -> bool:
    """Whether it is a thing that somebody has of their own: "revolvers", "service-revolver"."""
    last = parse.word(place).rpartition("-")[2]
    return not words("possessions").isdisjoint((parse.word(place), parse.lemma(place), last))


def title(parse: Parse, place: int) -> Iterator[Trait]:
    """ "Captain Vane", "Dr. Vane"."""
    meaning = TITLES.get(parse.word(place).removesuffix("."))
    if meaning and parse.pos(place) == "PROPN" and parse.pos(place + 1) == "PROPN":
        head = parse.head(place)
        yield Trait(head if head == place + 1 else place, "profession", meaning, (place,))


def having(parse: Parse, place: int) -> Iterator[Trait]:
    """ "He has a launch"."""
    head = parse.head(place)
    if head is None or parse.lemma(head) != "have" or parse.relation(place) != "obj" or not _is_thing(parse, place):
        return
    if parse.pos(head) != "VERB" or not is_indefinite(parse, place) or not is_told(parse, head):
        return
    person = subject_of(parse, head)
    if person is not None:
        own = [word for word in parse.below(place, "amod", "compound") if place - 3 <= word < place]
        yield Trait(person, "possession", worded(parse, own, place), (*own, place))


def dressed(parse: Parse, place: int) -> Iterator[Trait]:
    """ "She was dressed in a black gown", "he was clad in a long cloak"."""
    person = subject_of(parse, place) if parse.word(place) in DRESSED else None
    if person is not None and is_told(parse, place):
        for one in parse.below(place, "obl"):
            if [parse.word(sign) for sign in parse.below(one, "case")] == ["in"]:
                yield from _garment(parse, one, person)


def wearing(parse: Parse, place: int) -> Iterator[Trait]:
    """ "She wore a green turban"."""
    person = subject_of(parse, place) if parse.lemma(place) == "wear" else None
    if person is not None and is_told(parse, place):
        for one in parse.below(place, "obj"):
            for worn in (one, *parse.below(one, "conj")):
                yield from _garment(parse, worn, person)


def _garment(parse: Parse, place: int, person: int) -> Iterator[Trait]:
    own = [word for word in parse.below(place, "amod", "compound") if place - 4 <= word < place]
    if own and parse.word(place) in words("garments", "possessions"):
        yield Trait(person, "appearance", worded(parse, own, place), (*own, place))


def change(parse: Parse, place: int) -> Iterator[Trait]:
    """ "She died", "he broke his leg", "she owns a mill"."""
    if parse.pos(place) != "VERB" or place not in parse.events or not is_told(parse, place):
        return
    lemma, person = parse.lemma(place), subject_of(parse, place)
    if person is None:
        return
    if lemma == "die":
        yield Trait(person, "state", "dead", (place,))
    elif lemma == "marry":
        yield Trait(person, "state", "married", (place,))
    elif lemma in HURTING:
        yield from _hurt(parse, place)
    elif lemma == "own":
        for one in parse.below(place, "obj"):
            tree = parse.subtree(one)
            if parse.pos(one) == "NOUN" and len(tree) <= LONG:
                yield Trait(person, "possession", between(parse, tree[0], tree[-1]), (place, *tree))


def _hurt(parse: Parse, place: int) -> Iterator[Trait]:
    """Whose limb it is that is broken: "Ada broke her leg", "he broke her nose"."""
    for limb in parse.below(place, "obj"):
        owners = [one for one in parse.below(limb, "nmod") if parse.word(one) in ("my", "his", "her")]
        if owners and parse.word(limb) in LIMBS:
            yield Trait(owners[0], "state", f"{HURTING[parse.lemma(place)]} {parse.word(limb)}", (place, limb))
