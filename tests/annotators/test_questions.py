import pytest

from fabula.layers import Answer, Question
from fabula.pipeline import read_text
from fabula.world import Story

QUIET = "The rain went on until the evening, and the lamps were lit along the quay one after another. " * 12
"""More words than it takes to see that nobody answers."""


def asked(text: str) -> list[tuple[str, str]]:
    """The kinds and the words of the questions that are left open."""
    return [(one.kind, one.span.of(text)) for one in read_text(text).document.layer(Question)]


def answered(story: Story) -> list[str]:
    return [one.span.of(story.text) for one in story.document.layer(Answer)]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mrs. Tallow came in. But who was Ned Carrow? She did not ask.", "who"),
        ("Mrs. Tallow wondered why Ned Carrow had sold the boat.", "why"),
        ("Nobody knew who had sent the key to Mrs. Tallow.", "who"),
        ("Mrs. Tallow had never been able to discover who had sent the key.", "who"),
        ("Who had sent the key to Mrs. Tallow, nobody knew.", "who"),
        ("Nobody could say who had sent the key to Mrs. Tallow.", "who"),
        ("It was never known who had sent the key.", "who"),
        ("It was a mystery why Ned Carrow had sold the boat.", "why"),
        ("Mrs. Tallow knew not why Ned Carrow had sold the boat.", "why"),
        ("None of them knew how Ned Carrow had left the island.", "how"),
        ("Mrs. Tallow wondered what Ned Carrow had found in the boathouse.", "what"),
        ("Mrs. Tallow wondered whether Ned Carrow had sold the boat.", "whether"),
        ("“How came Ned Carrow into the boathouse?” asked Mrs. Tallow.\n\n“I do not know,” said Ada.", "how"),
        ("“What has become of Ned Carrow?” asked Mrs. Tallow.\n\n“Nobody knows,” said Ada.", "what"),
    ],
)
def test_what_nobody_can_answer_is_a_question(text: str, kind: str) -> None:
    assert [one[0] for one in asked(f"{text}\n\n{QUIET}")] == [kind]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "“Will you have tea?” asked Mrs. Tallow.",
        "“Where is the key?” asked Mrs. Tallow.\n\n“In the drawer,” said Ada.",
        "“Why did Ned Carrow go?” asked Mrs. Tallow.\n\n“He was afraid of the dogs,” said Ada.",
        "Why had she been so blind? Why had she not gone?",
        "Where were the oars? Left behind at the landing.",
        "Mrs. Tallow wondered what she should do.",
        "“What is the use of it?” asked Mrs. Tallow.",
        "“I know who sent the key,” said Mrs. Tallow.",
        "Mrs. Tallow was unhappy, she did not know why, when Ned Carrow had sold the boat.",
        "It was no mystery who had sent the key.",
        "Nobody understood what had happened except Mrs. Tallow.",
        "Mrs. Tallow wanted to know why Ned Carrow had sold the boat.",
        "It is well known who had sent the key.",
        "Mrs. Tallow wondered whether the tea was cold.",
    ],
)
def test_what_is_answered_at_once_or_asks_for_no_fact_is_none(text: str) -> None:
    assert asked(f"{text}\n\n{QUIET}") == []


@pytest.mark.usefixtures("model")
def test_a_question_at_the_very_end_waits_for_what_follows() -> None:
    text = "Mrs. Tallow came in. But who was Ned Carrow?"
    assert asked(text) == []


@pytest.mark.usefixtures("model")
def test_an_answer_has_the_verb_and_what_it_was_about_and_fills_the_gap() -> None:
    text = f"Nobody knew who had sent the key.\n\n{QUIET}\n\nMrs. Tallow had sent the key."
    assert answered(read_text(text)) == ["Mrs. Tallow had sent the key."]


@pytest.mark.usefixtures("model")
def test_a_statement_of_something_else_is_no_answer() -> None:
    text = f"Nobody knew who had sent the key.\n\n{QUIET}\n\nMrs. Tallow had sent the letter. Somebody sent the key."
    assert answered(read_text(text)) == []


@pytest.mark.usefixtures("model")
def test_a_question_asked_again_names_the_first() -> None:
    text = f"Nobody knew who had sent the key.\n\n{QUIET}\n\nMrs. Tallow wondered who had sent the key."
    first, second = read_text(text).document.layer(Question)
    assert (first.again, second.again) == (None, first.id)
