"""The base form of a word: of an inflected one by lists and endings, of any other by the edit that the model chose.

The endings are taken off as in WordNet's Morphy, and count where a word of the language is left; the model's edits
alone make words that nobody has heard of (*taugh* of *taught*).
"""

from collections.abc import Mapping
from functools import lru_cache

from fabula.annotators import lexicon
from fabula.inference.edits import apply

INFLECTED: Mapping[str, frozenset[str]] = {
    "NOUN": frozenset({"NNS"}),
    "VERB": frozenset({"VBD", "VBG", "VBN", "VBZ"}),
    "ADJ": frozenset({"JJR", "JJS"}),
    "ADV": frozenset({"RBR", "RBS"}),
}
"""The Penn tags of inflected words, by part of speech."""
_DEGREES = (("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e"))
ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "NOUN": (("ies", "y"), ("men", "man"), ("s", ""), ("es", ""), ("ves", "f")),
    "VERB": (
        *(("ies", "y"), ("s", ""), ("es", "")),
        *(("ied", "y"), ("ed", "e"), ("ing", "e"), ("ed", ""), ("ing", "")),
    ),
    "ADJ": _DEGREES,
    "ADV": _DEGREES,
}
"""What to take off and what to put there, the likeliest first."""
SHORTEST = 2
"""Letters that are left of a word at least."""


@lru_cache(50_000)
def lemma(change: str, word: str, pos: str, penn: str) -> str:
    """The base form of a word, from the model's edit, part of speech and Penn tag."""
    made, form = apply(change, word), word.lower()
    if penn not in INFLECTED.get(pos, ()):
        return made
    unmarked = not form.endswith(tuple(ending for ending, _ in ENDINGS[pos]))
    return irregular(form, pos) or regular(form, pos) or (form if unmarked and _strange(made) else made)


def irregular(form: str, pos: str) -> str | None:
    """The base of an irregular form in lower case; `None` if it is not known as one."""
    return lexicon.irregular_forms().get(f"{form} {pos.lower()}") or (
        lexicon.irregular_past().get(form) if pos == "VERB" else None
    )


def regular(form: str, pos: str) -> str | None:
    """What is left of a form in lower case without its ending, if that is a word: *hoped*, *parties*, *stopping*."""
    for ending, put in ENDINGS[pos]:
        if not form.endswith(ending) or len(form) < len(ending) + SHORTEST:
            continue
        stem = form.removesuffix(ending)
        if not _strange(stem + put):
            return stem + put
        if not put and stem[-1] == stem[-2] and not _strange(stem[:-1]):
            return stem[:-1]
    return None


def _strange(word: str) -> bool:
    return word not in lexicon.common_words()
