"""What a question asks for: a fact of the story, of somebody or something that can be told apart."""

from collections.abc import Iterator

from fabula.annotators.parse import Parse

TALKERS = frozenset("i you we ye thou one".split())
"""Those who talk, or anybody: what they do is no question of the story."""
DEFINITE = frozenset("the this that these those his her my their our its".split())
EMPTY = frozenset(
    "advantage age attraction business chance connexion connection difference fun good harm idea justice kind matter "
    "meaning name need news object objection odds opinion point possibility question reason rest sense shame sort "
    "theory thing time trouble truth use way wonder world word day night morning moment life people heaven".split()
)
"""Nouns that stand for no person, thing or place of the story."""
MODALS = frozenset("would should will shall must may might can could ought 'll ’ll 'd ’d wo ca used need dare".split())
DENIED = frozenset("not n't n’t nor never".split())
HAPPENING = frozenset("become befall happen".split())
MANAGED = frozenset("come get escape die know learn find reach leave lose obtain vanish disappear discover".split())
"""What one can have done without others knowing how."""


def subject_of(parse: Parse, verb: int) -> int | None:
    """The head of a verb's own subject."""
    return next(iter(parse.below(verb, "nsubj", "csubj")), None)


def is_past(parse: Parse, verb: int) -> bool:
    """Whether a clause is of what was or has been."""
    helpers = parse.below(verb, "aux", "cop")
    return any(parse.has(one, "Tense=Past") or parse.lemma(one) == "have" for one in (verb, *helpers))


def is_identity(parse: Parse, word: int, verb: int) -> bool:
    """Whether it asks who somebody is."""
    return parse.word(word) in ("who", "whom", "whose") and _is_copular(parse, word, verb)


def is_of_the_story(parse: Parse, word: int, verb: int, clause: range, *, outright: bool) -> bool:
    """Whether a question asks for a fact of the story, past or lasting, and not for an opinion or for what to do."""
    helpers = parse.below(verb, "aux", "cop")
    subject = subject_of(parse, verb)
    first = {parse.word(one) for one in clause if one <= max(verb, word + 3)}
    if (subject is not None and parse.word(subject) in TALKERS) or "you" in map(parse.word, clause):
        return False
    wonders_why = not outright and parse.word(word) == "why"
    if any(one != word for one in parse.below(verb, "mark")) or (first & DENIED and not wonders_why):
        return False
    if parse.word(word) == "who" and "who" in map(parse.word, clause[1:]):
        return False
    perfect = any(parse.word(one) in ("have", "'ve", "’ve") for one in helpers)
    guesses = perfect and bool(first & {"can", "could"})
    is_told = not first & MODALS or (wonders_why and "should" in first)
    if guesses and (not outright or parse.word(word) in ("who", "what", "where")):
        is_told = True
    return is_told and _has_happened(parse, word, verb, outright=outright, guesses=guesses)


def _has_happened(parse: Parse, word: int, verb: int, *, outright: bool, guesses: bool) -> bool:
    """Whether what is asked for is done, or is so for good."""
    past, subject = is_past(parse, verb), subject_of(parse, verb)
    perfect = any(parse.lemma(one) == "have" for one in parse.below(verb, "aux"))
    if not outright:
        match parse.word(word):
            case "what":
                return perfect or (past and parse.relation(word) == "nsubj" and parse.pos(verb) == "VERB")
            case "how" if guesses:
                return parse.pos(verb) == "VERB"
    match parse.word(word):
        case "what":
            return parse.lemma(verb) in HAPPENING and past
        case "whether" | "if":
            return perfect and subject is not None
        case "how":
            return past and parse.head(word) == verb and parse.lemma(verb) in MANAGED
        case "why":
            return (past or not outright) and subject is not None
        case "where":
            return past or _is_copular(parse, word, verb)
        case _:
            return past or (_is_copular(parse, word, verb) and subject is not None)


def _is_copular(parse: Parse, word: int, verb: int) -> bool:
    return verb == word or bool(parse.below(verb, "cop")) or parse.lemma(verb) == "be"


def names_itself(parse: Parse, word: int, verb: int) -> bool:
    """Whether it needs no more words to be a question of the story: "who did it", "what had happened"."""
    if parse.word(word) == "what":
        return parse.lemma(verb) in HAPPENING
    return parse.word(word) == "who" and parse.head(word) == verb and parse.relation(word) == "nsubj"


def topics(parse: Parse, clause: range) -> Iterator[int]:
    """The names, definite nouns and pronouns that say whom or what a question is about."""
    for one in clause:
        if parse.relation(one) in ("vocative", "discourse", "flat"):
            continue
        if parse.pos(one) == "PROPN" or (parse.word(one) in ("he", "she", "him", "her") and parse.pos(one) == "PRON"):
            yield one
        elif parse.pos(one) == "NOUN" and parse.lemma(one) not in EMPTY:
            owners = map(parse.word, parse.below(one, "det", "nmod"))
            yield from (one,) if DEFINITE.intersection(owners) else ()
