import dataclasses

import pytest
from by_hand import TEXT, find
from by_hand import story as by_hand

from fabula.document import Layer
from fabula.layers import Attribution, Presence
from fabula.pipeline import read_text
from fabula.world import Story, Tie

TALK = (
    "Chapter 1\n\nEdith Brook and Mr. Brandreth sat by the fire. Edith Brook sighed.\n\n"
    "“Where is Ned Harker?” said Edith Brook.\n\n"
    "“Ned Harker is late again, Edith,” said Mr. Brandreth.\n\n"
    "“I knew it,” said Edith Brook.\n\n"
    "Chapter 2\n\n"
    "“Sit down, Ned Harker,” said Mr. Brandreth to Ned Harker.\n\n"
    "“Thank you, Mr. Brandreth,” said Ned Harker.\n"
)


@pytest.fixture(scope="module")
def talk() -> Story:
    return read_text(TALK)


def named(story: Story, ties: tuple[Tie, ...]) -> dict[tuple[str, str], int]:
    return {(story.cast[tie.source].name, story.cast[tie.target].name): tie.weight for tie in ties}


def test_whoever_speaks_to_another_has_a_tie_with_its_words(talk: Story) -> None:
    ties = talk.networks["conversation"]
    assert named(talk, ties)["Edith Brook", "Mr. Brandreth"] == 2
    assert named(talk, ties)["Ned Harker", "Mr. Brandreth"] == 1
    tie = next(one for one in ties if talk.cast[one.source].name == "Edith Brook")
    assert [one.evidence[0].of(TALK) for one in tie.contacts] == ["“Where is Ned Harker?”", "“I knew it,”"]
    assert tie.words == 7


def test_a_name_is_of_whom_is_spoken_not_whom_it_calls(talk: Story) -> None:
    mention = named(talk, talk.networks["mention"])
    assert mention == {("Edith Brook", "Ned Harker"): 1, ("Mr. Brandreth", "Ned Harker"): 1}


def test_the_narrator_names_two_in_one_paragraph(talk: Story) -> None:
    naming = talk.networks["naming"]
    assert named(talk, naming) == {("Edith Brook", "Mr. Brandreth"): 1, ("Mr. Brandreth", "Ned Harker"): 1}
    (contact,) = naming[0].contacts
    assert [span.of(TALK) for span in contact.evidence] == ["Edith Brook", "Mr. Brandreth"]


def test_ties_are_told_apart_by_scene(talk: Story) -> None:
    (tie,) = [one for one in talk.networks["conversation"] if talk.cast[one.source].name == "Ned Harker"]
    assert list(tie.by_scene()) == [2]
    assert tie.by_scene()[2].contacts == tie.contacts


def test_a_view_has_the_ties_of_the_text_up_to_there(talk: Story) -> None:
    end = TALK.index("Chapter 2")
    before = read_text(TALK[:end])
    cut = talk.until(talk.passages[-1].span.start)
    assert named(cut, cut.networks["conversation"]) == named(before, before.networks["conversation"])
    assert not any(talk.cast[one.source].name == "Ned Harker" for one in cut.networks["conversation"])


def test_two_who_are_there_in_a_scene_have_one_tie_for_it() -> None:
    story = with_claims(
        Presence(
            id="pr3", evidence=(find("Vane"),), known_at=len(TEXT), made_by="hand", entity="e4", scene="sc1",
            mode="present", replaces="pr2",
        )
    )  # fmt: skip
    (tie,) = story.networks["presence"]
    assert {tie.source, tie.target} == {"e1", "e2"}, "e4 turned out to be e1"
    assert sorted(span.of(TEXT) for span in tie.contacts[0].evidence) == ["Ada", "Vane"]
    assert not by_hand().networks["presence"], "one of them was only spoken of"


def test_what_a_doubtful_speaker_says_ties_nobody() -> None:
    assert len(by_hand().networks["conversation"]) == 2
    claims = [
        dataclasses.replace(one, confidence=0.7) if one.speaker else one
        for one in by_hand().document.layer(Attribution)
    ]
    document = by_hand().document
    doubtful = Story(dataclasses.replace(document, layers={**document.layers, Attribution: Layer(Attribution, claims)}))
    assert not doubtful.networks["conversation"]


def test_nobody_has_no_ties() -> None:
    story = read_text("Take two eggs and a cup of flour.\n")
    assert not any(story.networks[kind] for kind in ("presence", "conversation", "mention", "naming"))


def with_claims(claim: Presence) -> Story:
    document = by_hand().document
    layer = Layer(Presence, [*document.layer(Presence), claim])
    return Story(dataclasses.replace(document, layers={**document.layers, Presence: layer}))
