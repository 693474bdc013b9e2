import pytest

from fabula.pipeline import read_text
from fabula.world import Story

TEXT = (
    "Chapter 1\n\nMiss Edith Tallow came in, and Robert Vane rose from his chair.\n\n"
    "“Good evening, Mr. Vane,” said Edith Tallow.\n\n"
    "“Good evening, Miss Tallow,” said Robert Vane. “I waited for you, Miss Tallow.”\n\n"
    "“I am late, sir,” said Edith Tallow to Robert Vane.\n\n"
    "“I have spoken to the porter, and to our friend Silas Brock,” said Robert Vane to Edith Tallow.\n\n"
    "Chapter 2\n\nThey had been married for a year.\n\n"
    "“Are you tired, Edith?” said Robert Vane.\n\n"
    "“My dear Robert, I am not,” said Edith Tallow.\n\n"
    "“Then sit down, my dear,” said Robert Vane to Edith Tallow.\n"
)


@pytest.fixture(scope="module")
def married() -> Story:
    return read_text(TEXT)


def forms(story: Story, source: str, target: str) -> list[tuple[str, str]]:
    cast = story.cast
    return [
        (one.form, one.kind)
        for one in story.address_forms
        if (cast[one.source].name, cast[one.target].name) == (source, target)
    ]


def test_forms_come_in_the_order_of_their_first_uses(married: Story) -> None:
    assert forms(married, "Robert Vane", "Edith Tallow") == [
        ("Miss Tallow", "titled"),
        ("Edith", "given"),
        ("my dear", "endearment"),
    ]
    assert forms(married, "Edith Tallow", "Robert Vane") == [
        ("Mr. Vane", "titled"),
        ("sir", "respect"),
        ("My dear Robert", "given"),
    ]


def test_every_use_is_kept_with_its_place(married: Story) -> None:
    form = next(one for one in married.address_forms if one.form == "Miss Tallow")
    assert [use.of(TEXT) for use in form.uses] == ["Miss Tallow", "Miss Tallow"]


def test_whoever_is_only_spoken_of_is_not_called(married: Story) -> None:
    assert not any("Silas" in one.form or "porter" in one.form for one in married.address_forms)


def test_a_view_knows_no_later_form(married: Story) -> None:
    before = married.until(TEXT.index("They had been married"))
    assert {one.form for one in before.address_forms} == {"Mr. Vane", "Miss Tallow", "sir"}
