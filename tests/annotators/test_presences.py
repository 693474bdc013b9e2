import pytest

from fabula.layers import Narrator, Presence
from fabula.pipeline import read_text

pytestmark = pytest.mark.usefixtures("model")
ONE = "Chapter 1\n\n“Sit down,” said Mrs. Tallow. Edith walked to the window. She had met Mr. Brandreth in June.\n\n"
TWO = "Chapter 2\n\n“Mrs. Tallow is ill,” said Edith. Mr. Brandreth opened the door and looked at Edith.\n"


def there(text: str, mode: str) -> list[tuple[str, str]]:
    """Who is there in which scene."""
    story = read_text(text)
    claims = story.document.layer(Presence).current()
    return [(story.cast[one.entity].name, one.scene) for one in claims if one.mode == mode]


def test_who_speaks_or_does_something_that_one_sees_is_there() -> None:
    assert set(there(ONE, "present")) == {("Mrs. Tallow", "sc1"), ("Edith", "sc1")}


def test_who_is_only_named_is_mentioned() -> None:
    assert there(ONE, "mentioned") == [("Mr. Brandreth", "sc1")]


def test_each_scene_has_its_own_company() -> None:
    second = {who for who, scene in there(ONE + TWO, "present") if scene == "sc2"}
    assert second == {"Edith", "Mr. Brandreth"}
    assert ("Mrs. Tallow", "sc2") in there(ONE + TWO, "mentioned")


def test_who_turns_out_to_be_there_is_no_longer_only_mentioned() -> None:
    padding = "The rain fell on the roofs, and on the carts, and on the river. " * 60 + "\n\n"
    text = f"Chapter 1\n\nEdith waited for Mr. Brandreth.\n\n{padding}Mr. Brandreth opened the door.\n"
    story = read_text(text)
    claims = [one for one in story.document.layer(Presence) if story.cast[one.entity].name == "Mr. Brandreth"]
    assert [(one.mode, one.replaces) for one in claims] == [("mentioned", None), ("present", claims[0].id)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Put on your hat, by all means, Mr. Brandreth,” advised Edith.",
        "Mr. Brandreth often walked to the window.",
        "Mr. Brandreth called every morning.",
        "There had been a change in the weather since Mr. Brandreth entered the house.",
        "To this day Mr. Brandreth says that she is wrong.",
    ],
)
def test_whom_nobody_sees_then_and_there_is_only_mentioned(sentence: str) -> None:
    text = f"Chapter 1\n\nEdith walked to the door. {sentence} She looked at the garden and went out.\n"
    assert there(text, "mentioned") == [("Mr. Brandreth", "sc1")]


def test_nobody_comes_into_a_scene_as_a_pronoun() -> None:
    second = "Chapter 2\n\nThe house of Mr. Brandreth was dark. He opened the door.\n"
    assert ("Mr. Brandreth", "sc2") not in there(ONE + second, "present")
    assert ("Mr. Brandreth", "sc2") in there(f"{ONE}{second}\nMr. Brandreth closed it.\n", "present")


def test_who_tells_is_there_where_they_do_something_though_named_only_later() -> None:
    text = (
        "Chapter 1\n\nI walked to the window. “Sit down, Mr. Brandreth,” said Edith. I sat down and looked at Edith.\n"
    )
    story = read_text(text)
    (narrator,) = {one.entity for one in story.document.layer(Narrator)}
    present = [one.entity for one in story.document.layer(Presence) if one.mode == "present"]
    assert narrator is not None
    assert narrator in [story.cast.resolve(one) for one in present]


def test_who_is_called_by_name_and_answers_is_there() -> None:
    text = (
        "Chapter 1\n\n“I am leaving, Edith,” he said.\n\n“You said so before,” she answered. “Why?”\n\n"
        "He took his bag and opened the door.\n"
    )
    assert there(text, "present") == [("Edith", "sc1")]
    assert not there(text, "mentioned")


def test_whom_somebody_only_talks_of_is_not_called() -> None:
    text = "Chapter 1\n\n“Edith is leaving,” said Mrs. Tallow.\n\n“You said so before,” she answered.\n"
    assert "Edith" not in {who for who, _ in there(text, "present")}


def test_who_turns_out_to_be_somebody_mentioned_under_another_name_is_no_longer_only_mentioned() -> None:
    padding = "The rain fell on the roofs, and on the carts, and on the river. " * 60 + "\n\n"
    text = (
        f"Chapter 1\n\nEdith walked with Barty.\n\n{padding}Chapter 2\n\nEdith waited for Mr. Brandreth.\n\n{padding}"
        f"{padding}“Come in, Mr. Barty Brandreth,” said Edith.\n\n{padding}Mr. Brandreth opened the door.\n"
    )
    assert not [who for who, scene in there(text, "mentioned") if scene == "sc2"]
