"""The storyworld: views folded from the claims of a document."""

from fabula.world.address_forms import AddressForm
from fabula.world.cast import Cast
from fabula.world.character import Character
from fabula.world.feelings import Feeling, Feelings
from fabula.world.networks import Contact, Networks, Tie
from fabula.world.pooling import Band, Pooled
from fabula.world.speech import Quoted
from fabula.world.story import Chapter, Story
from fabula.world.storyworld import Storyworld
from fabula.world.timeline import Clash, Saying, Stretch, Timeline

__all__ = [
    "AddressForm",
    "Band",
    "Cast",
    "Chapter",
    "Character",
    "Clash",
    "Contact",
    "Feeling",
    "Feelings",
    "Networks",
    "Pooled",
    "Quoted",
    "Saying",
    "Story",
    "Storyworld",
    "Stretch",
    "Tie",
    "Timeline",
]
