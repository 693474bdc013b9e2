"""Words with hyphens as English Web Treebank cuts them: *well-known* is three words, *e-mail* is one.

fabula keeps such a word whole, as LitBank does, and reads it as one. So the last part has what was read of the whole;
what the parts before it are is said by rule, as most are in the treebank's training part.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fabula.exports.conllu.word import Word

HYPHEN = re.compile("([-‑])")
PREFIXES = frozenset(
    "anti arch auto bi co counter e ex intra macro mega micro mid mini multi neo non over post pre pro proto pseudo "
    "psycho re semi socio sub super ultra un".split()
)
"""A word that begins with one of these is not cut."""
ADVERBS = frozenset("all ever ill less long most much near never now once so still then too well".split())
PHONE = re.compile(r"\d{3}-\d{4}|\d+(?:-\d+){2,}")
PENN = {"ADV": "RB", "NUM": "CD", "PROPN": "NNP", "NOUN": "NN"}
"""Penn tags of the parts."""


def cut(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence, those with hyphens cut; governors are places among the new words."""
    parts = [_parts(word) for word in words]
    first = [0]
    for of_one in parts:
        first.append(first[-1] + len(of_one))
    stands_for = [
        start + next(place for place, part in enumerate(of_one) if part.head == place)
        for start, of_one in zip(first, parts, strict=False)
    ]
    out = []
    for index, (word, of_one) in enumerate(zip(words, parts, strict=True)):
        for place, part in enumerate(of_one):
            head = stands_for[word.head] if part.head == place else first[index] + part.head
            out.append(replace(part, head=head))
    return out


def _parts(word: Word) -> list[Word]:
    """The parts, whose governors are places among them; the one that governs itself stands for the word."""
    forms = HYPHEN.split(word.form)
    if len(forms) < 3 or not _is_cut(word.form, forms):
        return [replace(word, head=0)]
    leads = word.pos == "PROPN" or all(form[0].isdigit() for form in forms[::2])
    main = 0 if leads else len(forms) - 1
    lemmas = HYPHEN.split(word.lemma)
    out = []
    for place, form in enumerate(forms):
        part = replace(word, form=form, space_after=word.space_after and place == len(forms) - 1)
        if len(lemmas) == len(forms):
            part = replace(part, lemma=lemmas[place])
        elif place % 2 or place != main:
            part = replace(part, lemma=form)
        if place == main:
            out.append(replace(part, head=main))
        elif place % 2:
            to = place + 1 if leads and word.pos == "NUM" else place - 1
            pos, relation = ("SYM", "case") if to > place else ("PUNCT", "punct")
            out.append(replace(part, pos=pos, penn=_penn(word, "HYPH"), features="", head=to, relation=relation))
        else:
            pos, relation = _role(form, word, leads)
            features = word.features if pos == word.pos else ""
            penn = word.penn if pos == word.pos else _penn(word, PENN[pos])
            out.append(replace(part, pos=pos, penn=penn, features=features, head=main, relation=relation))
    return out


def _is_cut(whole: str, forms: Sequence[str]) -> bool:
    if PHONE.fullmatch(whole) or not all(form and form[0].isalnum() for form in forms[::2]):
        return False
    stammered = len(forms[0]) == 1 and forms[0].lower() == forms[2][0].lower()
    return forms[0].lower() not in PREFIXES and not stammered


def _role(form: str, word: Word, leads: bool) -> tuple[str, str]:
    """Part of speech and relation of a part that does not stand for the whole."""
    if leads:
        return (word.pos, "flat") if word.pos == "PROPN" else ("NUM", "nmod")
    if form[0].isdigit():
        return "NUM", "nummod"
    if word.pos == "NUM":
        return "NUM", "compound"
    if form.lower() in ADVERBS or (form.endswith("ly") and word.pos in ("ADJ", "VERB")):
        return "ADV", "advmod"
    return "PROPN" if form[0].isupper() else "NOUN", "compound"


def _penn(word: Word, tag: str) -> str:
    return tag if word.penn else ""
