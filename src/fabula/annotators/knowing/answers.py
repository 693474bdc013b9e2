"""Statements that answer a question asked before: its verb and all it is about, with the gap filled."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fabula.annotators.knowing.asked import KINDS
from fabula.annotators.knowing.facts import subject_of
from fabula.annotators.parse import Parse
from fabula.layers.question import QuestionKind
from fabula.text import Span


@dataclass(frozen=True, slots=True)
class Sought:
    """What an open question seeks: `keys` are the entities and nouns that it is about."""

    question: str
    kind: QuestionKind
    lemma: str
    keys: frozenset[str]
    end: int


def answers(
    parse: Parse,
    sought: Mapping[str, Sequence[Sought]],
    key: Callable[[int], str | None],
    person: Callable[[int], str | None],
) -> Iterator[tuple[Sought, int, Span]]:
    """The questions that a passage answers, the verb of each answer and its words.

    `sought` has the open questions by the lemma of their verb; `key` says what a word stands for, `person` whom.
    """
    for place in parse:
        for one in sought.get(parse.lemma(place), ()):
            if parse.pos(place) == "VERB" and parse.span(place).start >= one.end and _is_stated(parse, place):
                filled = _filled(parse, place, one, key, person)
                if filled is not None:
                    yield one, place, filled


def _is_stated(parse: Parse, verb: int) -> bool:
    asks = any(parse.word(one) in KINDS for one in parse.subtree(verb) if one < verb and parse.head(one) == verb)
    cleft = parse.relation(verb) == "acl"
    return (not asks or cleft) and not parse.is_denied(verb) and not parse.is_supposed(verb)


def _filled(
    parse: Parse, verb: int, sought: Sought, key: Callable[[int], str | None], person: Callable[[int], str | None]
) -> Span | None:
    """The words of the answer; `None` if something of the question is missing in it, or its gap is not filled."""
    clause = parse.subtree(verb)
    parts = {key(one) for one in clause if parse.relation(one) in ("nsubj", "obj", "iobj", "obl", "nmod")}
    if not sought.keys or not sought.keys <= parts:
        return None
    match sought.kind:
        case "who":
            doer = _doer(parse, verb)
            if doer is None or person(doer) is None or key(doer) in sought.keys:
                return None
            return parse.span(min(doer, clause.start), clause.stop - 1)
        case "where":
            there = [
                one for one in parse.below(verb, "obl") if parse.below(one, "case") and key(one) not in sought.keys
            ]
        case "why":
            there = [
                one for one in parse.below(verb, "advcl") if "because" in map(parse.word, parse.below(one, "mark"))
            ]
        case _:
            there = []
    return parse.span(clause.start, clause.stop - 1) if there else None


def _doer(parse: Parse, verb: int) -> int | None:
    """Who did it: the subject, or the one of whom "it was Ada who did it" says so."""
    subject = subject_of(parse, verb)
    if subject is None or parse.word(subject) not in ("who", "that"):
        return subject
    head = parse.head(verb)
    is_cleft = head is not None and "it" in map(parse.word, parse.below(head, "nsubj")) and parse.below(head, "cop")
    return head if is_cleft else None
