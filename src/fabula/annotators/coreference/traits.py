"""What the words of a phrase say by themselves: gender, number, grammatical person, and what may be compared."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fabula.annotators import lexicon
from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.words import GENITIVE

KINDS = ("proper", "nominal", "pronominal")
TYPES = ("person", "facility", "settlement", "location", "organisation", "vehicle")
PRONOUNS = {
    "i": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours yourself yourselves thou thee thy thine thyself ye ya",
    "he": "he him his himself 'im",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves 'em",
    "who": "who whom whose that which",
    "here": "here there where",
    "one": "one one's oneself",
}
CLASS = {form: name for name, forms in PRONOUNS.items() for form in forms.split()}
CLASSES = (*PRONOUNS, "other")
GENDERS = {"he": "he", "she": "she", "it": "it", "they": "they", "we": "they"}
"""The pronoun set that a class of pronouns says of its referent."""
REFLEXIVE = frozenset("myself ourselves yourself yourselves himself herself itself themselves thyself".split())
POSSESSIVE = frozenset("my mine our ours your yours his her hers its our their theirs thy thine whose".split())
DETERMINERS = {
    word: sort
    for sort, words in {
        "the": "the",
        "a": "a an",
        "this": "this that these those",
        "my": "my your his her our their its thy",
        "some": "some any no every each all many one two three",
        "other": "another other",
    }.items()
    for word in words.split()
}
SORTS = ("the", "a", "this", "my", "some", "other", "")
RELATIONS = ("nsubj", "obj", "obl", "nmod", "appos", "conj", "vocative", "root", "compound", "iobj", "")
SKIPPED = frozenset(GENITIVE) | frozenset("of and in to who which".split()) | frozenset(",.'’\"-") | {"--"}
TIES = ("speaker", "addressee", "narrator", "cue", "rule")
OWN = len(KINDS) + len(TYPES) + len(CLASSES) + 2 + len(SORTS) + len(RELATIONS) + 3 + len(TIES) + 6


@dataclass(slots=True)
class Traits:
    """`gender` is the name of a pronoun set. `own` (OWN,) are the features of the phrase by itself.

    Phrases that are no pronouns are compared by `string`, `head` and `content`, the words that say something.
    """

    gender: str | None
    person: int
    string: str
    head: str
    content: tuple[str, ...]
    own: NDArray[np.float32]


def traits_of(phrase: Phrase, *, nested: bool) -> Traits:
    """`nested`: whether the phrase stands inside another."""
    words, expression = phrase.words, phrase.expression
    head = words[phrase.head - phrase.first]
    pronoun = expression.kind == "pronominal"
    shape = CLASS.get(words[0], CLASS.get(words[-1], "other")) if pronoun else "other"
    content = () if pronoun else _content(words) or (head,)
    plural = not pronoun and (head in lexicon.plural_person_nouns() or "and" in words)
    gender = GENDERS.get(shape) if pronoun else "they" if plural else _gender(phrase, head)
    own = np.zeros(OWN, np.float32)
    at = 0
    sort = "my" if len(words) > 1 and words[1] in GENITIVE else DETERMINERS.get(words[0], "")
    for names, name in (
        (KINDS, expression.kind),
        (TYPES, expression.type),
        (CLASSES, shape if pronoun else None),
        (SORTS, None if pronoun else sort),
        (RELATIONS, phrase.relation if phrase.relation in RELATIONS else ""),
        (("he", "she"), gender),
    ):
        if name in names:
            own[at + names.index(name)] = 1
        at += len(names)
    own[at : at + 3] = plural, pronoun and words[0] in REFLEXIVE, pronoun and words[0] in POSSESSIVE
    own[at + 3 : at + 3 + len(TIES)] = [tie in phrase.ties for tie in TIES]
    own[at + 3 + len(TIES) :] = (
        phrase.quotation is not None,
        "name" in phrase.ties,
        np.log(len(words)),
        phrase.capital,
        expression.confidence or 1.0,
        nested,
    )
    person = {"i": 1, "you": 2, "we": 4}.get(shape, 3)
    string = " ".join(words[1:] if words[0] in ("the", "a", "an") and len(words) > 1 else words)
    return Traits(gender, person, string, head, content, own)


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    bare = (word.rstrip(".") for word in words if word not in DETERMINERS and word not in SKIPPED)
    return tuple(dict.fromkeys(word for word in bare if word and word not in lexicon.titles()))


def _gender(phrase: Phrase, head: str) -> str | None:
    """What a title, a given name or the noun says; places and things are "it"."""
    if phrase.expression.type != "person":
        return "it"
    if phrase.expression.kind == "nominal":
        return lexicon.person_nouns().get(head)
    words = [word.rstrip(".") for word in phrase.words]
    titles, given = lexicon.titles(), lexicon.given_names()
    title = next((titles[word] for word in words if word in titles), None)
    return title or next((gender for word in words if (gender := given.get(word))), None)
