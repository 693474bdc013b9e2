import pytest

from fabula.layers import Relation
from fabula.pipeline import read_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Who is what of whom."""
    story = read_text(text)
    return [
        (story.cast[one.entity].name, one.role, story.cast[one.other].name) for one in story.document.layer(Relation)
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Mrs. Tallow called her sister Edith.", ("Edith", "sister", "Mrs. Tallow")),
        ("Mrs. Tallow’s brother, Mr. Brandreth, sat by the door.", ("Mr. Brandreth", "brother", "Mrs. Tallow")),
        ("Edith was Mrs. Tallow’s sister.", ("Edith", "sister", "Mrs. Tallow")),
        ("Edith was the niece of Mrs. Tallow.", ("Edith", "niece", "Mrs. Tallow")),
        ("Edith married Mr. Brandreth in May.", ("Edith", "spouse", "Mr. Brandreth")),
        ("Edith was in love with Mr. Brandreth.", ("Edith", "lover", "Mr. Brandreth")),
        ("Edith had fallen in love with Mr. Brandreth.", ("Edith", "lover", "Mr. Brandreth")),
        ("“I am engaged to Mr. Brandreth,” said Edith.", ("Edith", "betrothed", "Mr. Brandreth")),
        ("Edith had been married to Mr. Brandreth for a year.", ("Edith", "spouse", "Mr. Brandreth")),
        ("Mrs. Tallow had a brother, Mr. Brandreth.", ("Mr. Brandreth", "brother", "Mrs. Tallow")),
        ("Mrs. Tallow came in. Her husband was Mr. Brandreth.", ("Mr. Brandreth", "husband", "Mrs. Tallow")),
        ("“My father’s name was Robert Vane,” said Edith.", ("Robert Vane", "father", "Edith")),
        ("Mr. Brandreth’s maid opened the door.", ("Mr. Brandreth’s maid", "maid", "Mr. Brandreth")),
        ("“I met my servant there,” said Mrs. Tallow.", ("my servant", "servant", "Mrs. Tallow")),
        ("“Edith is my cousin,” said Mrs. Tallow.", ("Edith", "cousin", "Mrs. Tallow")),
        ("“This is my cousin, Mr. Brandreth,” said Mrs. Tallow.", ("Mr. Brandreth", "cousin", "Mrs. Tallow")),
    ],
)
def test_who_is_what_of_whom_is_told(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in told(text)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "Edith was not Mrs. Tallow’s sister.",
        "Was Edith Mrs. Tallow’s sister?",
        "If Edith were Mrs. Tallow’s sister, she would come.",
        "“Perhaps Edith is my sister,” said Mrs. Tallow.",
        "“Edith is almost my sister,” said Mrs. Tallow.",
        "“They call Edith my sister,” said Mrs. Tallow.",
        "“Edith talks as if she were my sister,” said Mrs. Tallow.",
        "“I have no sister,” said Edith.",
        "Edith will marry Mr. Brandreth.",
        "Edith was not in love with Mr. Brandreth.",
        "Edith might fall in love with Mr. Brandreth.",
        "Edith was engaged to dine with Mr. Brandreth.",
        "Mrs. Tallow thought that Edith was in love with Mr. Brandreth.",
        "Edith was like a sister to Mrs. Tallow.",
        "Mrs. Tallow and Mrs. Vane came in. Edith was her sister.",
        "Mrs. Tallow asked Edith, and her brothers laughed.",
        "“Come in, my son,” said Mrs. Tallow.",
        "“My child, come in,” said Mrs. Tallow.",
        "“Edith, my child, you are late,” said Mrs. Tallow.",
        "Mrs. Vane sat down. Mrs. Tallow enquired after her husband.",
        "Mr. Brandreth kissed his future wife.",
        "Mrs. Tallow came in. At a nod from her sister, Edith sat down.",
        "Mrs. Tallow came in. Mrs. Tallow assured her that her husband slept.",
        "“I met Edith and her husband,” said Mrs. Tallow.",
        "I am Robert Vane. I looked up.\n\n” I was tired, when I saw my servant, Edith, in the doorway.",
    ],
)
def test_what_is_denied_supposed_or_of_whom_one_cannot_know_is_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "“You will not see my sister, Mr. Brandreth,” said Edith. “He is tired.”",
        "“Do not wake my brother, Mr. Brandreth,” said Edith.",
        "Mr. Brandreth lost his wife, Edith her lover.",
    ],
)
def test_a_name_behind_a_noun_is_not_theirs_if_somebody_is_called_or_has_a_verb_of_their_own(text: str) -> None:
    assert [one[0] for one in told(text) if one[0] in ("Mr. Brandreth", "Edith")] == []


@pytest.mark.usefixtures("model")
def test_whose_child_somebody_is_says_nothing_where_it_is_their_parents() -> None:
    assert not any(role == "daughter" for _, role, _ in told("“I am my mother’s daughter,” said Edith."))
    assert told("“Edith is my daughter,” said Mrs. Tallow.") == [("Edith", "daughter", "Mrs. Tallow")]


@pytest.mark.usefixtures("model")
def test_somebody_without_a_name_is_told_of_once() -> None:
    text = "Mrs. Tallow watched her neighbour. Mrs. Tallow read.\n\nMrs. Tallow thanked her neighbour.\n"
    assert [one[1:] for one in told(text)] == [("neighbour", "Mrs. Tallow")]


@pytest.mark.usefixtures("model")
def test_the_evidence_is_the_noun_and_the_two() -> None:
    text = "Mrs. Tallow called her sister Edith."
    one = next(iter(read_text(text).document.layer(Relation)))
    assert [span.of(text) for span in one.evidence] == ["sister", "Edith", "her"]
    assert (one.kind, one.by) == ("kin", None)
