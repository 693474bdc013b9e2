from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fabula
from fabula.layers import Narration, ParagraphKind

THIRD = (
    "Mara walked down to the weir. She had lost her hat, and nobody came to meet her there. The mill stood dark, and "
    "the miller’s dog lay across the step. She took the long way round, past the alders, and found the gate shut."
)
FIRST = (
    "I walked down to the weir. I had lost my hat, and nobody came to meet me there. The mill stood dark, and the "
    "miller’s dog lay across the step. I took the long way round, past the alders, and found the gate shut."
)
SECOND = (
    "You walk down to the weir. You have lost your hat, and nobody comes to meet you there. The mill is dark, and the "
    "miller’s dog lies across the step. You take the long way round, past the alders, and find the gate shut."
)
NOW = (
    "Mara walks down to the weir. She has lost her hat, and nobody comes to meet her there. The mill is dark, and the "
    "miller’s dog lies across the step. She takes the long way round, past the alders, and finds the gate shut."
)


def told(*paragraphs: str, rules_only: bool = False) -> list[tuple[int, int, str]]:
    """Which paragraph each claim begins with, the person and the tense."""
    text = "\n\n".join(paragraphs)
    starts = [sum(len(one) + 2 for one in paragraphs[:k]) for k in range(len(paragraphs))]
    claims = fabula.read_text(text, rules_only=rules_only).document.layer(Narration)
    return [(starts.index(one.start), one.person, one.tense) for one in claims]


@pytest.mark.parametrize("rules_only", [False, True])
@pytest.mark.parametrize(
    ("paragraph", "person", "tense"),
    [(THIRD, 3, "past"), (FIRST, 1, "past"), (SECOND, 2, "present"), (NOW, 3, "present")],
)
def test_a_story_in_one_person_and_tense_is_one_claim(
    paragraph: str, person: int, tense: str, *, rules_only: bool
) -> None:
    assert told(*[paragraph] * 8, rules_only=rules_only) == [(0, person, tense)]


def test_what_is_said_does_not_count() -> None:
    said = "“I am tired, and I want my supper, and you want yours,” said Mara. She sat down by the weir."
    assert told(*[THIRD, said] * 4) == [(0, 3, "past")]


def test_a_letter_of_its_own_paragraphs_has_its_own_person_and_the_story_returns() -> None:
    assert told(*[THIRD] * 4, *[FIRST] * 3, *[THIRD] * 4) == [(0, 3, "past"), (4, 1, "past"), (7, 3, "past")]


def test_a_paragraph_about_others_stays_with_the_i_who_tells() -> None:
    assert told(*[FIRST] * 4, THIRD, *[FIRST] * 4) == [(0, 1, "past")]


def test_a_dream_in_the_present_ends_where_the_past_returns() -> None:
    assert told(*[THIRD] * 3, NOW, NOW, *[THIRD] * 3) == [(0, 3, "past"), (3, 3, "present"), (5, 3, "past")]


def test_a_general_truth_does_not_change_the_tense() -> None:
    truth = "Mara ran back up the path, for a weir is no place after dark. She fell twice."
    assert told(THIRD, truth, THIRD) == [(0, 3, "past")]


def test_pure_dialogue_says_nothing_of_how_a_story_is_told() -> None:
    assert told("“I am here.”", "“You are late.”") == []


def test_the_evidence_is_narration() -> None:
    text = f"“I am here,” said Mara. She sat down.\n\n{THIRD}"
    (claim,) = fabula.read_text(text).document.layer(Narration)
    assert claim.start == 0
    assert [span.of(text) for span in claim.evidence] == ["said Mara. She sat down."]


@given(st.lists(st.sampled_from([THIRD, FIRST, SECOND, NOW, "“Go,” he said.", "***"]), max_size=25))
def test_claims_begin_at_paragraphs_and_each_changes_something(paragraphs: list[str]) -> None:
    document = fabula.read_text("\n\n".join(paragraphs), rules_only=True).document
    claims = list(document.layer(Narration))
    story = [
        document.paragraphs[i].start
        for i in range(len(document.paragraphs))
        if document.paragraphs.kinds[i] == ParagraphKind.STORY
    ]
    assert {claim.start for claim in claims} <= set(story)
    for one, following in pairwise(claims):
        assert one.start < following.start
        assert (one.person, one.tense) != (following.person, following.tense)
