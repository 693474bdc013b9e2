"""Stories whose grammar is set by hand."""

from collections.abc import Sequence
from dataclasses import replace

from fabula import read_text
from fabula.document import Numbers, Tags
from fabula.world import Story


def story(text: str, rows: str) -> Story:
    """A story with `POS|lemma|relation|head` for each token, parted by blanks; the head counts in the text from 0."""
    values = [row.split("|") for row in rows.split()]
    document = read_text(text).document
    assert len(values) == len(document.tokens)
    return with_grammar(
        Story(document),
        {
            "pos": [row[0] for row in values],
            "lemma": [row[1] for row in values],
            "relation": [row[2] for row in values],
        },
        [int(row[3]) for row in values],
    )


def with_grammar(story: Story, tags: dict[str, list[str]], heads: Sequence[int]) -> Story:
    """The story with these tags and governors of its tokens."""
    document = story.document
    count = len(document.tokens)
    beside = {name: Tags("tokens", tags.get(name, [""] * count)) for name in ("pos", "features", "lemma", "relation")}
    beside["supersense"] = Tags("tokens", tags.get("supersense", [""] * count))
    return Story(replace(document, tags=beside, numbers={"head": Numbers("tokens", heads)}))
