import re

import pytest

from fabula import Story, read_text
from fabula.layers import GivenCast, GivenCharacter, Mention, PronounSet

TWO = "“Sit down, Ned,” said Ada.\n\n"


def referred(story: Story, words: str, behind: str = "") -> str | None:
    """Who the first such words behind some others refer to; `None` if nobody."""
    place = re.compile(rf"\b{words}\b").search(story.text, story.text.index(behind) + len(behind))
    found = [claim for claim in story.document.layer(Mention) if place and claim.span.start == place.start()]
    return story.cast[found[0].entity].name if found else None


@pytest.mark.parametrize(
    ("line", "words", "who"),
    [
        ("“I am tired,” said Ned.", "I", "Ned"),
        ("“Give me my coat,” said Ned.", "me", "Ned"),
        ("“Give me my coat,” said Ned.", "my", "Ned"),
        ("“You are tired,” said Ned.", "You", "Ada"),
        ("“Is it yours?” said Ned.", "yours", "Ada"),
        ("“Yes, madam,” said Ned.", "madam", "Ada"),
    ],
)
def test_inside_speech_first_person_is_the_speaker_and_second_the_addressee(line: str, words: str, who: str) -> None:
    assert referred(read_text(TWO + line), words, TWO) == who


@pytest.mark.parametrize(
    ("line", "words", "who"),
    [
        ("Ned opened the door, and she laughed.", "she", "Ada"),
        ("Ada opened the door, and he laughed.", "he", "Ned"),
        ("Ada opened her bag.", "her", "Ada"),
        ("Ned hurt himself.", "himself", "Ned"),
    ],
)
def test_the_third_person_is_whoever_was_last_in_focus_and_fits(line: str, words: str, who: str) -> None:
    assert referred(read_text(TWO + line), words, TWO) == who


def test_the_third_person_in_speech_is_neither_speaker_nor_addressee() -> None:
    text = TWO + "At noon Thomas came in.\n\n“He is late, Ned,” said Ada."
    assert referred(read_text(text), "He", "came in.") == "Thomas"


@pytest.mark.parametrize("words", ["It", "they", "We"])
def test_it_and_the_plural_refer_to_nobody(words: str) -> None:
    text = TWO + "It rained, and they slept. We slept."
    assert referred(read_text(text), words, TWO) is None


def test_a_title_before_a_name_is_no_form_of_address() -> None:
    text = TWO + "“I saw Miss Vane,” said Ned."
    assert referred(read_text(text), "Miss", TWO) in (None, "Miss Vane")


def test_nobody_is_referred_to_where_the_speaker_is_unknown() -> None:
    assert referred(read_text("“I am tired.”"), "I") is None


def test_stated_pronouns_refer_to_who_bears_them() -> None:
    xe = PronounSet("xe", "xem", "xyr", "xyrs", "xemself")
    given = GivenCast((GivenCharacter("Rill", (), xe),))
    text = "At noon Rill came in. Ned slept. Xyr boots fell on the floor."
    assert referred(read_text(text, given=given), "Xyr") == "Rill"
    assert referred(read_text(text), "Xyr") is None
