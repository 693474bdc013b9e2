"""Expressions, phrases and events that the reader model finds: are the very words right?

The layers and measures are LitBank's: expressions with type and kind (Bamman, Lewke and Mansoor 2020), phrases with
type, nested ones too (Bamman, Popat and Shen 2019), and events (Sims, Park and Bamman 2019).
"""

from fabula.layers import EntityPhrase, Event, Expression
from fabula.scoring.measures import Agreement, Measure
from fabula.scoring.reference import Reference
from fabula.world import Story


def score_expressions(story: Story, reference: Reference) -> dict[str, Measure]:
    """Agreement on expressions with their type and kind, and on their extents alone."""
    found = story.document.layer(Expression).current()
    return {
        "extent, type and kind": Agreement.of_sets(
            {(one.span, one.type, one.kind) for one in reference.expressions},
            {(one.span, one.type, one.kind) for one in found},
        ),
        "extent": Agreement.of_sets({one.span for one in reference.expressions}, {one.span for one in found}),
    }


def score_phrases(story: Story, reference: Reference) -> dict[str, Measure]:
    """Agreement on entity phrases with their type, and on their extents alone."""
    found = story.document.layer(EntityPhrase).current()
    return {
        "extent and type": Agreement.of_sets(
            {(one.span, one.type) for one in reference.phrases}, {(one.span, one.type) for one in found}
        ),
        "extent": Agreement.of_sets({one.span for one in reference.phrases}, {one.span for one in found}),
    }


def score_events(story: Story, reference: Reference) -> dict[str, Measure]:
    """Agreement on the words that tell events."""
    found = {event.span for event in story.document.layer(Event).current()}
    return {"words": Agreement.of_sets(set(reference.events), found)}
