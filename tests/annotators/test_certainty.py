from typing import ClassVar

import pytest

from fabula.annotators.certainty import Certainty
from fabula.annotators.parse import parse_of
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, Passage
from fabula.pipeline import ANNOTATORS, read_source
from fabula.text import Source


def meant(text: str, word: str) -> str | None:
    """The name of the one whom the last use of a word surely means; `None` if it may be another."""
    found: list[str | None] = []

    class Probe:
        name: ClassVar[str] = "probe"
        needs: ClassVar[tuple[type[Claim], ...]] = ()
        makes: ClassVar[tuple[type[Claim], ...]] = ()

        def __init__(self, source: Source, given: GivenCast) -> None:
            self._certainty = Certainty()

        def read(self, draft: Draft, passage: Passage) -> None:
            parse = parse_of(draft, passage)
            self._certainty.follow(draft, passage, parse)
            found.extend(self._certainty.who(place) for place in parse if parse.word(place) == word)

    story = read_source(Source(text), annotators=[*ANNOTATORS, Probe])
    return story.cast[found[-1]].name if found[-1] else None


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Mrs. Vane opened the door. She was tall.", "she", "Mrs. Vane"),
        ("Mrs. Vane and Miss Tallow opened the door. She was tall.", "she", None),
        ("Mr. Orchard and Mrs. Vane opened the door. She was tall.", "she", "Mrs. Vane"),
        ("Somebody opened the door. She was tall.", "she", None),
        ("“I am cold,” said Mrs. Vane.", "i", "Mrs. Vane"),
        ("“I am cold.”", "i", None),
        ("She had asked Mrs. Vane about her hat.", "her", None),
        ("“Mrs. Vane says that she is tall,” said Ada.", "she", None),
        ("Mrs. Vane came in.\n\n“Take your hat, Mrs. Vane,” said Miss Tallow.", "your", "Mrs. Vane"),
        ("Mrs. Vane came in.\n\n“Take your hat,” said Miss Tallow.", "your", None),
    ],
)
def test_a_word_surely_means_who_was_named_if_nobody_else_fits(text: str, word: str, who: str | None) -> None:
    assert meant(text, word) == who
