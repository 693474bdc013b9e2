import pytest

from fabula.layers import Assertion
from fabula.pipeline import read_text


def marked(text: str) -> list[tuple[str, str, str | None]]:
    """What is marked, of whom, and who says so."""
    story = read_text(text)
    return [
        (one.kind, story.cast[one.holder].name, story.cast[one.by].name if one.by else None)
        for one in story.document.layer(Assertion)
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mrs. Tallow promised to bring the ledger home.", "promise"),
        ("Mrs. Tallow swore that she would never return.", "promise"),
        ("Mrs. Tallow pretended to be asleep.", "lie"),
        ("Mrs. Tallow told him a lie about the boat.", "lie"),
        ("Mrs. Tallow did not tell Ada that the boat was gone.", "secret"),
        ("Mrs. Tallow kept the news from Ada.", "secret"),
    ],
)
def test_what_somebody_does_with_the_truth_is_marked(text: str, kind: str) -> None:
    assert marked(text) == [(kind, "Mrs. Tallow", None)]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Tallow did not promise to come.",
        "If Mrs. Tallow promised to come, she would come.",
        "Did Mrs. Tallow promise to come?",
        "The morning promised well.",
        "Mrs. Tallow swore that the boat was hers.",
        "Mrs. Tallow kept the umbrella in the hall.",
        "Mrs. Tallow and Mrs. Vane came in. She promised to write.",
        "“You promised to come,” said Mrs. Tallow.",
    ],
)
def test_what_is_denied_supposed_or_of_whom_one_cannot_know_is_not(text: str) -> None:
    assert marked(text) == []


@pytest.mark.usefixtures("model")
def test_a_lie_is_tied_to_its_very_words_and_those_whom_they_name() -> None:
    story = read_text("“I never saw Ned Carrow,” lied Mrs. Tallow.")
    (one,) = story.document.layer(Assertion)
    assert (one.kind, story.cast[one.holder].name) == ("lie", "Mrs. Tallow")
    assert one.quotation == story.quotations[0].id
    assert [story.cast[entity].name for entity in one.about] == ["Ned Carrow"]


@pytest.mark.usefixtures("model")
def test_the_narrator_may_call_untrue_what_was_just_said() -> None:
    assert ("false", "Mrs. Tallow", None) in marked("Mrs. Tallow said, “The boat is in the harbour.” It was not true.")


@pytest.mark.usefixtures("model")
def test_what_somebody_says_of_their_promise_is_theirs_to_answer_for() -> None:
    text = "“I promised Mrs. Vane to bring it home,” said Mrs. Tallow."
    assert marked(text) == [("promise", "Mrs. Tallow", "Mrs. Tallow")]
