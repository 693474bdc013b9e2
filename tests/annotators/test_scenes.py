"""Where scenes begin. The stories are our own."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula import read_text
from fabula.annotators.scening import scenes
from fabula.annotators.scening.judge import likelihood
from fabula.annotators.scening.openings import Paragraph, features
from fabula.annotators.scening.scenes import APART, Scenes
from fabula.document import Layer
from fabula.layers import ParagraphKind, Scene
from fabula.pipeline import read_source
from fabula.text import Source

TALK = ["“Is there more soup?” asked Wren.", "“There is none,” said Odo.", "“Then I shall go,” said Wren."]
MORNING = "The next morning Odo woke in the harbour, three miles from the mill, and looked for his boat."
SHORT = "He took up the ladle and laughed."


def read(text: str) -> Layer[Scene]:
    return read_source(Source(text), annotators=(Scenes,)).document.layer(Scene)


def likely_at(words: str) -> Callable[[Iterable[str]], float]:
    return lambda evidence: 0.9 if f"first1={words}" in set(evidence) else 0.0


def test_headings_and_rulers_always_begin_a_scene() -> None:
    text = "CHAPTER I\n\nWren slept.\n\n* * *\n\nOdo woke. It rained.\n\nCHAPTER II\n\nNobody came.\n"
    found = read(text)
    assert [(scene.reason, scene.start) for scene in found] == [
        ("division", text.index("Wren")),
        ("ruler", text.index("Odo")),
        ("division", text.index("Nobody")),
    ]
    assert [span.of(text) for span in found[1].evidence] == ["* * *", "Odo woke. It rained."]
    assert all(scene.confidence is None for scene in found)


def test_gaps_always_begin_a_scene() -> None:
    text = "\n\n".join([TALK[0] + " " + SHORT] * 5) + "\n\n\n" + SHORT
    assert [(one.reason, one.start) for one in read(text)] == [("division", 0), ("gap", text.rindex(SHORT))]


def test_a_heading_is_the_reason_where_a_ruler_stands_below_it() -> None:
    assert [one.reason for one in read("CHAPTER I\n\n* * *\n\nWren slept.\n")] == ["division"]


def test_another_time_and_place_are_likelier_to_open_a_scene_than_what_goes_on() -> None:
    before = [Paragraph(0, text) for text in TALK]
    new, same = (likelihood(features(before, Paragraph(0, text), [])) for text in (MORNING, SHORT))
    assert new > 4 * same


def test_talk_that_goes_on_is_one_scene() -> None:
    assert [one.reason for one in read("\n\n".join(TALK * 12))] == ["division"]


def test_words_alone_can_begin_a_scene(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "likelihood", likely_at("dawn"))
    text = "\n\n".join([*TALK, "Dawn came. It was cold.", *TALK])
    _, second = read(text)
    assert (second.reason, second.start, second.confidence) == ("unmarked", text.index("Dawn"), 0.9)


def test_unmarked_scenes_keep_their_distance_from_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "likelihood", likely_at("dawn"))
    assert len(read("\n\n".join(["It rained.", *["Dawn came."] * 9]))) == 1 + 9 // APART
    assert len(read("It rained.\n\nDawn came.\n\n* * *\n\nDawn went.")) == 2


@given(st.lists(st.sampled_from([*TALK, MORNING, SHORT, "* * *", "CHAPTER I", "\n\n"]), min_size=1, max_size=40))
def test_scenes_begin_with_paragraphs_of_the_story_one_after_another(blocks: list[str]) -> None:
    story = read_source(Source("\n\n".join(blocks)), annotators=(Scenes,))
    starts = [scene.start for scene in story.document.layer(Scene)]
    paragraphs = story.document.paragraphs
    begun = {
        start for start, kind in zip(paragraphs.starts, paragraphs.kinds, strict=True) if kind == ParagraphKind.STORY
    }
    assert starts == sorted(set(starts))
    assert begun.issuperset(starts)


def test_scenes_of_a_beginning_are_those_of_the_whole() -> None:
    text = "\n\n".join([*TALK, MORNING, SHORT] * 60)
    story = read_text(text, rules_only=True)
    assert len(story.passages) > 3
    for passage in story.passages:
        begun = read_text(text[: passage.span.end], rules_only=True).document.layer(Scene)
        assert list(begun) == list(story.until(passage.span.end).document.layer(Scene))
