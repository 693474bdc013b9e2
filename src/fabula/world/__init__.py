"""The storyworld: views folded from the claims of a document."""

from fabula.world.cast import Cast
from fabula.world.character import Character
from fabula.world.feelings import Feeling, Feelings
from fabula.world.pooling import Band, Pooled
from fabula.world.speech import Quoted
from fabula.world.story import Chapter, Story
from fabula.world.storyworld import Storyworld

__all__ = ["Band", "Cast", "Chapter", "Character", "Feeling", "Feelings", "Pooled", "Quoted", "Story", "Storyworld"]
