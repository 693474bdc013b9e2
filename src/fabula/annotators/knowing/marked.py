"""The words by which a text says that somebody lies, is wrong, promises, or keeps something back."""

from collections.abc import Iterator
from dataclasses import dataclass

from fabula.annotators.parse import DENIALS, MODALS, SUPPOSING, Parse
from fabula.layers.assertion import AssertionKind

UNTRUTHS = frozenset("lie falsehood untruth fib".split())
TRUTHS = frozenset("true untrue false".split()) | UNTRUTHS
PROMISES = frozenset("promise vow pledge oath".split())
PROMISING = frozenset("promise vow swear pledge".split())
PRETENDING = frozenset("pretend feign".split())
HIDING = frozenset("conceal hide withhold keep".split())
HIDDEN = frozenset("it this that them truth fact secret news story knowledge matter discovery affair".split())
"""What is kept back when it is no thing that can be seen; pronouns only behind "keep ... from"."""
TELLING = frozenset("tell inform".split())
NOBODY = frozenset("nobody none".split())
SWORN = frozenset("vengeance revenge secrecy silence fidelity allegiance obedience love war".split())
"""What one swears to do."""
FUTURE = frozenset("will would 'll ’ll shall should never 'd ’d".split())


@dataclass(frozen=True, slots=True)
class Marked:
    """Such words by their places: the verb, whose it is, its helpers, its objects, and the words for what is said.

    `subject` is `None` for a verb without one: "lied Ada" is read as if she were no subject.
    """

    kind: AssertionKind
    verb: int
    subject: int | None
    verbs: tuple[int, ...]
    objects: tuple[int, ...]
    content: tuple[int, ...]


def marked(parse: Parse) -> Iterator[Marked]:
    """All of a passage, in text order, that are told as so."""
    for place in parse:
        if parse.pos(place) != "VERB":
            continue
        kind = _kind(parse, place)
        subject = subject_of(parse, place) if kind else None
        if kind is None or not _is_so(parse, place, denied=kind == "secret"):
            continue
        helpers = [
            one for one in parse.below(place, "aux", "advmod") if parse.relation(one) == "aux" or _denies(parse, one)
        ]
        behind = [one for one in parse.below(place, "obj", "iobj", "obl", "xcomp", "ccomp") if one > place]
        content = [one for one in behind if parse.relation(one) in ("xcomp", "ccomp") or _is_of(parse, one)]
        objects = [one for one in behind if one not in content]
        yield Marked(kind, place, subject, (*helpers, place), tuple(objects), tuple(content))


def _denies(parse: Parse, place: int) -> bool:
    return parse.word(place) in DENIALS


def _is_of(parse: Parse, place: int) -> bool:
    """Whether a phrase says what something is about."""
    return parse.relation(place) == "obl" and bool({"of", "about"} & set(map(parse.word, parse.below(place, "case"))))


def subject_of(parse: Parse, verb: int) -> int | None:
    """The subject of a verb: its own, or that of the verb that it is joined to."""
    own = parse.below(verb, "nsubj")
    head = parse.head(verb)
    if not own and parse.relation(verb) == "conj" and head is not None:
        own = parse.below(head, "nsubj")
    passive = any(parse.full_relation(one) == "nsubj:pass" for one in own)
    return own[0] if own and not passive and own[0] < verb else next((one for one in own if not passive), None)


def _kind(parse: Parse, verb: int) -> AssertionKind | None:
    """What a verb and its objects say."""
    lemma, objects = parse.lemma(verb), parse.below(verb, "obj")
    nouns = {parse.lemma(one) for one in objects}
    if parse.word(verb) == "lied" or (lemma == "tell" and nouns & UNTRUTHS):
        return "lie"
    if lemma == "deceive" and any(parse.pos(one) in ("PROPN", "PRON") for one in objects):
        return "lie"
    if lemma in PRETENDING and parse.below(verb, "xcomp", "ccomp"):
        return "lie"
    if lemma in PROMISING:
        return "promise" if _is_promised(parse, verb) else None
    if lemma in ("make", "give") and nouns & PROMISES:
        return "promise"
    return "secret" if _is_kept_back(parse, verb) else None


