"""A short book of our own, and what its parts must be read as."""

from fabula.annotators.structure.tokens import Tokens
from fabula.layers import Division, Emphasis, ParagraphKind, SceneMark
from fabula.pipeline import read_source
from fabula.text import Source

BOOK = """\
THE TIDE TABLE

by A. N. Author

CONTENTS

  I. The Lamp
  II. The Boat



I

THE LAMP


"You're late," said Mrs. Orme. "The lamp has been burning since five,
and oil isn't given away."

Ned looked at the clock on the wall of the keeper's room, which had not
gone for years, and said _nothing_ at all.

  The tide comes in, the tide goes out,
    And who shall call it home?

"Dr. Hale was here!" she said. "He asked for J. R. Smith
again."

* * *

In the morning the boat was gone.



II

THE BOAT


"HELP!"

Nobody heard it--nobody but the gulls...

THE END
"""

KINDS = """\
MATTER MATTER MATTER MATTER MATTER \
HEADING HEADING STORY STORY STORY STORY RULER STORY \
HEADING HEADING STORY STORY HEADING"""

SENTENCES = [
    '"You\'re late," said Mrs. Orme.',
    '"The lamp has been burning since five,\nand oil isn\'t given away."',
    '"Dr. Hale was here!" she said.',
    '"He asked for J. R. Smith\nagain."',
    "Nobody heard it--nobody but the gulls...",
]


def test_a_small_book_is_taken_apart() -> None:
    document = read_source(Source(BOOK), annotators=[Tokens]).document
    assert " ".join(ParagraphKind(kind).name for kind in document.paragraphs.kinds) == KINDS
    assert [(division.kind, division.title) for division in document.layer(Division)] == [
        ("front", None),
        ("chapter", "I. THE LAMP"),
        ("chapter", "II. THE BOAT"),
        ("end", "THE END"),
    ]
    assert [mark.span.of(BOOK) for mark in document.layer(SceneMark)] == ["* * *"]
    assert [emphasis.span.of(BOOK) for emphasis in document.layer(Emphasis)] == ["nothing"]


def test_its_sentences_and_tokens() -> None:
    document = read_source(Source(BOOK), annotators=[Tokens]).document
    sentences = [span.of(BOOK) for span in document.sentences]
    assert [sentence for sentence in sentences if sentence in SENTENCES] == SENTENCES
    tokens = [span.of(BOOK) for span in document.tokens]
    for run in ("You|'re|late", "Mrs.|Orme|.", "is|n't|given", "J.|R.|Smith|again", "it|--|nobody", "gulls|..."):
        assert run in "|".join(tokens)
