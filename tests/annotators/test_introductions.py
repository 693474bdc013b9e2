import pytest

from fabula.layers import Identity
from fabula.pipeline import read_text

MEN = "A tall man stood at the door. Edith looked up.\n\n"


def names(text: str) -> set[str]:
    """Those who have been named or described so far, and are nobody else."""
    story = read_text(MEN + text)
    return {one.name for one in story.cast.entities}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "“I am Robert Vane,” said the tall man.",
        "“My name is Robert Vane,” said the tall man. “Sit down.”",
        "“Good evening,” said the tall man. “I’m Robert Vane.”",
        "“Robert Vane,” said the tall man, and smiled. “That is my name.”",
    ],
)
def test_whoever_says_their_name_is_one_with_its_bearer(text: str) -> None:
    found = names(text)
    assert "Robert Vane" in found
    assert not any("tall man" in name for name in found)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "“I am Robert Vane’s brother,” said the tall man.",
        "“As sure as I am Robert Vane, it will rain,” said the tall man.",
        "“His name is Robert Vane,” said the tall man.",
        "“Robert Vane,” said the tall man. “That is my neighbour.”",
        "“I am Ellen Vane,” she said to the tall man.",
        "“Am I Robert Vane?” asked the tall man.",
    ],
)
def test_a_name_that_is_not_given_as_ones_own_makes_nobody_one(text: str) -> None:
    assert any("tall man" in name for name in names(text))


@pytest.mark.usefixtures("model")
def test_the_claim_cites_the_name_and_who_says_it() -> None:
    text = MEN + "“I am Robert Vane,” said the tall man.\n\n“Sit down, Mr. Vane,” said Edith.\n"
    story = read_text(text)
    (identity,) = (one for one in story.document.layer(Identity) if one.made_by == "introductions")
    assert identity.span.of(text) == "Robert Vane"
    assert "the tall man" in [span.of(text) for span in identity.evidence]
