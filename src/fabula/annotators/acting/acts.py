"""Who does what to whom in a clause, by the grammar alone."""

from collections.abc import Iterator
from typing import NamedTuple

from fabula.annotators.parse import Parse

SIDE = frozenset(("conj", "xcomp"))
"""Relations of a verb that shares the subject of the one above it."""
NEAR = 3
"""Words before a "who" among which is the word for whom it means."""
TOWARDS = frozenset("after against at for on to toward towards upon with".split())
"""Prepositions that lead from a deed to whom it is done to: "looked at Ada"."""

AFTER = frozenset("call chase come cry follow gaze go hasten hurry look run rush send shout stare start walk".split())
"""Verbs of what is done to somebody by being done after them; "graduated after Ada" says when."""
SEEMING = frozenset("appear look occur seem sound".split())
"""Verbs that with "to" tell how something is taken: "he looked to me the sort of man"."""


class Act(NamedTuple):
    """A find: the place of the verb and of what belongs to it, and the words for who does it and to whom.

    `beside` is the particle, or the preposition that leads to the patients; `None` if there is neither.
    """

    verb: int
    beside: int | None
    agents: tuple[int, ...]
    patients: tuple[int, ...]


def act(parse: Parse, verb: int) -> Act:
    """The act that a verb tells."""
    agents, undergo = _agents(parse, verb), [] if _is_impression(parse, verb) else _patients(parse, verb)
    particle = next((one for one in parse.below(verb) if is_particle(parse, one)), None)
    if undergo or particle is not None:
        return Act(verb, particle, tuple(agents), tuple(undergo))
    for one in parse.below(verb, "obl"):
        lead = [case for case in parse.below(one, "case") if _leads(parse.lemma(verb), parse.word(case))]
        if len(lead) == 1 and one in parse.mentions:
            return Act(verb, lead[0], tuple(agents), tuple(_joined(parse, one)))
    return Act(verb, None, tuple(agents), ())


def _leads(verb: str, preposition: str) -> bool:
    """Whether a preposition leads from the deed to whom it is done to."""
    if preposition == "after":
        return verb in AFTER
    return preposition in TOWARDS and not (preposition == "to" and verb in SEEMING)


def _is_impression(parse: Parse, verb: int) -> bool:
    """Whether nothing is done to the object: "he struck me as shy", and whatever is said."""
    signs = [parse.word(case) for one in parse.below(verb, "obl") for case in parse.below(one, "case")]
    return parse.lemma(verb) == "say" or (parse.lemma(verb) == "strike" and "as" in signs)


def sharing(parse: Parse, verb: int) -> Iterator[int]:
    """A verb and those above it whose subject it shares."""
    seen = set[int]()
    here: int | None = verb
    while here is not None and here not in seen:
        yield here
        seen.add(here)
        here = parse.head(here) if parse.relation(here) in SIDE else None


def is_particle(parse: Parse, place: int) -> bool:
    """Whether a word belongs to its verb: "stood up"."""
    is_preposition_alone = parse.relation(place) == "advmod" and parse.pos(place) == "ADP"
    return parse.full_relation(place) == "compound:prt" or is_preposition_alone


def _agents(parse: Parse, verb: int) -> list[int]:
    """The subject, that of a verb above whose subject it shares, or whoever a passive names with "by"."""
    for one in sharing(parse, verb):
        if _is_passive(parse, one):
            if one != verb:
                return []
            by = [part for part in parse.below(verb, "obl") if parse.full_relation(part) == "obl:agent"]
            return [word for part in by for word in _joined(parse, part)]
        if found := parse.below(one, "nsubj"):
            return [word for part in found for word in _joined(parse, _meant(parse, part))]
    return []


def _patients(parse: Parse, verb: int) -> list[int]:
    """The subject of a passive; else the objects, first to whom and then what."""
    found: list[int] = []
    if _is_passive(parse, verb):
        found = [_meant(parse, one) for one in parse.below(verb, "nsubj")]
    found += parse.below(verb, "iobj", "obj")
    return [word for one in found for word in _joined(parse, one)]


def _is_passive(parse: Parse, verb: int) -> bool:
    return any(parse.full_relation(one) in ("nsubj:pass", "aux:pass") for one in parse.below(verb, "nsubj", "aux"))


def _meant(parse: Parse, subject: int) -> int:
    """The word for somebody just before a "who", which means them; itself if it is none."""
    if parse.word(subject) != "who":
        return subject
    before = range(subject - 1, max(subject - NEAR, parse.first) - 1, -1)
    return next((one for one in before if one in parse.mentions), subject)


def _joined(parse: Parse, place: int) -> list[int]:
    """A noun and those joined to it with "and"."""
    return [place, *(one for one in parse.below(place, "conj") if parse.pos(one) in ("NOUN", "PROPN", "PRON"))]
