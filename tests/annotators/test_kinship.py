import pytest

from fabula.layers import Mention
from fabula.pipeline import read_text
from fabula.world import Story

pytestmark = pytest.mark.usefixtures("model")


def meant(story: Story, words: str) -> list[str]:
    """The name of whoever is meant each time by some words."""
    mentions = sorted(story.document.layer(Mention).current(), key=lambda one: one.span)
    return [
        story.cast[one.entity].name for one in mentions if " ".join(one.span.of(story.text).split()).lower() == words
    ]


FAMILY = (
    "Mrs. Tallow had kept the house since May. Mrs. Tallow knew that her father would come.\n\n"
    "Mrs. Tallow opened the door. Her father came in, and Mrs. Tallow gave her father a chair.\n"
)


def test_her_father_is_one_person_and_not_she() -> None:
    assert meant(read_text(FAMILY), "her father") == ["her father"] * 3


def test_kin_of_two_are_two() -> None:
    story = read_text("Edith wrote to Edith’s father. Mr. Brandreth wrote to Mr. Brandreth’s father.\n")
    ids = {
        one.entity
        for one in story.document.layer(Mention).current()
        if one.kind == "nominal" and one.span.of(story.text).endswith("father")
    }
    assert len(ids) == 2


def test_somebody_else_who_has_a_name_is_no_husband() -> None:
    text = "Mrs. Tallow thanked her husband. Mr. Brandreth laughed. Mr. Brandreth went home.\n"
    story = read_text(text)
    assert meant(story, "her husband") == ["her husband"]
    assert meant(story, "mr. brandreth") == ["Mr. Brandreth"] * 2


def test_words_for_a_father_mean_one_father() -> None:
    text = "“My papa is old,” said Edith. “I love my father,” said Edith.\n"
    story = read_text(text)
    assert meant(story, "my papa") == meant(story, "my father")
