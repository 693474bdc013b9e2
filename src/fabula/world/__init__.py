"""The storyworld: views folded from the claims of a document."""

from fabula.world.cast import Cast, Character
from fabula.world.speech import Quoted
from fabula.world.story import Chapter, Story

__all__ = ["Cast", "Chapter", "Character", "Quoted", "Story"]
