"""Who is there?"""

import re
from collections.abc import Iterator

from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.world import Story, Storyworld


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """Who has been there in the scene that goes on."""
    for there in world.company(world.scene) if world.scene else ():
        if there.is_present:
            yield Statement(f"{world.who(there.entity).name} is there", there.claims[-1])


THERE = Kind(asked(r"who(?:\s+(?:is|are|was|were)|['’]s)\s+(?:here|there|present)"), "who is there?", answer)
