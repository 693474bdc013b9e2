import pytest

from fabula.layers import Whereabouts
from fabula.pipeline import read_text

pytestmark = pytest.mark.usefixtures("model")


def told(text: str) -> list[tuple[str, str, str]]:
    """Who is, comes, leaves or goes where."""
    story = read_text(text)
    return [
        (story.cast[one.entity].name, one.how, one.evidence[-1].of(text)) for one in story.document.layer(Whereabouts)
    ]


@pytest.mark.parametrize(
    ("text", "how", "place"),
    [
        ("Mrs. Tallow was in the kitchen.", "at", "the kitchen"),
        ("Mrs. Tallow was in London.", "at", "London"),
        ("Mrs. Tallow sat in the library.", "at", "the library"),
        ("Mrs. Tallow lived at Penwick Hall.", "at", "Penwick Hall"),
        ("Mrs. Tallow walked down the street.", "at", "the street"),
        ("Mrs. Tallow went into the kitchen.", "arrives", "the kitchen"),
        ("Mrs. Tallow entered the library.", "arrives", "the library"),
        ("Mrs. Tallow arrived in London.", "arrives", "London"),
        ("Mrs. Tallow took her hat and left the house.", "leaves", "the house"),
        ("Mrs. Tallow ran out of the kitchen.", "leaves", "the kitchen"),
        ("Mrs. Tallow walked towards the bridge.", "towards", "the bridge"),
        ("Mrs. Tallow set out for London.", "towards", "London"),
    ],
)
def test_where_somebody_is_or_goes_is_told(text: str, how: str, place: str) -> None:
    assert told(text) == [("Mrs. Tallow", how, place)]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Tallow did not go into the kitchen.",
        "Mrs. Tallow had gone into the kitchen.",
        "Mrs. Tallow would go to London.",
        "Mrs. Tallow wanted to go into the kitchen.",
        "If Mrs. Tallow went to London, it rained.",
        "Did Mrs. Tallow enter the library?",
        "Mrs. Tallow often sat in the library.",
        "They said that Mrs. Tallow lived in London.",
        "Mrs. Tallow waited before she entered the library.",
        "Mrs. Tallow and Mrs. Vane talked. She was in the kitchen.",
        "“Mrs. Tallow is in the kitchen,” said Edith.",
        "Mrs. Tallow went to school.",
        "Mrs. Tallow looked into the kitchen.",
    ],
)
def test_what_is_denied_earlier_supposed_usual_or_only_said_is_not(text: str) -> None:
    assert told(text) == []


def test_each_of_two_who_go_together_is_told() -> None:
    text = "Mrs. Tallow and Mr. Vane went into the garden."
    assert told(text) == [("Mrs. Tallow", "arrives", "the garden"), ("Mr. Vane", "arrives", "the garden")]


def test_the_evidence_is_the_verb_the_person_and_the_place() -> None:
    text = "Mrs. Tallow went into the kitchen."
    one = next(iter(read_text(text).document.layer(Whereabouts)))
    assert [span.of(text) for span in one.evidence] == ["went", "Tallow", "the kitchen"]


def test_a_reading_by_rules_makes_none() -> None:
    assert Whereabouts not in read_text("Mrs. Tallow was in the kitchen.", rules_only=True).document.layers
