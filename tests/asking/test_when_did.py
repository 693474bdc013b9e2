import pytest

from fabula.asking import Answer, ask
from fabula.errors import QuestionError
from fabula.pipeline import read_text
from fabula.world import Story

TEXT = (
    "Chapter 1\n\nIt was Friday. Ada Tallow came to Wimbury in a cart. Her sister Edith slept.\n\n"
    "The next morning Ada left Wimbury. Mr. Brandreth had died three years before. He was buried on the hill.\n\n"
    "“Edith went to Wimbury on Monday,” said Ada. “Mr. Brandreth sold the boat.”\n\n"
    "Edith met Ada at noon. Edith was killed by a fall.\n\n"
    "Chapter 2\n\n5 May 1871.\n\nThree days later, Mr. Carrow saw Edith’s grave. Ada was angry. Ada broke the lamp.\n"
)


@pytest.fixture
def story(model: None) -> Story:
    return read_text(TEXT)


def said(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("When did Ada leave Wimbury?", "Ada Tallow: “The next morning”, Saturday"),
        ("when did Ada come to Wimbury", "Ada Tallow: Friday"),
        ("when has Ada left?", "Ada Tallow: “The next morning”, Saturday"),
        ("when was Edith killed?", "Edith: told here"),
        ("when did Edith meet Ada?", "Edith: “noon”"),
        ("when did Ada break the lamp?", "Ada Tallow: 8 May 1871"),
    ],
)
def test_the_sentence_that_tells_it_answers_with_its_time(story: Story, question: str, says: str) -> None:
    assert said(ask(story, question))[0] == says


def test_the_words_that_date_a_part_of_the_story_are_given_beside_what_happens_in_it(story: Story) -> None:
    first, second = ask(story, "when did Ada break the lamp?").statements
    assert [span.of(TEXT) for span in first.evidence] == ["broke", "Ada"]
    assert [span.of(TEXT) for span in second.evidence] == ["Three days later"]


def test_what_had_been_before_has_no_day_of_what_is_told_around_it(story: Story) -> None:
    assert said(ask(story, "when did Mr. Brandreth die?")) == [
        "Mr. Brandreth: “three years before”, before what is told there"
    ]


def test_what_somebody_says_is_theirs_and_has_no_day_of_the_narration(story: Story) -> None:
    assert said(ask(story, "when did Edith go to Wimbury?")) == ["Edith: “Monday”, says Ada Tallow"]
    assert said(ask(story, "when did Mr. Brandreth sell the boat?")) == ["Mr. Brandreth: told here, says Ada Tallow"]


def test_a_state_answers_too(story: Story) -> None:
    assert said(ask(story, "when was Ada angry?")) == ["Ada Tallow: angry"]


@pytest.mark.parametrize(
    "question",
    ["when did Ada sail?", "when did Ada leave Brackwater?", "when did Edith break the lamp?", "when did Edith kill?"],
)
def test_what_the_text_has_not_said_is_not_made_up(story: Story, question: str) -> None:
    assert not ask(story, question).is_known


def test_what_comes_later_is_not_known(story: Story) -> None:
    assert not ask(story.until(TEXT.index("Chapter 2")), "when did Ada break the lamp?").is_known


def test_nobody_of_that_name_is_an_error(story: Story) -> None:
    with pytest.raises(QuestionError, match="Nobody is called “Sandreth”"):
        ask(story, "when did Sandreth leave?")


def test_a_story_that_the_reader_model_has_not_read_says_nothing() -> None:
    assert not ask(read_text(TEXT, rules_only=True), "when did Ada leave Wimbury?").is_known
