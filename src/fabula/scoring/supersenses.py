"""Supersenses: is the class of each noun and verb right?"""

from collections.abc import Set as AbstractSet

from fabula.document.runs import runs
from fabula.scoring.measures import Agreement, Measure
from fabula.text import Span
from fabula.world import Story

Sense = tuple[Span, str]
"""Words with their class, such as `noun.person`."""


def score_supersenses(story: Story, reference: AbstractSet[Sense]) -> dict[str, Measure]:
    """Agreement on the words of a sense with its class, and on the words alone.

    Raises `LayerMissing` if nothing has made supersenses.
    """
    tokens = story.document.tokens
    found = {
        (Span(tokens.starts[first], tokens.ends[behind - 1]), sense)
        for first, behind, sense in runs(story.document.tag("supersense"))
    }
    return {
        "extent and class": Agreement.of_sets(reference, found),
        "extent": Agreement.of_sets({span for span, _ in reference}, {span for span, _ in found}),
    }
