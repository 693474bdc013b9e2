"""All tasks for one story, with one map from its entities to the reference's characters."""

from dataclasses import dataclass

from fabula.layers import EntityPhrase, Event, Expression, Mention
from fabula.scoring.addressees import score_addressees
from fabula.scoring.calibration import score_calibration
from fabula.scoring.cast import score_cast
from fabula.scoring.coreference import score_coreference
from fabula.scoring.expressions import score_events, score_expressions, score_phrases
from fabula.scoring.mapping import CharacterMap, map_by_mentions, map_by_name
from fabula.scoring.matching import Match, match_quotations
from fabula.scoring.measures import Scores
from fabula.scoring.mentions import score_mentions, score_quoted_mentions
from fabula.scoring.names import AliasTable
from fabula.scoring.quotations import score_quotations
from fabula.scoring.reference import Reference
from fabula.scoring.speakers import score_speakers
from fabula.world import Story


@dataclass(frozen=True)
class Scored:
    """The scores by task, and what they were made from."""

    tasks: dict[str, Scores]
    matches: list[Match]
    mapping: CharacterMap


def score(story: Story, reference: Reference) -> Scored:
    """Scores a reading of the reference's text in every task for which the reference has answers.

    With listed characters, entities are mapped to them by name; without, by shared mentions. What only the reader
    model finds is left out where a story was read by rules.
    Raises `ValueError` if the two texts differ.
    """
    if story.text != reference.text:
        raise ValueError(f"The story read is not the text of the reference '{reference.id}'. Read its text unchanged.")
    names = AliasTable(reference.characters)
    mapping = map_by_name(story, names) if reference.characters else map_by_mentions(story, reference)
    matches = match_quotations(story, reference)
    tasks: dict[str, Scores] = {
        "quotations": score_quotations(story, reference),
        "speakers": score_speakers(matches, reference, mapping),
        "calibration": score_calibration(matches, mapping),
    }
    if any(quotation.addressees for quotation in reference.quotations):
        tasks["addressees"] = score_addressees(matches, mapping)
    if reference.characters:
        tasks["cast"] = score_cast(story, reference, names, mapping)
        tasks["quoted mentions"] = score_quoted_mentions(story, reference, names, mapping)
    if reference.mentions:
        tasks["mentions"] = score_mentions(story, reference)
    layers = story.document.layers
    if reference.expressions and Expression in layers:
        tasks["expressions"] = score_expressions(story, reference)
    if reference.phrases and EntityPhrase in layers:
        tasks["entity phrases"] = score_phrases(story, reference)
    if reference.events and Event in layers:
        tasks["events"] = score_events(story, reference)
    if reference.referents:
        mentions = story.document.layer(Mention).current()
        found = {mention.span: story.cast.resolve(mention.entity) for mention in mentions}
        tasks["coreference"] = score_coreference(reference.referents, found)
    return Scored(tasks, matches, mapping)
