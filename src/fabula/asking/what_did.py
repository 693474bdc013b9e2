"""What did Ada do? What did Ada do to Mrs. Vane?"""

import re
from collections.abc import Iterator

from fabula.asking import told
from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.world import Story, Storyworld
from fabula.world.deeds import is_sure


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """All that they surely did."""
    for deed in world.done(called(story, match["name"])):
        if is_sure(deed):
            yield told.deed(world, deed)


def answer_to(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """All that one is told to have done to the other, the less sure too."""
    suffered = {deed.id for deed in world.suffered(called(story, match["other"]))}
    for deed in world.done(called(story, match["name"])):
        if deed.id in suffered:
            yield told.deed(world, deed)


DID = Kind(asked(r"what\s+(?:did|does|has|had)\s+NAME\s+(?:do|done)"), "what did Ada do?", answer)
DID_TO = Kind(
    asked(r"what\s+(?:did|does|has|had)\s+NAME\s+(?:do|done)\s+(?:to|with|for)\s+OTHER"),
    "what did Ada do to Mrs. Vane?",
    answer_to,
)
