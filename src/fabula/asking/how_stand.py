"""How do Ada and Mrs. Vane stand to each other?"""

import re
from collections.abc import Iterator

from fabula.asking import told
from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.world import Quoted, Story, Storyworld


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """What the one is to the other, and what each first and last said to the other."""
    one, other = called(story, match["name"]), called(story, match["other"])
    for relation in world.between(one, other):
        yield told.relation(world, relation)
    for speaker, listener in ((one, other), (other, one)):
        said = [quoted for quoted in story.quotations if _says(quoted, speaker.id, listener.id)]
        for quoted, when in zip((*said[:1], *said[1:][-1:]), ("first", "last"), strict=False):
            yield Statement(f"{speaker.name} {when} says to {listener.name}", quoted.quotation)


def _says(quoted: Quoted, speaker: str, listener: str) -> bool:
    spoken = quoted.is_spoken and not quoted.is_doubtful and quoted.speaker is not None and quoted.speaker.id == speaker
    return spoken and [addressee.id for addressee in quoted.addressees] == [listener]


STAND = Kind(
    asked(r"how\s+(?:do|does|did)\s+NAME\s+and\s+OTHER\s+stand(?:\s+to\s+each\s+other)?"),
    "how do Ada and Mrs. Vane stand?",
    answer,
)
IS_TO = Kind(asked(r"(?:what|who)\s+(?:is|was)\s+NAME\s+to\s+OTHER"), "what is Ada to Mrs. Vane?", answer)
