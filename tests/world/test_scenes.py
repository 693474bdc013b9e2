import dataclasses

import pytest

from fabula.document import Layer
from fabula.layers import Narration, Narrator
from fabula.layers.narration import Tense
from fabula.pipeline import read_text
from fabula.text import Span
from fabula.world.scenes import manner

MINE = "Chapter 1\n\nI walked to the window, and I looked out. I was cold. My sister Edith laughed at me.\n\n"
HERS = "Chapter 2\n\n“I am cold,” said Edith. She walked to the window. She looked at the snow on the roofs.\n"

CHANGES: tuple[tuple[int, Tense], ...] = ((0, "past"), (60, "present"))


@pytest.mark.usefixtures("model")
def test_a_scene_has_the_person_and_the_tense_in_which_it_is_told() -> None:
    story = read_text(HERS)
    how = manner(story.document, 0, len(HERS), story.cast.resolve)
    assert (how.person, how.tense, how.focaliser) == (3, "past", None)


@pytest.mark.usefixtures("model")
def test_a_scene_is_told_through_the_eyes_of_who_tells_it() -> None:
    story = read_text(MINE)
    (teller,) = {one.entity for one in story.document.layer(Narrator)}
    how = manner(story.document, 0, len(MINE), str)
    assert teller is not None
    assert (how.person, how.focaliser) == (1, teller)


def test_the_share_of_speech_counts_what_is_said_in_the_scene_alone() -> None:
    story = read_text(MINE + HERS)
    assert manner(story.document, 0, len(MINE), str).speech == 0
    assert manner(story.document, len(MINE), len(MINE + HERS), str).speech == len("“I am cold,”") / len(HERS)


def test_what_changes_within_a_scene_is_told_of_none_of_it() -> None:
    document = read_text(HERS).document
    past, now = (
        Narration(id=tense, evidence=(Span(at, 99),), known_at=99, made_by="test", start=at, person=3, tense=tense)
        for at, tense in CHANGES
    )
    layers = {**document.layers, Narration: Layer(Narration, (past, now))}
    how = manner(dataclasses.replace(document, layers=layers), 0, len(HERS), str)
    assert (how.person, how.tense) == (3, None)
