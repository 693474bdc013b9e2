"""Grammar from raw text: words, sentences, parts of speech and dependencies, as CoNLL 2018 counted them.

Words are compared by the characters they hold, white space left out; a word that was cut otherwise is wrong in
everything. Relations are compared without their subtypes (Zeman et al. 2018).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fabula.scoring.measures import Agreement, Measure

Place = tuple[int, int]
"""Start and end in the characters of a text that are not white space."""
Word = tuple[str, Place, str]
"""Part of speech, the governor's place (its own for a root), and relation."""
COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text's characters without white space, its words by their places, and the places of its sentences."""

    characters: str
    words: dict[Place, Word]
    sentences: frozenset[Place]


def parsed(lines: Iterable[str]) -> Parsed:
    """What lines of CoNLL-U say. Words of a contraction share its characters out in their order."""
    rows = list[list[str]]()
    places, sentences, done, begun = list[Place](), set[Place](), 0, list[int]()
    opened = 0
    for line in [*lines, ""]:
        columns = line.rstrip("\n").split("\t")
        if not columns[0] and opened < len(places):
            sentences.add((places[opened][0], places[-1][1]))
            opened = len(places)
        if len(columns) == COLUMNS and columns[0].isdigit():
            size = len("".join(columns[1].split()))
            places.append((done, done + size))
            begun.append(opened)
            rows.append(columns)
            done += size
    words = dict[Place, Word]()
    for place, row, start in zip(places, rows, begun, strict=True):
        governor = places[start + int(row[6]) - 1] if row[6] != "0" else place
        words[place] = (row[3], governor, row[7].split(":")[0])
    characters = "".join("".join(row[1].split()) for row in rows)
    return Parsed(characters, words, frozenset(sentences))


def score_grammar(reference: Iterable[str], predicted: Iterable[str]) -> dict[str, Measure]:
    """The agreement of two readings of one text in lines of CoNLL-U. `ValueError` if the texts differ."""
    wanted, found = parsed(reference), parsed(predicted)
    if wanted.characters != found.characters:
        raise ValueError("The two readings hold different texts. Read the text of the reference unchanged.")
    return {
        "words": Agreement.of_sets(wanted.words.keys(), found.words.keys()),
        "sentences": Agreement.of_sets(wanted.sentences, found.sentences),
        "UPOS": _agreement(wanted, found, lambda word: word[:1]),
        "UAS": _agreement(wanted, found, lambda word: word[1:2]),
        "LAS": _agreement(wanted, found, lambda word: word[1:]),
    }


def _agreement(wanted: Parsed, found: Parsed, part: Callable[[Word], tuple[object, ...]]) -> Agreement:
    return Agreement.of_sets(
        {(place, *part(word)) for place, word in wanted.words.items()},
        {(place, *part(word)) for place, word in found.words.items()},
    )
