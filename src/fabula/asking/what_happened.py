"""What happened to Mrs. Vane?"""

import re
from collections.abc import Iterator

from fabula.asking import told
from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.world import Story, Storyworld
from fabula.world.deeds import is_sure


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """The states that they have been in, what was surely done to them, and where they were last there."""
    who = called(story, match["name"])
    for attribute in world.attributes(who):
        if attribute.kind == "state":
            yield told.attribute(world, attribute)
    for deed in world.suffered(who):
        if is_sure(deed):
            yield told.deed(world, deed)
    there = [one for one in world.appearances(who) if one.is_present]
    if there:
        yield Statement(f"{who.name} is last there here", there[-1].claims[-1])


HAPPENED = Kind(
    asked(r"what(?:\s+has|\s+had|['’]s)?\s+(?:happen(?:s|ed)|bec[ao]me)\s+(?:to|of)\s+NAME"),
    "what happened to Ada?",
    answer,
)
