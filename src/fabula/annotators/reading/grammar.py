"""From the model's labels of words to the tags and numbers of tokens."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from fabula.annotators.reading.lemmas import lemma
from fabula.annotators.reading.stretches import Stretch
from fabula.document import Draft
from fabula.layers import NUMBERS, TAGS

if TYPE_CHECKING:
    from fabula.inference.reading import Reading

FEATURES = ("Mood", "Number", "Person", "Tense", "VerbForm")
"""The universal features that the model tells, in the order in which they are written."""
ABSENT, OUTSIDE = "_", "O"
"""What the model calls no such feature, and no sense."""
AFFECT = ("valence", "arousal", "dominance")


def add_nothing(draft: Draft) -> None:
    """Empty tags and numbers for all tokens and sentences that have none yet: what was not read."""
    for name, over in TAGS.items():
        tags, columns = draft.tags[name], draft.sentences if over == "sentences" else draft.tokens
        tags.extend([""] * (len(columns) - len(tags)))
    for name, over in NUMBERS.items():
        numbers, columns = draft.numbers[name], draft.sentences if over == "sentences" else draft.tokens
        missing = range(len(numbers), len(columns))
        numbers.extend(missing if name == "head" else [0] * len(missing))


def add_grammar(draft: Draft, found: Sequence[Stretch], reading: "Reading") -> None:
    """The tags and numbers of tokens and sentences behind those that have some, from their reading.

    Where a sentence was read in several stretches, the later roots hang on the first, as `parataxis`; its affect is
    the mean of theirs.
    """
    first, last = len(draft.tags["pos"]), len(draft.tokens)
    places = [place - first for stretch in found for place in range(stretch.start, stretch.end)]
    heads, relations = _tree(found, reading)
    parts = reading.tags["upos"]
    penn = reading.tags.get("xpos") or [""] * len(parts)
    said = {
        "pos": parts,
        "penn": penn,
        "features": _features(reading),
        "lemma": list(map(lemma, reading.tags["lemma"], _words(draft, found), parts, penn)),
        "relation": relations,
        "supersense": ["" if sense == OUTSIDE else sense for sense in reading.tags["supersense"]],
    }
    for name, labels in said.items():
        column = [""] * (last - first)
        for place, label in zip(places, labels, strict=False):
            column[place] = label
        draft.tags[name].extend(column)
    governors = list(range(first, last))
    for place, head in zip(places, heads, strict=True):
        governors[place] = head
    draft.numbers["head"].extend(governors)
    _add_affect(draft, found, reading)


def _words(draft: Draft, found: Sequence[Stretch]) -> list[str]:
    tokens, text = draft.tokens, draft.text
    return [text[tokens.starts[i] : tokens.ends[i]] for stretch in found for i in range(stretch.start, stretch.end)]


def _features(reading: "Reading") -> list[str]:
    """`Mood=Ind|Tense=Past` for each word."""

    @lru_cache(1000)
    def written(values: tuple[str, ...]) -> str:
        return "|".join(f"{name}={value}" for name, value in zip(FEATURES, values, strict=True) if value != ABSENT)

    return [written(values) for values in zip(*(reading.tags[name] for name in FEATURES), strict=True)]


def _tree(found: Sequence[Stretch], reading: "Reading") -> tuple[list[int], list[str]]:
    """The governor of each word read, as a token's place, and its relation; a sentence has one root."""
    heads: list[int] = []
    relations = list(reading.tags["relation"])
    roots: dict[int, int] = {}
    for stretch in found:
        begun = len(heads)
        for word in range(begun, begun + stretch.end - stretch.start):
            head = stretch.start + reading.heads[word] - begun
            if reading.heads[word] == word:
                head = roots.setdefault(stretch.sentence, head)
                relations[word] = "root" if reading.heads[word] - begun + stretch.start == head else "parataxis"
            elif relations[word] == "root":
                relations[word] = "dep"
            heads.append(head)
    return heads, relations


def _add_affect(draft: Draft, found: Sequence[Stretch], reading: "Reading") -> None:
    first, last = len(draft.numbers["valence"]), len(draft.sentences)
    said: dict[int, list[tuple[int, ...]]] = {}
    for stretch, numbers in zip(found, reading.affect, strict=True):
        said.setdefault(stretch.sentence, []).append(numbers)
    for part, name in enumerate(AFFECT):
        column = [0] * (last - first)
        for sentence, several in said.items():
            column[sentence - first] = round(sum(numbers[part] for numbers in several) / len(several))
        draft.numbers[name].extend(column)
