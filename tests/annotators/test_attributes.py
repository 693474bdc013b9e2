import pytest

from fabula.layers import Attribute
from fabula.pipeline import read_text


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    """Who is said to be what, and by whom."""
    story = read_text(text)
    return [
        (story.cast[one.entity].name, one.kind, one.value, story.cast[one.by].name if one.by else None)
        for one in story.document.layer(Attribute)
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Mrs. Tallow was tall.", "appearance", "tall"),
        ("Mrs. Tallow came in. She was a tall woman of fifty.", "age", "fifty"),
        ("Mrs. Tallow laughed, green eyes shining.", "eyes", "green"),
        ("Mrs. Tallow narrowed emerald eyes at the door.", "eyes", "emerald"),
        ("Mrs. Tallow closed her grey eyes.", "eyes", "grey"),
        ("Mrs. Tallow combed her hair. Her hair was red.", "hair", "red"),
        ("They had met Mrs. Tallow, a dressmaker.", "profession", "dressmaker"),
        ("Mrs. Tallow grew angry.", "state", "angry"),
        ("Mrs. Tallow felt shy.", "state", "shy"),
        ("Mrs. Tallow was twelve years old then.", "age", "twelve"),
        ("Mrs. Tallow broke her leg on the stairs.", "state", "broken leg"),
        ("Mrs. Tallow died in March.", "state", "dead"),
        ("Mrs. Tallow opened her green umbrella.", "possession", "green umbrella"),
        ("Captain Tallow sailed on Tuesday.", "profession", "captain"),
        ("Mrs. Tallow was a woman with long white hair.", "hair", "long white"),
        ("They saw Mr. Lucas Tallow, the rector.", "profession", "rector"),
        ("Mrs. Tallow wore a green turban.", "appearance", "green turban"),
        ("Mrs. Tallow was dressed in a black gown.", "appearance", "black gown"),
        ("Mrs. Tallow married in March.", "state", "married"),
        ("Mrs. Tallow has a motor-car.", "possession", "motor-car"),
        ("Mrs. Tallow put out her long white hand.", "appearance", "long white hand"),
    ],
)
def test_what_somebody_is_like_is_told(text: str, kind: str, value: str) -> None:
    assert [(one[1], one[2]) for one in told(text) if one[2] == value] == [(kind, value)]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Tallow was not tall.",
        "Mrs. Tallow had been pretty.",
        "“I was tall then,” said Mrs. Tallow.",
        "Mrs. Tallow was a socialist.",
        "If Mrs. Tallow were tall, she would reach it.",
        "Was Mrs. Tallow tall?",
        "Mrs. Tallow looked as if she were ill.",
        "Mrs. Tallow was no doctor.",
        "Mrs. Tallow was a splendid cook.",
        "Mrs. Tallow and Mrs. Vane came in. She was tall.",
        "Mrs. Tallow might be proud.",
        "Mrs. Tallow imagined that she was a queen.",
        "Mrs. Tallow is cold when it rains.",
        "Mrs. Tallow is an old maid.",
        "Ada, the rector, and Mrs. Tallow came in.",
        "Mrs. Tallow is to be a queen.",
        "Mrs. Tallow took off her gloves.",
        "She had told Mrs. Tallow to put on her black dress.",
        "“I am afraid that it rains,” said Mrs. Tallow.",
    ],
)
def test_what_is_denied_supposed_asked_or_of_whom_one_cannot_know_is_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.usefixtures("model")
def test_what_somebody_says_is_theirs_to_answer_for() -> None:
    text = "“Good evening,” said Mr. Brandreth.\n\n“Mr. Brandreth is a man of fifty,” said Mrs. Tallow to Ada."
    assert ("Mr. Brandreth", "age", "fifty", "Mrs. Tallow") in told(text)


@pytest.mark.usefixtures("model")
def test_the_evidence_is_the_words_and_the_person() -> None:
    text = "Mrs. Tallow closed her large grey eyes."
    one = next(iter(read_text(text).document.layer(Attribute)))
    assert [span.of(text) for span in one.evidence] == ["large grey eyes", "her"]
    assert one.value == "large grey"


def test_a_reading_by_rules_makes_none() -> None:
    assert Attribute not in read_text("Mrs. Tallow was tall.").document.layers


@pytest.mark.usefixtures("model")
def test_a_nose_is_broken_of_whoever_has_it() -> None:
    found = told("Mrs. Tallow came in. Mr. Brandreth broke her nose with his open hand.")
    assert ("Mr. Brandreth", "state", "broken nose") not in [one[:3] for one in found]


@pytest.mark.usefixtures("model")
def test_too_old_by_years_is_no_age() -> None:
    assert not told("“I am five years too old to lie,” said Mrs. Tallow.")


@pytest.mark.usefixtures("model")
def test_my_dear_old_horse_is_whoever_is_called_so() -> None:
    assert not told("“Why, my dear old horse, you are coming with us,” said Mrs. Tallow.")


@pytest.mark.usefixtures("model")
def test_who_comes_round_the_corner_of_somebody_is_another() -> None:
    found = told("Mr. Brandreth sat by the stove. There appeared round the corner of Brandreth a young woman.")
    assert ("Mr. Brandreth", "age", "young", None) not in found
