import pytest

from fabula.pipeline import read_text
from fabula.text import Span
from fabula.world.focus import focaliser

pytestmark = pytest.mark.usefixtures("model")

HERS = (
    "Mrs. Tallow knew that it was late. She hoped that the doctor would come. She feared the night.\n\n"
    "Mrs. Tallow felt cold. She wondered who was at the door. Mrs. Tallow remembered the winter when the mill burned. "
    "Edith smiled at her and went to the window.\n"
)


def seer(text: str) -> str | None:
    story = read_text(text)
    found = focaliser(story.document, Span(0, len(text)), story.cast.resolve)
    return story.cast[found].name if found else None


def test_a_scene_is_told_through_the_eyes_of_whoever_thinks_and_feels_in_it() -> None:
    assert seer(HERS) == "Mrs. Tallow"


def test_where_several_think_and_feel_it_is_nobodys() -> None:
    assert (
        seer(HERS + HERS.replace("Mrs. Tallow", "Mr. Brandreth").replace("She", "He").replace("Edith", "Ned")) is None
    )


def test_what_is_thought_in_speech_or_seen_from_outside_says_nothing() -> None:
    spoken = "“I know it. I fear it. I hope so. I believe it. I feel it. I wonder,” said Mrs. Tallow.\n"
    seen = "Mrs. Tallow smiled. She nodded. She frowned. She sighed. She looked up. She wept. Mrs. Tallow rose.\n"
    assert (seer(spoken), seer(seen)) == (None, None)


def test_without_the_grammar_it_is_not_known() -> None:
    story = read_text(HERS, rules_only=True)
    assert focaliser(story.document, Span(0, len(HERS)), story.cast.resolve) is None
