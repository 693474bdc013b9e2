"""Which words for a time say when the main clause of a sentence happens, and in which tense it is told."""

from typing import Literal

from fabula.annotators.parse import MODALS, Parse
from fabula.layers.narration import Tense

AT = frozenset("on in at upon during towards toward by".split())
"""What may stand before words that say when."""
GONE_BY = frozenset(("in", "within", "after"))
"""What may stand before a length that has gone by: "after a week"."""
COMING = frozenset("come dawn break arrive fall begin".split())
"""What a time does when it is there: "Wednesday came"."""
OVER = frozenset("over past gone off done out up here near".split())
"""What a time is when it is not there."""
PLANNING = frozenset(
    "mean intend plan hope expect propose want decide promise agree wish arrange settle determine resolve fix".split()
)
"""Verbs behind which a time may be that of what is planned: "on Friday she meant to go"."""
LOOKING = frozenset("look gaze stare glance point peer".split())
"""Verbs behind which a time is what is seen: "she looked at the sunset"."""
BEING = frozenset(("root", "conj", "parataxis"))
IT = frozenset("it 't ’t 'twas day morning afternoon evening night date".split())
"""What is said to be a time."""
MOMENT = frozenset("when as while once".split())
REPEATED = frozenset(
    "always often usually generally frequently sometimes occasionally every each daily whenever never seldom".split()
)
Telling = Literal["past", "present", "earlier"]


def head_of(parse: Parse, places: range) -> int:
    """The word of some words that the others hang on."""
    return next((place for place in places if parse.head(place) not in places), places.start)


def clause_of(parse: Parse, places: range, cases: frozenset[str]) -> int | None:
    """The predicate of the main clause that a time belongs to; `None` if it belongs to none or does not say when."""
    head = head_of(parse, places)
    if not all(parse.word(one) in cases for one in parse.below(head, "case") if one not in places):
        return _split(parse, head)
    relation, over = parse.relation(head), parse.head(head)
    if relation in BEING and parse.below(head, "cop"):
        return head if _is_so(parse, head) else None
    if over is None or over in parse.quotations or parse.lemma(over) in PLANNING | LOOKING:
        return None
    if relation == "nsubj" and not _is_there(parse, over):
        return None
    if relation not in ("nsubj", "obl", "advmod", "nmod") or (relation == "nmod" and parse.pos(over) == "NOUN"):
        return None
    over = _doing_so(parse, over)
    return over if is_main(parse, over) else None


def is_main(parse: Parse, place: int) -> bool:
    """Whether a predicate stands in a main clause, or in a "when" clause that opens one."""
    relation, over = parse.relation(place), parse.head(place)
    while relation in ("conj", "parataxis") and over is not None and over not in parse.quotations:
        place, relation, over = over, parse.relation(over), parse.head(over)
    if relation == "advcl" and over is not None and place < over:
        marks = [parse.word(one) for one in parse.below(place, "mark", "advmod")]
        return bool(MOMENT.intersection(marks)) and parse.relation(over) == "root"
    return over is None or over in parse.quotations


def is_root(parse: Parse, place: int) -> bool:
    """Whether a predicate is that of its sentence, or of the narrator's words around speech, or joined to one."""
    while parse.relation(place) in ("conj", "parataxis"):
        over = parse.head(place)
        if over is None or over in parse.quotations:
            return True
        place = over
    return parse.relation(place) == "root"


def telling(parse: Parse, place: int, told: Tense) -> Telling | None:
    """In which tense a predicate is told; `None` where it is only supposed, foretold, wished or usual.

    "earlier" is the pluperfect, or the past in a story told in the present.
    """
    signs = parse.below(place, "aux", "cop")
    if any(parse.lemma(one) in MODALS or parse.word(one) in MODALS for one in signs):
        return None
    if any(parse.word(one) == "to" for one in parse.below(place, "mark")) or _is_usual(parse, place):
        return None
    finite = [one for one in (*signs, place) if parse.has(one, "VerbForm=Fin")]
    past = any(parse.has(one, "Tense=Past") for one in finite)
    if parse.is_earlier(place):
        return "earlier"
    if not finite and parse.below(place, "aux:pass"):
        return None
    if not finite or not any(parse.has(one, "Tense=Past") or parse.has(one, "Tense=Pres") for one in finite):
        return None
    if past:
        return "past" if told == "past" else "earlier"
    return "present" if told == "present" else None


def is_measured(parse: Parse, head: int, last: int, verb: int) -> bool:
    """Whether it is named what a time is measured from: "a week after the ball", "years were gone since we sailed"."""
    if any(
        parse.word(mark) == "since" for clause in parse.below(verb, "advcl") for mark in parse.below(clause, "mark")
    ):
        return True
    named = parse.word(last) in ("after", "before", "since") and parse.word(last + 1)[:1].isalnum()
    return named or parse.word(last + 1) == "since" or any(one > last for one in parse.below(head, "nmod", "acl"))


def _is_there(parse: Parse, place: int) -> bool:
    """Whether a predicate says of a time that it comes, or what it is like."""
    return parse.lemma(place) in COMING or (bool(parse.below(place, "cop")) and parse.word(place) not in OVER)


def _doing_so(parse: Parse, place: int) -> int:
    """For a participle before its main verb, "walking home one evening, she saw", that verb; else the word itself."""
    over = parse.head(place)
    if parse.relation(place) not in ("advcl", "acl") or over is None or parse.below(place, "mark", "aux", "nsubj"):
        return place
    if not (parse.has(place, "VerbForm=Ger") or parse.has(place, "VerbForm=Part")) or parse.word(place)[-3:] != "ing":
        return place
    above = parse.head(over) if parse.relation(over) == "nsubj" else over
    return above if above is not None and place < above and above not in parse.quotations else place


def _is_so(parse: Parse, head: int) -> bool:
    """ "It was evening", "the next day was Sunday", "it was three o'clock when"; not "that was three weeks ago"."""
    subjects = parse.below(head, "nsubj", "expl")
    return bool(parse.below(head, "cop")) and any(parse.word(one) in IT for one in subjects)


def _split(parse: Parse, head: int) -> int | None:
    """The predicate of "it was not until Friday that she came"."""
    over = parse.head(head)
    cases = [parse.word(one) for one in parse.below(head, "case")]
    opening = [parse.word(place) for place in range(head - 6, head) if place in range(parse.first, parse.stop)]
    if cases not in (["until"], ["till"]) or opening.count("not") != 1 or "it" not in opening or "was" not in opening:
        return None
    if parse.relation(head) in BEING:
        return head
    return over if over is not None and head < over and is_main(parse, over) else None


def _is_usual(parse: Parse, place: int) -> bool:
    when = parse.below(place, "advmod", "obl", "nmod", "mark")
    words = [*when, *(one for noun in when for one in parse.below(noun, "det"))]
    return any(parse.word(one) in REPEATED for one in words)