def _is_promised(parse: Parse, verb: int) -> bool:
    """Whether what is promised or sworn is something to be done, or is quoted."""
    if parse.lemma(verb) in ("promise", "pledge"):
        return parse.word(verb + 1) not in ("well", "fair")
    for one in parse.below(verb, "xcomp", "ccomp"):
        if any(parse.word(mark) == "to" for mark in parse.below(one, "mark")):
            return True
        helpers = [parse.word(helper) for helper in parse.below(one, "aux")]
        if FUTURE.intersection(helpers) and "have" not in helpers:
            return True
    return any(parse.lemma(one) in SWORN for one in parse.below(verb, "obj"))


def _is_kept_back(parse: Parse, verb: int) -> bool:
    """Whether a verb says that its subject keeps something from others."""
    lemma, objects = parse.lemma(verb), parse.below(verb, "obj")
    if lemma in HIDING:
        from_whom = [one for one in parse.below(verb, "obl") if "from" in map(parse.word, parse.below(one, "case"))]
        secret = any(parse.lemma(one) == "secret" for one in (*objects, *parse.below(verb, "xcomp")))
        people = any(parse.pos(one) in ("PROPN", "PRON") and parse.word(one) != "it" for one in from_whom)
        abstract = any(parse.word(one) in HIDDEN or parse.lemma(one) in HIDDEN for one in objects)
        return (lemma == "keep" and secret) or (abstract and people)
    if lemma not in TELLING:
        return False
    to_nobody = any(
        parse.word(one) in NOBODY or "no" in map(parse.word, parse.below(one, "det"))
        for one in parse.below(verb, "obj", "iobj")
    )
    content = parse.below(verb, "ccomp") or [one for one in parse.below(verb, "obl") if _is_of(parse, one)]
    return to_nobody or (parse.is_denied(verb) and bool(content) and bool(parse.below(verb, "obj", "iobj")))


def _is_so(parse: Parse, verb: int, *, denied: bool) -> bool:
    """Whether it is told as having happened, and not as supposed, asked or denied; what is not told is denied."""
    helpers = parse.below(verb, "aux")
    marks = {parse.word(one) for one in (*helpers, *parse.below(verb, "mark", "advmod"))}
    if parse.is_denied(verb) and not denied:
        return False
    if marks & (MODALS | SUPPOSING | {"when", "whenever"}) or _is_asked(parse, verb):
        return False
    if parse.lemma(verb) not in PRETENDING and parse.is_supposed(verb):
        return False
    past = any(parse.has(one, "Tense=Past") for one in (verb, *helpers))
    performs = parse.lemma(verb) in ("promise", "swear", "vow") and not helpers
    return past or performs or any(parse.word(one) in ("has", "have", "'ve", "’ve") for one in helpers)


def _is_asked(parse: Parse, verb: int) -> bool:
    """Whether the clause ends with a question mark, be it before the words that say who asks."""
    places = parse.places(parse.sentence(verb))
    own = parse.quotations.get(verb)
    return any(parse.word(one) == "?" and parse.quotations.get(one) == own for one in places if one > verb)


def belied(parse: Parse) -> Iterator[tuple[int, int]]:
    """The words that call untrue what was just said, each with the word that stands for it: "it was not true"."""
    for place in parse:
        lemma = parse.lemma(place)
        if lemma not in TRUTHS or not parse.below(place, "cop") or parse.is_supposed(place):
            continue
        said = [one for one in parse.below(place, "nsubj") if parse.word(one) in ("it", "this", "that", "which")]
        past = any(parse.has(one, "Tense=Past") for one in parse.below(place, "cop"))
        alone = not parse.below(place, "csubj", "ccomp", "xcomp", "advcl", "obl")
        if said and past and alone and parse.is_denied(place) == (lemma == "true"):
            yield place, said[0]
