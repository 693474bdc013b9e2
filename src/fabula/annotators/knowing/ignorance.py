"""Clauses that say what somebody does not know: wondered about, sought, or known to nobody."""

from fabula.annotators.knowing.facts import MODALS, is_identity, subject_of
from fabula.annotators.parse import Parse

IGNORING = frozenset("know imagine guess conceive understand discover learn find ascertain".split())
"""Verbs that say, where they are denied, that somebody does not know."""
SAYING = frozenset("think say tell make".split())
"""Verbs that do so where they are denied to be possible: "could not say"."""
SEEKING = frozenset(
    "want wish like long try seek hope attempt desire anxious curious eager determine resolve able unable".split()
)
"""Words for somebody who is after what they do not know yet, or not able to know it."""
MYSTERIES = frozenset("mystery puzzle riddle enigma unknown inexplicable unaccountable".split())
"""What nobody knows is called so."""
NOTIONS = frozenset("idea notion clue conception knowledge".split())
SELVES = frozenset("himself herself themselves myself ourselves".split())
BETWEEN = frozenset("out just exactly even at all of as to not".split()) | SELVES
"""Words that may stand between such a verb and the question word."""
ANYBODY = frozenset("you one it which that who".split())
NOT_NOW = frozenset("not n't n’t".split())
NEVER = NOT_NOW | frozenset("never nor".split())
ABLE = frozenset("can could ca".split())
WISHING = frozenset("would should 'd ’d".split())


def in_mind(parse: Parse, place: int, verb: int) -> tuple[range, int | None] | None:
    """The words of a clause that somebody does not know the answer to, with the verb that says so, and who it is.

    `place` is the question word, `verb` its clause's. Who it is is `None` where nobody knows.
    """
    if (nobody := _known_to_nobody(parse, place, verb)) is not None:
        return nobody, None
    knows = parse.head(verb)
    if knows is None or parse.is_asked(knows):
        return None
    if (mystery := _mystery(parse, verb, knows)) is not None:
        return mystery, None
    if parse.relation(verb) not in ("ccomp", "advcl", "xcomp", "acl") or parse.word(place + 1) == ",":
        return None
    if knows >= place or not all(parse.word(one) in BETWEEN for one in range(knows + 1, place)):
        return None
    seeks = _seeks(parse, knows)
    bearer = (parse.head(knows) if parse.lemma(knows) in NOTIONS else seeks) or knows
    subject = subject_of(parse, bearer)
    if subject is None or subject > place:
        return None
    helpers = {parse.word(one) for one in parse.below(bearer, "aux", "mark")}
    if "if" in helpers or helpers & MODALS - ABLE - (WISHING if seeks is not None else frozenset()):
        return None
    words = range(min(parse.subtree(subject).start, bearer), parse.subtree(verb).stop)
    if seeks is not None and parse.lemma(seeks) == "want" and parse.word(subject) not in ("i", "we"):
        return None  # "She wanted to know why" tells that she asked.
    if _is_nobody(parse, subject):
        if any(parse.word(one) == "except" for one in words):
            return None
        says = parse.lemma(knows) in SAYING and any(parse.lemma(one) in ABLE for one in parse.below(bearer, "aux"))
        return (words, None) if says or parse.lemma(knows) in IGNORING else None
    if parse.word(subject) == "it" and parse.full_relation(subject) == "nsubj:pass":
        denied = any(parse.word(one) in NEVER for one in parse.below(bearer, "advmod"))
        return (words, None) if denied and parse.lemma(knows) in IGNORING else None
    if parse.lemma(knows) in SAYING and parse.word(place) == "how":
        return None
    if parse.word(subject) in ANYBODY or not _does_not_know(parse, knows, bearer, helpers):
        return None
    if is_identity(parse, place, verb) and seeks is None and parse.word(subject) not in ("i", "we"):
        return None  # The reader most often knows whom somebody does not recognise.
    return words, subject


def _known_to_nobody(parse: Parse, place: int, verb: int) -> range | None:
    """A clause with what is said of it behind it: "who had sent it, nobody knew"."""
    behind = [one for one in (parse.head(verb), *parse.below(verb, "parataxis")) if one is not None and one > verb]
    for knows in behind:
        subject = subject_of(parse, knows)
        if subject is not None and place < subject and _is_nobody(parse, subject) and parse.lemma(knows) in IGNORING:
            return range(place, knows + 1)
    return None


def _mystery(parse: Parse, verb: int, knows: int) -> range | None:
    """A clause with the word that calls what it asks for a mystery; `verb` is its verb, `knows` what that hangs on."""
    denied = any(parse.word(one) in NEVER | {"no"} for one in parse.below(knows, "advmod", "det"))
    if parse.lemma(knows) not in MYSTERIES or denied or parse.full_relation(verb) == "acl:relcl":
        return None
    clause = parse.subtree(verb)
    return None if parse.is_supposed(knows) else range(min(knows, clause.start), max(knows + 1, clause.stop))


def _is_nobody(parse: Parse, subject: int) -> bool:
    return parse.word(subject) in ("nobody", "none") or _has_no(parse, subject)


def _does_not_know(parse: Parse, knows: int, bearer: int, helpers: set[str]) -> bool:
    """Whether a verb or noun of knowing, and what it hangs on, say that somebody does not know."""
    lemma, denied = parse.lemma(knows), NOT_NOW if bearer == knows else NEVER
    is_denied = any(parse.word(one) in denied for one in (*parse.below(bearer, "advmod"), knows + 1))  # "knew not why"
    if lemma in NOTIONS:
        return parse.lemma(bearer) == "have" and _has_no(parse, knows)
    if bearer != knows:
        return lemma in IGNORING and is_denied == (parse.lemma(bearer) == "able")
    if lemma == "wonder":
        return not is_denied
    if lemma == "ask":
        return any(parse.word(one) in SELVES for one in parse.below(knows, "obj", "iobj"))
    return is_denied and (lemma in IGNORING or (lemma in SAYING and bool(helpers & ABLE)))


def _seeks(parse: Parse, knows: int) -> int | None:
    """The word for somebody who wants to know, or is not able to: "has not been able to discover"."""
    head = parse.head(knows)
    to = any(parse.word(one) == "to" for one in parse.below(knows, "mark"))
    return head if to and head is not None and parse.lemma(head) in SEEKING else None


def _has_no(parse: Parse, noun: int) -> bool:
    return any(parse.word(one) == "no" for one in parse.below(noun, "det"))
