"""Whom the speakers' annotator only described, and who was met before."""

import pytest

from fabula import read_text
from fabula.annotators.coreference.coreference import describes
from fabula.layers import Mention
from fabula.text import Span

STORY = """CHAPTER ONE

The boy sat by the pump and whittled. The boy was hungry, and nobody came to the pump but the boy.

CHAPTER TWO

“Is there bread?” said the boy. The boy put his knife away.
"""


@pytest.mark.usefixtures("model")
def test_who_speaks_in_a_later_chapter_is_who_was_met_in_an_earlier_one() -> None:
    story = read_text(STORY)
    boys = [one for one in story.cast.entities if one.name == "the boy"]
    assert len(boys) == 1
    assert story.quotations[0].speaker == boys[0]
    assert boys[0].mentions > 4


@pytest.mark.usefixtures("model")
def test_until_the_later_chapter_nobody_has_spoken() -> None:
    story = read_text(STORY)
    assert not [one for one in story.until(story.text.index("CHAPTER TWO")).cast.entities if one.acts]


MARKET = """CHAPTER ONE

Two carters had come in out of the rain. One of them paid the bill and went out; the other, who seemed slower, yawned.

CHAPTER TWO

Ned Harlow came to the market and stopped.

“They upset my apples,” said the stout grocer angrily.

“Which way did they go?” asked Ned.

“Up the hill,” said the other.
"""


@pytest.mark.usefixtures("model")
def test_who_speaks_is_not_whoever_was_only_the_other_before() -> None:
    story = read_text(MARKET)
    assert [one.speaker and one.speaker.name for one in story.quotations][::2] == ["the stout grocer"] * 2


MILL = """CHAPTER ONE

A fellow calling himself Orvin had rented the mill. The miller laughed at him.

CHAPTER TWO

“Come in,” said Orvin, and shut the door. Orvin lit the lamp. He was cold.
"""


@pytest.mark.usefixtures("model")
def test_words_that_are_known_for_a_name_only_later_are_one_mention() -> None:
    story = read_text(MILL)
    first = story.text.index("Orvin")
    for known in (story, story.until(story.text.index("CHAPTER TWO"))):
        assert [one.span.start for one in known.document.layer(Mention).current()].count(first) == 1


@pytest.mark.parametrize(
    ("maker", "kind", "expected"),
    [("speakers", "nominal", True), ("addresses", "nominal", False), ("speakers", "pronominal", False)],
)
def test_only_a_cue_says_that_a_description_is_somebodys(maker: str, kind: str, expected: bool) -> None:
    made = Mention(id="m1", evidence=(Span(0, 4),), known_at=4, made_by=maker, kind=kind, entity="e1")  # type: ignore[arg-type]
    assert describes(made) is expected
