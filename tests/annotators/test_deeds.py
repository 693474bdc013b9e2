import pytest

from fabula.layers import Deed
from fabula.pipeline import read_text
from fabula.world import Story

COMPANY = "Mrs. Tallow and Mr. Brandreth sat by the fire.\n\n"
"""Two who are nobody else, of whom a pronoun can mean only one."""


def deeds(story: Story) -> list[Deed]:
    return list(story.document.layer(Deed).current())


def told(text: str) -> list[tuple[list[str], str, list[str]]]:
    """Who does what to whom, behind the sentence that brings both in."""
    story = read_text(COMPANY + text)
    return [
        ([story.cast[who].name for who in one.agents], one.verb, [story.cast[who].name for who in one.patients])
        for one in deeds(story)
        if one.span.start > len(COMPANY)
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Mr. Brandreth struck Mrs. Tallow.", (["Mr. Brandreth"], "strike", ["Mrs. Tallow"])),
        ("Mrs. Tallow was struck by Mr. Brandreth.", (["Mr. Brandreth"], "strike", ["Mrs. Tallow"])),
        ("Mr. Brandreth opened the door.", (["Mr. Brandreth"], "open", [])),
        ("A stone struck Mr. Brandreth.", ([], "strike", ["Mr. Brandreth"])),
        ("Mrs. Tallow looked at Mr. Brandreth.", (["Mrs. Tallow"], "look at", ["Mr. Brandreth"])),
        ("Mrs. Tallow gave Mr. Brandreth the key.", (["Mrs. Tallow"], "give", ["Mr. Brandreth"])),
        ("Mrs. Tallow stood up.", (["Mrs. Tallow"], "stand up", [])),
        ("Mrs. Tallow rose and left the room.", (["Mrs. Tallow"], "leave", [])),
        ("Edith saw Mr. Brandreth, who pushed Mrs. Tallow.", (["Mr. Brandreth"], "push", ["Mrs. Tallow"])),
        ("Mrs. Tallow and Mr. Brandreth left the room.", (["Mrs. Tallow", "Mr. Brandreth"], "leave", [])),
    ],
)
def test_who_does_what_to_whom_is_told(text: str, deed: tuple[list[str], str, list[str]]) -> None:
    assert deed in told(text)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brandreth did not strike Mrs. Tallow.",
        "Mr. Brandreth would strike Mrs. Tallow.",
        "If Mr. Brandreth struck Mrs. Tallow, all was lost.",
        "“Good evening,” said Mrs. Tallow.",
        "The rain beat on the door.",
        "They knocked on the door.",
        "They came to Venice.",
    ],
)
def test_what_does_not_happen_is_said_or_is_done_by_nobody_is_no_deed(text: str) -> None:
    assert told(text) == []


@pytest.mark.usefixtures("model")
def test_what_somebody_does_to_themselves_is_done_to_nobody_else() -> None:
    assert told("Mrs. Tallow cut herself.") == [(["Mrs. Tallow"], "cut", [])]


@pytest.mark.usefixtures("model")
def test_a_deed_cites_its_verb_who_takes_part_and_when() -> None:
    text = COMPANY + "On Monday Mr. Brandreth struck Mrs. Tallow."
    (deed,) = (one for one in deeds(read_text(text)) if one.verb == "strike")
    assert [span.of(text) for span in deed.evidence] == ["struck", "Brandreth", "Tallow", "Monday"]
    assert len(deed.times) == 1


@pytest.mark.usefixtures("model")
def test_what_had_been_before_is_told_apart() -> None:
    happened = {one.verb: one.is_earlier for one in deeds(read_text("Ada had left the house. Ada walked home."))}
    assert happened == {"leave": True, "walk": False}


@pytest.mark.usefixtures("model")
def test_what_somebody_tells_is_theirs() -> None:
    story = read_text(COMPANY + "“Edith broke the lamp,” said Mrs. Tallow.")
    (deed,) = (one for one in deeds(story) if one.verb == "break")
    assert story.cast[str(deed.by)].name == "Mrs. Tallow"


@pytest.mark.usefixtures("model")
def test_a_pronoun_that_may_mean_another_is_less_sure() -> None:
    story = read_text(COMPANY + "Edith and Mrs. Vane came in. She opened the door. Edith shut the window.")
    sure = {one.verb: one.confidence for one in deeds(story) if one.confidence is not None}
    assert sure["open"] < sure["shut"]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brandreth graduated after Mrs. Tallow.",
        "Mr. Brandreth looked to Mrs. Tallow like a thief.",
        "Mr. Brandreth struck Mrs. Tallow as a clever man.",
    ],
)
def test_what_is_later_or_seems_so_to_somebody_is_not_done_to_them(text: str) -> None:
    assert not [deed for deed in told(text) if deed[2]]


@pytest.mark.usefixtures("model")
def test_who_is_run_after_has_it_done_to_them() -> None:
    assert (["Mr. Brandreth"], "run after", ["Mrs. Tallow"]) in told("Mr. Brandreth ran after Mrs. Tallow.")
