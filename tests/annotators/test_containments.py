import pytest

from fabula.layers import Containment, Entity
from fabula.pipeline import read_text

pytestmark = pytest.mark.usefixtures("model")


def told(text: str) -> list[tuple[str, str, str | None]]:
    """What lies in what, and who says so."""
    story = read_text(text)
    names = {one.id: one.name for one in story.document.layer(Entity)}
    return [
        (names[one.place], names[one.within], story.cast[one.by].name if one.by else None)
        for one in story.document.layer(Containment)
    ]


@pytest.mark.parametrize(
    ("text", "place", "within"),
    [
        ("Edith liked the kitchen of the old house.", "the kitchen of the old house", "the old house"),
        ("Edith remembered his rooms in Lantern Street.", "his rooms in Lantern Street", "Lantern Street"),
        ("Edith waited in the library at Tallow Hall.", "the library", "Tallow Hall"),
        ("Edith came from Penwick, Cornwall.", "Penwick", "Cornwall"),
    ],
)
def test_what_is_said_to_lie_in_a_place_does(text: str, place: str, within: str) -> None:
    assert [(place, within)] == [(one[0].rstrip("."), one[1]) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Edith liked the village near Penwick.",
        "Edith wanted a house in Penwick.",
        "There was no garden at Tallow Hall.",
        "Edith had seen the city of Rome.",
        "Edith had seen Penwick, Cornwall and Kent.",
        "Edith came to one of the houses.",
        "Edith walked from the house in a carriage.",
    ],
)
def test_what_is_near_or_any_or_denied_or_the_same_does_not(text: str) -> None:
    assert told(text) == []


def test_what_somebody_says_is_theirs_to_answer_for() -> None:
    text = "Mrs. Tallow sat down.\n\n“The library at Tallow Hall is cold,” said Mrs. Tallow to Edith."
    assert [one[2] for one in told(text)] == ["Mrs. Tallow"]


def test_a_reading_by_rules_makes_none() -> None:
    assert Containment not in read_text("Edith liked the kitchen of the house.", rules_only=True).document.layers
