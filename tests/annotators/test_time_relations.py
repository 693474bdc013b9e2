import pytest

from fabula.layers import TimeRelation
from fabula.pipeline import read_text

pytestmark = pytest.mark.usefixtures("model")


def found(text: str) -> list[tuple[str, str, str, str | None]]:
    """What each relation says, its value, the words that its stretch begins with, and those of the one it is to."""
    relations = read_text(text).document.layer(TimeRelation)
    return [
        (one.relation, one.value, text[one.start :].split()[0], None if one.to is None else text[one.to :].split()[0])
        for one in relations
        if one.by is None
    ]


HOME = "Mrs. Tallow went home and shut the door.\n\n"


@pytest.mark.parametrize(
    ("text", "relation", "value", "begins"),
    [
        ("The next morning she rose early.", "after", "P1D/TMO", "The"),
        ("A week later Mrs. Tallow sailed for Wimbury.", "after", "P1W", "A"),
        ("In a few days she was well again.", "after", "PXD", "In"),
        ("That evening it rained.", "same", "P0D/TEV", "That"),
        ("On Friday Mrs. Tallow came to dinner.", "on", "XXXX-WXX-5", "On"),
        ("It was five o'clock in the morning when she woke.", "on", "T05:00", "It"),
        ("She rose the next morning and dressed.", "after", "P1D/TMO", "She"),
    ],
)
def test_words_of_the_narration_move_the_story(text: str, relation: str, value: str, begins: str) -> None:
    assert (relation, value, begins) in [one[:3] for one in found(HOME + text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Tallow hoped to sail the next morning.",
        "“The next morning I sailed,” said Mrs. Tallow.",
        "A week after the ball Mrs. Tallow sailed for Wimbury.",
        "Ten years were gone since they had parted.",
        "Every Friday Mrs. Tallow came to dinner.",
        "If it rained the next morning, she would stay in bed.",
        "She would go to Wimbury on Friday.",
        "Mrs. Tallow looked at the sunset.",
        "She spent the whole evening in bed.",
        "It was the second time that night.",
    ],
)
def test_what_is_only_planned_said_or_measured_from_elsewhere_moves_nothing(text: str) -> None:
    assert found(HOME + text) == []


def test_a_day_is_measured_from_what_was_told_before() -> None:
    text = HOME + "Next day it snowed.\n\nThat night the wind rose."
    assert found(text) == [("after", "P1D", "Next", "Mrs."), ("same", "P0D/TNI", "That", "Next")]


FLASHBACK = (
    HOME + "Three years before, she had met a sailor in Wimbury. He had given her a ring, and she had lost it.\n\n"
    "She rose and lit the lamp.\n"
)


def test_a_flashback_goes_back_and_ends_where_the_tense_does() -> None:
    assert found(FLASHBACK) == [("before", "-P3Y", "Three", "Mrs."), ("same", "P0D", "She", "Mrs.")]


def test_a_paragraph_of_the_pluperfect_goes_back_without_a_time() -> None:
    text = FLASHBACK.replace("Three years before, she", "She")
    assert found(text) == [("before", "-PX", "She", "Mrs."), ("same", "P0D", "She", "Mrs.")]


def test_one_sentence_of_the_pluperfect_goes_nowhere() -> None:
    assert found(HOME + "She had met a sailor in Wimbury. Now she was tired, and the lamp was out.") == []


def test_the_entries_of_a_diary_are_dated() -> None:
    text = (
        "Mrs. Tallow’s diary\n\n3 May. Wimbury.—We came here late last night, and I slept until ten.\n\n"
        "5 May.—It rains and rains. I sat at the window all the morning and read the paper.\n"
    )
    assert [one[:2] for one in found(text)][-2:] == [("dated", "XXXX-05-03"), ("dated", "XXXX-05-05")]


def test_what_day_it_is_may_be_said_by_somebody() -> None:
    text = HOME + "“To-day is Thursday,” said Mrs. Tallow."
    story = read_text(text)
    (said,) = story.document.layer(TimeRelation)
    assert (said.relation, said.value, said.span.of(text)) == ("on", "XXXX-WXX-4", "Thursday")
    assert said.by is not None
    assert story.cast[said.by].name == "Mrs. Tallow"


def test_a_day_that_cannot_be_is_found_with_the_words_that_clash() -> None:
    text = "On Monday Mrs. Tallow sailed for Wimbury.\n\nThe next day was Thursday. Mrs. Tallow slept until ten.\n"
    (clash,) = read_text(text).world().timeline.clashes
    assert [one.span.of(text) for one in clash.claims] == ["Monday", "The next day", "Thursday"]
