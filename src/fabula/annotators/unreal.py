"""What is told as being so, of whom: finite clauses, and their subjects."""

from fabula.annotators.parse import Parse

CONDITIONS = frozenset("if unless whenever".split())
FORMER = frozenset("as when once until till".split())
"""What opens a clause of another time, or a comparison: "until I was eight"."""
RECURRING = frozenset(("when", "while"))
HEDGES = frozenset("perhaps maybe possibly probably presumably supposedly almost nearly practically".split())
"""What keeps a predicate from being so outright: "he is almost a brother"."""


def subject_of(parse: Parse, place: int) -> int | None:
    """The one subject of a predicate, none joined to it; for a predicate joined to another, that one's."""
    subjects = parse.below(place, "nsubj")
    head = parse.head(place)
    if not subjects and parse.relation(place) == "conj" and head is not None and parse.relation(head) != "conj":
        subjects = parse.below(head, "nsubj")
    if len(subjects) != 1 or parse.below(subjects[0], "conj"):
        return None
    if parse.word(subjects[0]) in ("who", "that") and parse.relation(place) in ("acl", "appos"):
        return head if head is not None and not parse.below(head, "conj") else None
    return subjects[0]


def is_told(parse: Parse, place: int) -> bool:
    """Whether a predicate is told as being so, in a finite clause: not supposed, asked, wished, compared or doubted."""
    hedged = any(parse.word(one) in HEDGES for one in parse.below(place, "advmod"))
    return not (hedged or is_unreal(parse, place) or parse.is_denied(place) or _is_bound(parse, place))


def _is_bound(parse: Parse, place: int) -> bool:
    """Whether it is only to come, or so if or whenever something else is: "I am cold when it rains"."""
    verbs = (place, *parse.below(place, "cop", "aux"))
    always = any(parse.has(one, "Tense=Pres") for one in verbs)
    signs = CONDITIONS | RECURRING if always else CONDITIONS
    clauses = [one for part in (place, *parse.below(place, "xcomp")) for one in parse.below(part, "advcl")]
    coming = any(parse.word(one) == "to" for one in parse.below(place, "mark"))
    return coming or any(
        parse.word(sign) in signs for clause in clauses for sign in parse.below(clause, "mark", "advmod")
    )


def is_unreal(parse: Parse, place: int) -> bool:
    """Whether the clause of a word, or one above it, is denied, compares, supposes, asks or foretells."""
    for one in parse.chain(place):
        marks = [parse.word(mark) for mark in parse.below(one, "mark", "advmod", "case", "aux")]
        if not FORMER.isdisjoint(marks) or parse.is_denied(one):
            return True
    return parse.is_supposed(place)
