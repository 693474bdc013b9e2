"""Who knows about Mrs. Vane?"""

import re
from collections.abc import Iterator

from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.world import Story, Storyworld


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """Who has spoken or heard of them, each from when on."""
    who = called(story, match["name"])
    for one, told in world.knowers(who).items():
        how = "speaks of them" if one == told.speaker else f"hears of them from {story.cast[told.speaker].name}"
        yield Statement(f"{story.cast[one].name} {how}", told.quotation)


WHO_KNOWS = Kind(asked(r"who\s+kn(?:ows|ew)(?:\s+(?:about|of))?\s+NAME"), "who knows about Ada?", answer)
