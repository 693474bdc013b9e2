import pytest

from fabula import read_text


@pytest.mark.parametrize(("suffix", "pronouns"), [("kun", "he"), ("abla", "she"), ("san", None)])
def test_a_suffix_tells_the_gender_only_where_it_is_kept_for_one(suffix: str, pronouns: str | None) -> None:
    story = read_text(
        f"Sorano came up the path, and Miss Dale ran to the gate. “Sorano-{suffix}, wait!” said Miss Dale.\n\n"
        f"Sorano stopped. “Why?” said Sorano.\n\n“Sorano-{suffix}, please, come back,” said Miss Dale.\n"
    )
    assert {one.name: one.pronouns for one in story.characters}["Sorano"] == pronouns
