"""A reading goes on where its text has grown, and its story is that of the whole text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula import Reading, read_text
from fabula.errors import SeamError
from fabula.text import Source

CHAPTERS = [
    "Chapter 1\n\nMrs. Tallow came home on Monday. “Sit down, Edith,” said Mrs. Tallow.\n\nEdith sat down.",
    "Chapter 2: The Harbour\n\n“Where is he?” asked Edith. She had been ill.\n\n“Gone,” said Mrs. Tallow.",
    "Chapter 3\n\nThe next day Mr. Brandreth came. “I am her brother,” he said, “and a doctor.\n\n“You know that.”",
    "Chapter 4\n\n* * *\n\nNobody spoke\n\nTO BE CONTINUED",
    "Chapter 5\n\nEdith went to Wimbury.\n\n---\n\nIt rained _all_ the evening, and she wept.",
]


def grown(*parts: str) -> Reading:
    reading = Reading(Source(parts[0]))
    for part in parts[1:]:
        reading.append(part)
    return reading


@given(st.sets(st.sampled_from(CHAPTERS[1:]), min_size=1))
def test_chapter_by_chapter_it_is_the_same_story(more: set[str]) -> None:
    chapters = [CHAPTERS[0], *sorted(more)]
    assert grown(*chapters).story.to_json() == read_text("\n\n".join(chapters)).to_json()


def test_it_is_the_same_story_with_the_model(model: None) -> None:
    assert grown(*CHAPTERS).story.to_json() == read_text("\n\n".join(CHAPTERS)).to_json()


def test_a_story_given_out_stays_as_it_was() -> None:
    reading = grown(CHAPTERS[0])
    story, before = reading.story, reading.story.to_json()
    reading.append(CHAPTERS[1])
    assert story.to_json() == before
    assert len(reading.story.chapters) == 2


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Chapter 1\n\nEdith sat down. She", "was tired."),
        ("Chapter 1\n\nEdith sat down.", "She was tired."),
        ("Chapter 1\n\nEdith sat down.\n\nChapter 2", "She was tired."),
        ("Chapter 1\n\n“I am here,” said Edith.\n\nThe Harbour", "Edith went to the harbour, for it was late."),
    ],
)
def test_what_goes_on_in_the_middle_of_a_passage_is_refused(text: str, more: str) -> None:
    reading = grown(text)
    with pytest.raises(SeamError, match="Read the whole text anew"):
        reading.append(more)


def test_a_text_that_begins_otherwise_is_refused_and_the_reading_can_go_on() -> None:
    reading = grown(CHAPTERS[0])
    with pytest.raises(SeamError, match="does not begin"):
        reading.grow(Source("Chapter 1\n\nSomebody else came home.\n\nChapter 2\n\nEdith sat down."))
    reading.append(CHAPTERS[1])
    assert reading.story.to_json() == read_text("\n\n".join(CHAPTERS[:2])).to_json()
