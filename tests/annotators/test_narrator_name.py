"""What the teller of a story is called, from those who call them."""

import pytest

from fabula import Story
from fabula.layers import Identity
from fabula.pipeline import read_text

OPENING = (
    "I went down to the quay before it was light. My boots let in the water, and I had forgotten my scarf. Nobody saw "
    "me go, and I told nobody where I went. I counted the boats twice."
)
"""Written for these tests, as is all that follows."""


def named(story: Story) -> list[str]:
    """The names of the tellers."""
    return [character.name for character in story.cast.everyone if character.narrator]


def merged(story: Story) -> int:
    """How often a teller was found to bear a name."""
    return sum(claim.made_by == "narrator-name" for claim in story.document.layer(Identity))


def told(*paragraphs: str) -> Story:
    return read_text("\n\n".join((OPENING, *paragraphs)))


def test_whoever_is_called_while_the_narrator_answers_is_the_narrator() -> None:
    story = told(
        "“You are early, Edgar,” said Rosa.",
        "“I could not sleep,” I said.",
        "“Is the boat ready, Edgar?” she asked.",
        "“Nearly,” I said. Rosa laughed at me.",
        "“Then come, Edgar,” said Rosa, and I went with her.",
    )
    assert named(story) == ["Edgar"]
    assert merged(story) == 1


def test_whoever_answers_in_person_is_not() -> None:
    story = told(
        "“You are early, Edgar,” said Rosa.",
        "“I could not sleep,” said Edgar. I looked away.",
        "“Is the boat ready, Edgar?” she asked me to ask.",
        "“Nearly,” said Edgar. Edgar laughed at me, and Rosa laughed too.",
        "“Then come, Edgar,” said Rosa, and Edgar went with her while I stayed.",
    )
    assert named(story) == ["the narrator"]
    assert merged(story) == 0


@pytest.mark.parametrize(
    "words",
    [
        "My name is Edgar Vance, and I was born on the island.",
        "They call me Edgar Vance, though I was born to another name.",
        "I, Edgar Vance, swear that I saw it.",
    ],
)
def test_tellers_may_state_their_name(words: str) -> None:
    assert named(told(words, "“Edgar Vance!” cried Rosa. I turned to Rosa.")) == ["Edgar Vance"]


def test_one_call_is_not_enough() -> None:
    assert merged(told("“Look out, Edgar!” cried Rosa.", "The boat was gone.")) == 0


def test_a_name_in_the_narration_is_somebody_else() -> None:
    story = told(
        "Edgar rowed. “Faster, Edgar,” said Rosa.",
        "“As fast as you like,” I said.",
        "Edgar rowed faster. Then Edgar rested.",
        "“Row, Edgar,” said Rosa, and I watched Edgar row.",
    )
    assert merged(story) == 0


def test_a_third_person_story_has_nobody_to_name() -> None:
    story = read_text("Rosa went to the quay.\n\n“My name is Edgar,” said the man.\n\n“Edgar!” cried Rosa. “Edgar!”")
    assert merged(story) == 0
    assert named(story) == []
