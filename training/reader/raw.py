"""Grammar from raw text: words, sentences, parts of speech and dependencies, as CoNLL 2018 counted them.

Words are compared by the characters they hold, white space left out; a word that was cut otherwise is wrong in
everything (Zeman et al. 2018). The words of a contraction share its characters out in their order.
"""

import gzip
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.reader.annotated import Annotated
from training.reader.measures import F1
from training.reader.words import sentence_ends, spans

Place = tuple[int, int]
"""Start and end in the characters of a text that are not white space."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What stands at each place: part of speech, the governor's place (its own for a root), relation; and sentences."""

    words: dict[Place, tuple[str, Place, str]]
    sentences: frozenset[Place]


def documents(path: Path) -> Iterator[tuple[list[str], Parsed]]:
    """The paragraphs of each text of a CoNLL-U file, with what they hold."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and block:
                yield _document(block)
                block = []
            block.append(line.rstrip("\n"))
        yield _document(block)


def _document(lines: Iterable[str]) -> tuple[list[str], Parsed]:
    paragraphs, words, ends = [""], list[list[str]](), set[Place]()
    places, done, begun, until = list[Place](), 0, 0, 0
    for line in [*lines, ""]:
        if line.startswith("# newpar"):
            paragraphs.append("")
        columns = line.split("\t")
        if not line and begun < len(places):
            ends.add((places[begun][0], places[-1][1]))
            begun = len(places)
        if len(columns) < 10 or "." in columns[0]:
            continue
        first, _, last = columns[0].partition("-")
        if last or int(first) > until:
            paragraphs[-1] += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
        if last:
            until = int(last)
            continue
        until = 0 if int(first) >= until else until
        size = len("".join(columns[1].split()))
        places.append((done, done + size))
        words.append([*columns[:8], str(begun)])
        done += size
    found = {}
    for place, word in zip(places, words, strict=True):
        governor = places[int(word[8]) + int(word[6]) - 1] if int(word[6]) else place
        found[place] = (word[3], governor, word[7].split(":")[0])
    return [text for text in paragraphs if text.strip()], Parsed(found, frozenset(ends))


def cut(paragraphs: list[str]) -> tuple[Annotated, list[Place]]:
    """The words and sentences of paragraphs as fabula finds them, and where they stand."""
    words, places, ends, before = list[str](), list[Place](), list[int](), 0
    for text in paragraphs:
        stops = sentence_ends(text)
        blank = [0]
        for character in text:
            blank.append(blank[-1] + character.isspace())
        for start, end in spans(text):
            if stops and start >= stops[0]:
                stops = [stop for stop in stops if stop > start]
                ends.append(len(words))
            words.append(text[start:end])
            places.append((before + start - blank[start], before + end - blank[end]))
        ends.append(len(words))
        before += len(text) - blank[-1]
    kept = tuple(sorted({end for end in ends if end}))
    return Annotated(id="", words=tuple(words), sentences=kept), places


def parsed(text: Annotated, places: list[Place]) -> Parsed:
    """What was read, by place."""
    heads = text.heads or tuple(range(len(text.words)))
    return Parsed(
        {
            place: (upos, places[head], relation.split(":")[0])
            for place, upos, head, relation in zip(places, text.tags["upos"], heads, text.tags["relation"], strict=True)
        },
        frozenset((places[start][0], places[end - 1][1]) for start, end in text.bounds()),
    )


def raw_scores(path: Path, read: Callable[[Annotated], Annotated]) -> dict[str, float]:
    """F1 of words, sentences, parts of speech, governors, and governors with relations, in per cent."""
    sums: dict[str, F1] = {}
    for paragraphs, wanted in documents(path):
        text, places = cut(paragraphs)
        for name, value in agreement(wanted, parsed(read(text), places)).items():
            sums[name] = sums.get(name, F1()) + value
    return {f"raw {name}": round(100 * value.value, 2) for name, value in sums.items()}


def agreement(wanted: Parsed, found: Parsed) -> dict[str, F1]:
    """Two readings of the same characters."""
    return {
        "words": F1.of(wanted.words.keys(), found.words.keys()),
        "sentences": F1.of(wanted.sentences, found.sentences),
        "upos": _agreement(wanted, found, lambda word: word[:1]),
        "uas": _agreement(wanted, found, lambda word: word[1:2]),
        "las": _agreement(wanted, found, lambda word: word[1:]),
    }


def _agreement(wanted: Parsed, found: Parsed, part: Callable[[tuple[str, Place, str]], tuple[object, ...]]) -> F1:
    return F1.of(
        {(place, *part(word)) for place, word in wanted.words.items()},
        {(place, *part(word)) for place, word in found.words.items()},
    )
