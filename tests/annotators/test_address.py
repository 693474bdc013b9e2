import pytest

from fabula import Story, read_text
from fabula.layers import Mention

TWO = "Ada and Ned sat down.\n\n“Sit still, Ned,” said Ada.\n\n"


def called(story: Story, words: str) -> str | None:
    """Who the last such words are said to mean as a form of address, or as kin; `None` if nobody."""
    start = story.text.rindex(words)
    claims = [claim for claim in story.document.layer(Mention) if claim.made_by == "addresses"]
    found = [claim for claim in claims if claim.span.of(story.text) == words and claim.span.start == start]
    return story.cast[found[0].entity].name if found else None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“My dear, I am tired,” said Ned.", "My dear"),
        ("“I am tired, my dear girl,” said Ned.", "my dear girl"),
        ("“Well, child, I am tired,” said Ned.", "child"),
        ("“Are you tired, Mother?” said Ned.", "Mother"),
        ("“Are you tired, dearest?” said Ned.", "dearest"),
    ],
)
def test_a_form_of_address_means_the_addressee(line: str, words: str) -> None:
    assert called(read_text(TWO + line), words) == "Ada"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“Oh dear! I am tired,” said Ned.", "dear"),
        ("“Poor girl, she is tired,” said Ned.", "Poor girl"),
        ("“The girl is tired,” said Ned.", "girl"),
        ("“Good Lord, I am tired,” said Ned.", "Lord"),
        ("“Good Lord, I am tired,” said Ned.", "Good Lord"),
        ("“I am tired, good God!” said Ned.", "good God"),
        ("“Are you tired, boy?” said Ned.", "boy"),
        ("“My mother is tired,” said Ned.", "My mother"),
    ],
)
def test_sighs_pity_those_spoken_of_and_nouns_of_another_gender_call_nobody(line: str, words: str) -> None:
    assert called(read_text(TWO + line), words) is None


CALLED = TWO + "“Are you tired, Mother?” said Ned.\n\n“No,” said Ada.\n\n“Come in, Mother,” said Ned.\n\n"


def test_whoever_was_called_by_a_word_for_kin_is_meant_by_it_again() -> None:
    assert called(read_text(CALLED + "“My mother is tired,” said Ned.\n\n"), "My mother") == "Ada"
    assert called(read_text(CALLED + "“My son is tired,” said Ada.\n\n"), "My son") == "Ned"
    assert (
        called(read_text(CALLED + "Tom came in.\n\n“Is your mother tired, Ned?” said Tom.\n\n"), "your mother") == "Ada"
    )
    assert called(read_text(CALLED + "Tom came in.\n\n“My mother is tired, Ned,” said Tom.\n\n"), "My mother") is None


def test_a_title_alone_calls_whoever_bears_it() -> None:
    said = "Captain Tallow and Ned sat down.\n\n“I am tired,” said Captain Tallow.\n\n“Yes, Captain,” said Ned."
    assert called(read_text(said), "Captain") == "Captain Tallow"
    assert called(read_text("Captain Orme came in.\n\n" + said), "Captain") == "Captain Tallow"
    assert called(read_text("General Orme and General Vane came in.\n\n" + said), "Captain") == "Captain Tallow"
    assert called(read_text(said.replace("Ned", "General Orme")), "Captain") == "Captain Tallow"
    others = "General Orme and General Vane came in.\n\n" + said.replace("Yes, Captain", "Yes, General")
    assert called(read_text(others), "General") is None
