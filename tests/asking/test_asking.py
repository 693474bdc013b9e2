import pytest

from fabula.asking import KINDS, Kind, ask
from fabula.errors import QuestionError
from fabula.pipeline import read_text
from fabula.world import Story

TEXT = (
    "Chapter 1\n\nMrs. Tallow called her sister Edith. Edith went into the kitchen. Her eyes were grey.\n\n"
    "“Sit down,” said Mrs. Tallow to Edith. “Mr. Brandreth is late.”\n\n“He is ill,” said Edith to Mrs. Tallow.\n\n"
    "Chapter 2\n\n“I am cold,” said Mr. Brandreth. Edith grew angry. Mr. Brandreth opened his umbrella.\n"
)


@pytest.fixture
def story(model: None) -> Story:
    return read_text(TEXT)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Who is Edith?", "Edith is the sister of Mrs. Tallow"),
        ("who's edith", "Edith has grey eyes"),
        ("What does Edith look like?", "Edith has grey eyes"),
        ("what does Mr. Brandreth own?", "Mr. Brandreth has: umbrella"),
        ("How do Edith and Mrs. Tallow stand?", "Edith is the sister of Mrs. Tallow"),
        ("What is Edith to Mrs. Tallow?", "Mrs. Tallow first says to Edith"),
        ("What happened to Edith?", "Edith: angry"),
        ("What happened to Edith?", "Mrs. Tallow: call"),
        ("What did Mr. Brandreth do?", "Mr. Brandreth: open"),
        ("What did Mrs. Tallow do to Edith?", "Mrs. Tallow: call"),
        ("Who said “I am cold”?", "Mr. Brandreth says so"),
        ("Where is Edith?", "Edith comes to the kitchen"),
        ("Who knows about Mr. Brandreth?", "Edith hears of them from Mrs. Tallow"),
        ("Who is there?", "Mr. Brandreth is there"),
    ],
)
def test_a_question_is_answered_with_the_words_it_rests_on(story: Story, question: str, says: str) -> None:
    found = [one for one in ask(story, question).statements if one.text.startswith(says)]
    assert found
    assert all(one.evidence for one in found)


def test_what_comes_later_is_not_known(story: Story) -> None:
    early = story.until(TEXT.index("Chapter 2"))
    assert "angry" not in str(ask(early, "What happened to Edith?"))
    with pytest.raises(QuestionError, match="Nobody is called “Sandreth” here"):
        ask(early, "Who is Sandreth?")


def test_what_the_text_has_not_said_is_not_made_up(story: Story) -> None:
    assert not ask(story, "What does Mrs. Tallow look like?").is_known


def test_a_question_of_no_known_kind_is_answered_with_those_that_are(story: Story) -> None:
    with pytest.raises(QuestionError, match="Ask like this: “who is there"):
        ask(story, "Why is the sky blue?")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.example)
def test_the_example_of_a_kind_is_of_that_kind(kind: Kind) -> None:
    assert next(one for one in KINDS if one.pattern.fullmatch(kind.example)) is kind
