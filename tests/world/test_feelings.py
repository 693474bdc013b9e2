from collections.abc import Mapping
from dataclasses import replace

import pytest

from fabula.document import Numbers
from fabula.errors import LayerMissing
from fabula.layers import Scene
from fabula.pipeline import read_text
from fabula.world import Story

TEXT = (
    "Chapter 1\n\nEdith walked to the window. The rain fell.\n\n"
    "“I am cold to the bone and tired of rain,” said Edith.\n\n"
    "“Then come to the fire, Edith,” said Mr. Brandreth. “It burns well this evening.” Edith laughed.\n\n"
    "Chapter 2\n\nThe rain stopped. Mr. Brandreth slept.\n"
)
SCALES = ("valence", "arousal", "dominance")


def rated(text: str, valence: Mapping[str, int]) -> Story:
    """A story with these numbers for sentences that begin so, 300 for others."""
    document = read_text(text).document
    values = [
        next((value for start, value in valence.items() if span.of(text).startswith(start)), 300)
        for span in document.sentences
    ]
    return Story(replace(document, numbers={scale: Numbers("sentences", values) for scale in SCALES}))


def sentences(story: Story, feeling: object) -> list[str]:
    return [story.document.sentences[place].of(story.text) for place in feeling.sentences]


def test_scenes_and_chapters_are_pooled_without_their_headings():
    story = rated(TEXT, {"The rain stopped": 400, "Mr. Brandreth slept": 350, "Chapter": 500})
    (first, _), (second, pooled) = story.feelings.scenes
    assert sentences(story, pooled) == ["The rain stopped.", "Mr. Brandreth slept."]
    assert pooled.valence.mean == pytest.approx(3.75)
    assert first.start < second.start
    assert [feeling for _, feeling in story.feelings.chapters] == [feeling for _, feeling in story.feelings.scenes]


def test_what_somebody_says_is_kept_apart_from_what_is_told_of_them():
    story = rated(TEXT, {"“I am cold": 200})
    edith, other = (next(one.id for one in story.characters if one.name == name) for name in ("Edith", "Mr. Brandreth"))
    feelings = story.feelings
    assert sentences(story, feelings.said[edith]) == ["“I am cold to the bone and tired of rain,” said Edith."]
    assert feelings.said[edith].valence.mean == pytest.approx(2.0)
    assert sentences(story, feelings.told[edith]) == ["Edith walked to the window.", "Edith laughed."]
    assert feelings.between[other, edith].sentences == feelings.said[other].sentences


def test_what_was_not_read_has_no_feeling():
    story = rated(TEXT, {"The rain stopped": 0, "Mr. Brandreth slept": 0, "The rain fell": 0})
    (_, feeling), *others = story.feelings.scenes
    assert not others
    assert "The rain fell." not in sentences(story, feeling)


def test_a_scene_that_is_not_sure_is_none():
    story = rated(TEXT, {})
    scenes = story.document.layer(Scene).current()
    doubtful = replace(scenes[0], id="sc9", start=TEXT.index("“Then"), confidence=0.4)
    layers = {**story.document.layers, Scene: type(story.document.layer(Scene))(Scene, [*scenes, doubtful])}
    assert len(Story(replace(story.document, layers=layers)).feelings.scenes) == 2


def test_a_story_read_by_rules_has_none():
    with pytest.raises(LayerMissing, match="reader_model"):
        _ = read_text(TEXT).feelings


def test_feelings_up_to_a_place_are_those_of_a_reading_up_to_there(model: None):
    end = TEXT.index("Chapter 2")
    until, alone = read_text(TEXT).until(end).feelings, read_text(TEXT[:end]).feelings
    assert until.scenes == alone.scenes
    assert (until.said, until.told, until.between) == (alone.said, alone.told, alone.between)


def test_in_the_middle_of_a_passage_there_is_only_what_was_known(model: None):
    story = read_text(TEXT)
    assert (
        story.until(TEXT.index("The rain stopped") + 5).feelings.scenes
        == story.until(TEXT.index("Chapter 2")).feelings.scenes
    )
