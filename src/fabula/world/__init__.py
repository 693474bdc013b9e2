"""The storyworld: views folded from the claims of a document."""

from fabula.world.cast import Cast
from fabula.world.character import Character
from fabula.world.speech import Quoted
from fabula.world.story import Chapter, Story
from fabula.world.storyworld import Storyworld

__all__ = ["Cast", "Chapter", "Character", "Quoted", "Story", "Storyworld"]
