"""Scores a reader on the development parts of all corpora.

python -m training.reader.scores FOLDER        the folder of a run, or of an exported model
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpora import folder as corpora_folder
from training.reader.annotated import Annotated, joined
from training.reader.corpora import CORPORA
from training.reader.measures import TARGETS, measures
from training.reader.raw import raw_scores
from training.reader.subject import Subject, subject


def scores(
    reader: Subject, *, corpora: Iterable[str] = CORPORA, texts: int | None = None, raw: bool = False
) -> dict[str, float]:
    """Every measure, over all texts or so many of each corpus.

    Words and sentences are the corpora's, but for the grammar of `raw` text, whose words and sentences fabula finds.
    """
    out: dict[str, float] = {}
    for name in corpora:
        out |= measures(reader.pairs(CORPORA[name](corpora_folder(), "dev")[:texts]))

    def whole(text: Annotated) -> Annotated:
        return joined([read for _, read in reader.pairs([text])])

    if raw:
        out |= raw_scores(corpora_folder() / "ewt" / "en_ewt-ud-dev.conllu.gz", whole)
    return out


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.reader.scores", description="Scores a reader.")
    parser.add_argument("folder", type=Path)
    for measure, value in scores(subject(parser.parse_args().folder), raw=True).items():
        print(f"{measure:20} {value:6.2f}", f"{TARGETS[measure]:6.1f}" if measure in TARGETS else "")
