"""Which pronouns follow a name in the narration: evidence of referential gender."""

from collections.abc import Iterator

from fabula.annotators import lexicon
from fabula.annotators.naming.name import Name
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import Words

WEIGHTS = {
    "he": ("he", 1.0),
    "himself": ("he", 1.0),
    "his": ("he", 0.6),
    "him": ("he", 0.4),
    "she": ("she", 1.0),
    "herself": ("she", 1.0),
    "her": ("she", 0.5),
}
SUFFIXES = {"kun": "he", "bey": "he", "effendi": "he", "bhai": "he", "abla": "she", "didi": "she", "hanim": "she"}
"""Marks of respect or affection behind a name that are given to men, or to women, nearly always."""

DOUBTFUL = 0.25
"""What a pronoun still weighs that stood in the paragraph before the name did."""
CLAUSE = 7
"""Words within which an object stands behind the subject of its clause."""
JOINING = frozenset("and but or that who whom which when as if while than before after".split())
"""Words behind which another clause begins."""


def suffix_votes(words: Words, bearers: dict[int, str]) -> Iterator[tuple[str, str, float, int]]:
    """Entity, pronoun set, weight and word index of each name with a suffix that says the gender: "Sora-kun"."""
    for i, entity in bearers.items():
        if pronouns := SUFFIXES.get(words.lower[i].rpartition("-")[2] if "-" in words.lower[i] else ""):
            yield entity, pronouns, 1.0, i


def pronoun_votes(words: Words, bearers: dict[int, str]) -> Iterator[tuple[str, str, float, int]]:
    """Entity, pronoun set, weight and word index of each pronoun that can mean only one named person.

    `bearers` maps the last word of each name to its entity. A pronoun counts if just one person has been named in
    its paragraph's narration since the sentence before; not "her" in "Ned stared at her", nor a "she" behind it. It
    counts less where it stood in the paragraph before the name did: "He saw Rachel, but he said nothing".
    """
    named: list[tuple[int, str]] = []
    others: set[tuple[int, str]] = set()
    used: dict[str, int] = {}
    since: dict[str, int] = {}
    sentence = paragraph = 0
    for i, word in enumerate(words.lower):
        if words.paragraph[i] != paragraph:
            paragraph, named, sentence = words.paragraph[i], [], sentence + 1
            used, since = {}, {}
        if words.quoted[i] >= 0:
            continue
        if words.initial[i]:
            sentence += 1
        if i in bearers:
            named.append((sentence, bearers[i]))
            since.setdefault(bearers[i], i)
        elif word in WEIGHTS:
            pronouns, weight = WEIGHTS[word]
            begun = used.setdefault(pronouns, i)
            near = {entity for number, entity in named if number >= sentence - 1}
            if len(near) == 1:
                entity = near.pop()
                if named[-1][0] == sentence and _is_object(words, i, bearers):
                    others.add((sentence, pronouns))
                if (sentence, pronouns) not in others:
                    yield entity, pronouns, weight if begun > since[entity] else DOUBTFUL * weight, i


def _is_object(words: Words, i: int, bearers: dict[int, str]) -> bool:
    """Whether "him" or "her" is an object in the clause of the name before it, and so somebody else's."""
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    if words.lower[i] not in ("him", "her") or (words.lower[i] == "her" and not _ends(after)):
        return False
    for k in range(i - 1, max(i - CLAUSE, -1), -1):
        if k in bearers:
            return is_verb(words.lower[k + 1])
        if not words.lower[k][0].isalpha() or words.lower[k] in JOINING:
            return False
    return False


def _ends(after: str) -> bool:
    """Whether no noun follows a "her" before this word."""
    return not after[:1].isalpha() or after in lexicon.function_words()


def first_acts(words: Words, names: list[Name]) -> Iterator[Name]:
    """Names that are the subject of a verb in the narration."""
    for name in names:
        j = name.last + 1
        if name.first >= 0 and words.quoted[name.first] < 0 and j < len(words) and is_verb(words.lower[j]):
            yield name
