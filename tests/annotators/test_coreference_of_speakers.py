"""Whom the speakers' annotator only described, and who was met before."""

import pytest

from fabula import read_text
from fabula.annotators.coreference.coreference import describes
from fabula.annotators.coreference.described import Described
from fabula.document import Draft
from fabula.layers import Attribution, Entity, EntityKind, Gender, Identity, Mention, Passage
from fabula.text import Source, Span

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


@pytest.mark.parametrize(
    ("name", "pronouns", "kind", "head", "sure", "expected"),
    [
        ("Ada", "she", "person", "cook", 0.9, True),
        ("Ada", "she", "person", "cook", 0.5, False),
        ("Ada", "she", "person", "boy", 0.9, False),
        ("Ada", "she", "group", "soldiers", 0.9, False),
        (None, "she", "person", "cook", 0.5, True),
    ],
)
def test_who_has_a_name_was_described_before_only_if_the_speaker_is_sure_and_fits(
    name: str | None, pronouns: str, kind: EntityKind, head: str, sure: float, expected: bool
) -> None:
    text = f"The {head} came. Ada came. “No,” said the {head}."
    draft, words = Draft(Source(text)), Span(text.rindex("the"), len(text) - 1)
    for record in (Attribution, Entity, Gender, Identity, Mention):
        draft.declare(record)
    passage = Passage(
        id="p1", evidence=(Span(0, len(text)),), known_at=len(text), made_by="passages", index=0, division="d1"
    )
    made = {"known_at": len(text), "made_by": "names"}
    for id, form, what in (("e1", f"The {head}", kind), ("e2", "Ada", "person")):
        start = text.index(form)
        span = Span(start, start + len(form))
        draft.add(Entity(id=id, evidence=(span,), name=form, kind=what, **made))
    if name:
        draft.add(
            Mention(
                id="m1", evidence=(Span(text.index(name), text.index(name) + 3),), kind="proper", entity="e2", **made
            )
        )
    draft.add(Gender(id="g1", evidence=(Span(0, 3),), entity="e2", pronouns=pronouns, **made))
    draft.add(
        Attribution(
            id="at1",
            evidence=(words,),
            confidence=sure,
            quotation="q1",
            speaker="e2",
            addressees=(),
            type="anaphoric",
            **made,
        )
    )
    described = Described()
    described.follow(draft)
    assert described.may_be(draft, passage, "e2", "e1", words, head) is expected
