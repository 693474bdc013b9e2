"""What does Mrs. Vane look like? What is she like? What does she own?"""

import re
from collections.abc import Iterator

from fabula.asking import told
from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.world import Story, Storyworld

LOOKS = frozenset(("eyes", "hair", "appearance", "age"))


def looks(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """Eyes, hair, looks, age."""
    for attribute in world.attributes(called(story, match["name"])):
        if attribute.kind in LOOKS:
            yield told.attribute(world, attribute)


def everything(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """All that is told of what they are and have."""
    for attribute in world.attributes(called(story, match["name"])):
        yield told.attribute(world, attribute)


def owned(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """What they have."""
    for attribute in world.attributes(called(story, match["name"])):
        if attribute.kind == "possession":
            yield told.attribute(world, attribute)


LOOKS_LIKE = Kind(asked(r"what\s+do(?:es)?\s+NAME\s+look\s+like"), "what does Mrs. Vane look like?", looks)
IS_LIKE = Kind(asked(r"what(?:\s+(?:is|was)|['’]s)\s+NAME\s+like"), "what is Mrs. Vane like?", everything)
OWNS = Kind(asked(r"what\s+do(?:es)?\s+NAME\s+(?:own|have|possess)"), "what does Mrs. Vane own?", owned)
