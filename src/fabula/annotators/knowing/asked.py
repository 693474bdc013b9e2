"""The questions that a reader may carry along, by their form: asked outright, or in somebody's mind."""

from collections.abc import Iterator
from dataclasses import dataclass

from fabula.annotators.knowing.facts import MODALS, is_of_the_story, is_past, names_itself, topics
from fabula.annotators.knowing.ignorance import in_mind
from fabula.annotators.parse import Parse
from fabula.layers.question import QuestionKind

KINDS: dict[str, QuestionKind] = {
    "who": "who",
    "whom": "who",
    "whose": "who",
    "what": "what",
    "why": "why",
    "where": "where",
    "how": "how",
    "whether": "whether",
    "if": "whether",
}
OPENING = frozenset("and but then oh ah so yet".split())
"""Words that may stand before the question word."""
PERSONAL = frozenset("he she him her they them his their i me my we us our".split())
"""Who asks about these without a listener most often reproaches, and asks nothing."""
CLAUSES = frozenset("ccomp advcl acl conj parataxis csubj xcomp".split())


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by the places of its words: its question word, its verb or predicate, and all of them.

    `asker` is the word for the one who wonders or does not know; `None` where nobody knows, or where whoever says the
    words asks `outright`. `topics` are the words for whom or what it is about. `past` says that it asks for what was.
    """

    kind: QuestionKind
    word: int
    verb: int
    words: range
    outright: bool
    asker: int | None
    topics: tuple[int, ...]
    past: bool


def asked(parse: Parse) -> Iterator[Asked]:
    """The questions of a passage, in text order."""
    for place in parse:
        kind = KINDS.get(parse.word(place))
        if kind is None:
            continue
        verb, words = _verb_of(parse, place), _outright(parse, place) if kind != "whether" else None
        found = (words, None) if words is not None else in_mind(parse, place, verb)
        if found is None:
            continue
        clause = range(place, found[0].stop)
        about = tuple(topics(parse, clause))
        if is_of_the_story(parse, place, verb, clause, outright=words is not None) and (
            about or names_itself(parse, place, verb)
        ):
            yield Asked(kind, place, verb, found[0], words is not None, found[1], about, is_past(parse, verb))


def is_lament(parse: Parse, found: Asked) -> bool:
    """Whether a question of the narration, which nobody is asked, only laments or leads on.

    "Why had he been so blind?" "Where were the snows?" One that names nothing is answered by what comes next.
    """
    if not found.topics:
        return True
    if found.kind == "where":
        return found.verb == found.word or parse.lemma(found.verb) == "be"
    return any(parse.word(one) in PERSONAL for one in range(found.word, found.words.stop))


def _verb_of(parse: Parse, place: int) -> int:
    """The verb or predicate of the clause that a question word opens."""
    here, seen = place, {place}
    while (head := parse.head(here)) is not None and head not in seen and parse.relation(here) not in CLAUSES:
        here = head
        seen.add(here)
    return here


def _outright(parse: Parse, place: int) -> range | None:
    """The words of a question that opens with the question word, its mark the last of them; a cue may follow."""
    own = parse.quotations.get(place)
    said = [one for one in parse.places(parse.sentence(place)) if parse.quotations.get(one) == own]
    first = next((one for one in said if parse.word(one)[:1].isalpha() and parse.word(one) not in OPENING), None)
    mark = next((one for one in said if one > place and parse.word(one) == "?"), None)
    if first != place or mark is None:
        return None
    words = range(said[0], mark + 1)
    if parse.relation(place) == "nsubj" and parse.word(place) != "whose":
        spoken = set(map(parse.word, words))
        return words if not MODALS & spoken or "have" in spoken else None
    after = next((one for one in words if one > place and parse.pos(one) not in ("ADV", "PUNCT")), place)
    return words if parse.pos(after) == "AUX" or parse.lemma(after) == "come" else None
