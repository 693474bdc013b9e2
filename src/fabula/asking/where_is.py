"""Where is Mrs. Vane?"""

import re
from collections.abc import Iterator

from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.world import Story, Storyworld

HOW = {"at": "is told to be in or at", "arrives": "comes to", "leaves": "leaves", "towards": "sets out for"}


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """The last place told of, and the last scene that shows them."""
    who = called(story, match["name"])
    for claim in world.whereabouts(who)[-1:]:
        yield Statement(f"{who.name} {HOW[claim.how]} {story.cast[claim.place].name}", claim)
    there = [one for one in world.appearances(who) if one.is_present]
    if there:
        yield Statement(f"{who.name} is last seen here", there[-1].claims[-1])


WHERE_IS = Kind(asked(r"where(?:\s+(?:is|was|are|were)|['’]s)\s+NAME"), "where is Mrs. Vane?", answer)
