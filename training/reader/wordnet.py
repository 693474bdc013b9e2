"""Writes the classes of meaning that words can have, from the files of WordNet 3.0.

    python -m training.reader.wordnet FOLDER       FOLDER has data.noun, data.verb, noun.exc and verb.exc

Debian's package `wordnet-base` has them in /usr/share/wordnet. A class is one of WordNet's lexicographer files:
`noun.person`, `verb.motion` (Miller 1995). All classes of a word are given alike: WordNet's order of senses was counted
in SemCor, which the model is measured on.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.reader.starting import SENSES_FILE

FIRST = 3
"""The number of WordNet's first file of nouns, `noun.Tops`; verbs follow nouns."""
PARTS = ("noun", "verb")


def classes(folder: Path) -> dict[str, int]:
    """The bits of each word's classes; irregular forms have those of their base."""
    out: defaultdict[str, int] = defaultdict(int)
    for part in PARTS:
        here: defaultdict[str, int] = defaultdict(int)
        for line in _lines(folder / f"data.{part}"):
            fields = line.split(" ")
            for place in range(int(fields[3], 16)):
                here[fields[4 + 2 * place]] |= 1 << (int(fields[1]) - FIRST)
        for line in _lines(folder / f"{part}.exc"):
            form, *bases = line.split()
            here[form] |= here.get(bases[0], 0)
        for word, bits in here.items():
            if bits and word.replace("-", "").replace("'", "").isalpha():
                out[word] |= bits
    return dict(sorted(out.items()))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.wordnet", description="Writes words' classes.")
    parser.add_argument("folder", type=Path)
    found = classes(parser.parse_args().folder)
    SENSES_FILE.write_text("".join(f"{word} {bits:x}\n" for word, bits in found.items()), encoding="utf-8")
