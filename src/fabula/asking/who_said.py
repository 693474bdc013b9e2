"""Who said “The guests are late”?"""

import re
from collections.abc import Iterator

from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.world import Story, Storyworld

MARKS = "“”\"'‘’ .,!?"


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """Whoever surely said these words, and to whom."""
    words = _plain(match["name"])
    for quoted in story.quotations:
        if words and words in _plain(quoted.text) and quoted.speaker is not None and not quoted.is_doubtful:
            to = f" to {', '.join(one.name for one in quoted.addressees)}" if quoted.addressees else ""
            yield Statement(f"{quoted.speaker.name} says so{to}", quoted.quotation)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split()).strip(MARKS)


WHO_SAID = Kind(asked(r"who\s+sa(?:id|ys)\s+NAME"), "who said “The guests are late”?", answer)
