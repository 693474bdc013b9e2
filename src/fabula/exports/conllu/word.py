"""A word of a sentence in CoNLL-U, and what makes a sentence's governors a tree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

UNREAD = "X"
"""The part of speech of a word that was not read."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `head` is its governor's place in the sentence, its own for a root. "" stands for nothing."""

    form: str
    lemma: str
    pos: str
    penn: str
    features: str
    head: int
    relation: str
    space_after: bool


def rooted(words: Sequence[Word]) -> list[Word]:
    """The same words under one root, the first.

    A long sentence is read in pieces, which have a root each, and one in another language is not read at all: the
    further roots hang from the first as `parataxis`, words that were not read as `dep`.
    """
    roots = [place for place, word in enumerate(words) if word.head == place]
    read = [place for place in roots if words[place].pos != UNREAD]
    root = (read or roots)[0]
    out = []
    for place, word in enumerate(words):
        if place == root:
            out.append(replace(word, relation="root"))
        elif word.head == place:
            out.append(replace(word, head=root, relation="dep" if word.pos == UNREAD else "parataxis"))
        else:
            out.append(word if word.relation not in ("", "root") else replace(word, relation="dep"))
    return out
