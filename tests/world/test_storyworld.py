import pytest

from fabula.pipeline import read_text
from fabula.world import Story, Storyworld

TEXT = (
    "Chapter 1\n\nMrs. Tallow called her sister Edith. Edith walked to the window. Her eyes were grey.\n\n"
    "Chapter 2\n\nThe next day it rained. “I am cold,” said Mr. Brandreth. "
    "Edith laughed. Mr. Brandreth was a tall man.\n"
)


@pytest.fixture
def story(model: None) -> Story:
    return read_text(TEXT)


def facts(world: Storyworld) -> object:
    """All that a world says."""
    return (
        world.position,
        world.characters,
        world.places,
        world.scenes,
        world.present,
        world.relations,
        world.open_questions,
        world.timeline,
        [
            (one, part(one))
            for part in (
                world.appearances,
                world.attributes,
                world.relations_of,
                world.done,
                world.suffered,
                world.whereabouts,
                world.knows,
                world.knowers,
            )
            for one in world.characters
        ],
    )


def test_the_world_at_the_end_knows_everything(story: Story) -> None:
    world = story.world()
    edith = next(one for one in world.characters if one.name == "Edith")
    tallow = next(one for one in world.characters if one.name == "Mrs. Tallow")
    assert {one.name for one in world.present} == {"Mr. Brandreth", "Edith"}
    (sister,) = world.between(edith, tallow)
    assert (sister.role, world.who(sister.other).name) == ("sister", "Mrs. Tallow")
    assert [one.is_present for one in world.appearances(edith)] == [True, True]


def test_the_world_at_a_place_knows_nothing_of_what_comes_later(story: Story) -> None:
    end = TEXT.index("Chapter 2")
    world = story.world(at=end)
    assert facts(world) == facts(read_text(TEXT[:end]).world(at=end))
    assert "Mr. Brandreth" not in {one.name for one in world.characters}
    assert all(one.span.end <= end for one in world.relations)


def test_steps_lead_where_one_leap_does(story: Story) -> None:
    stepped = story.world(at=0)
    for passage in story.passages:
        stepped.advance(passage.span.end)
    stepped.advance(len(TEXT))
    assert facts(stepped) == facts(story.world())


def test_there_is_no_way_back(story: Story) -> None:
    with pytest.raises(ValueError, match="cannot go back to 3"):
        story.world().advance(3)


def test_a_story_read_by_rules_has_a_world_too() -> None:
    world = read_text(TEXT).world()
    assert world.characters
    assert world.relations == ()
