"""What the page knows beside its text: claims as compact JSON, each with the position at which it was known."""

import json
from collections.abc import Iterator
from typing import Any

from fabula.exports.html.called import names
from fabula.exports.html.ink import plain
from fabula.exports.html.text import shown
from fabula.layers import Attribution, Cue, ParagraphKind
from fabula.text import Span
from fabula.world import Chapter, Character, Story
from fabula.world.history import history
from fabula.world.speech import DOUBTFUL


def facts(story: Story) -> str:
    """The facts as JSON that may stand inside a script element.

    Positions are code points; spans in lists are `start, end, start, end, ...`. The page folds these facts up to the
    position that the reader has reached, so nothing in it may say more than was known at its own position.
    """
    values = {
        "doubtful": DOUBTFUL,
        "digest": story.source.digest,
        "ends": [passage.span.end for passage in story.passages],
        "chapters": [
            [chapter.division.id, called, _tells(story, chapter), *chapter.span, chapter.division.resumes]
            for chapter, called in zip(story.divisions, names(story), strict=True)
        ],
        **_speech(story),
        "steps": list(_steps(story)),
    }
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return plain(written).replace("<", "\\u003c")


def _tells(story: Story, chapter: Chapter) -> int:
    """1 for a chapter, 0 for matter around the story and for the heading of a part that has no words of its own."""
    paragraphs = story.document.paragraphs
    inside = paragraphs.covered_by(chapter.span)
    return int(chapter.is_story and ParagraphKind.STORY in paragraphs.kinds[inside.start : inside.stop])


def _speech(story: Story) -> dict[str, Any]:
    quotations = [quoted for quoted in story.quotations if shown(quoted)]
    index = {quoted.id: number for number, quoted in enumerate(quotations)}
    attributions = sorted(
        story.document.layer(Attribution), key=lambda claim: (claim.known_at, claim.replaces is not None)
    )
    cues = sorted(story.document.layer(Cue), key=lambda claim: claim.known_at)
    makers = list(dict.fromkeys(claim.made_by for claim in attributions))
    return {
        "quotations": [
            [quoted.id, quoted.quotation.span.start, quoted.quotation.known_at, quoted.words]
            + ([] if quoted.is_spoken else [quoted.quotation.mode])
            for quoted in quotations
        ],
        "makers": makers,
        "attributions": [
            [
                index[claim.quotation],
                claim.known_at,
                claim.speaker,
                claim.type,
                None if claim.confidence is None else round(claim.confidence, 4),
                claim.addressees,
                _flat(claim.evidence),
                makers.index(claim.made_by),
            ]
            for claim in attributions
            if claim.quotation in index
        ],
        "cues": [
            [index[claim.quotation], claim.known_at, _flat(claim.evidence)]
            for claim in cues
            if claim.quotation in index
        ],
    }


def _steps(story: Story) -> Iterator[list[Any]]:
    """For each passage: what changed about whom, which ids were merged, and who was mentioned how often where."""
    people = {member.id for member in story.cast.everyone}
    last: dict[str, list[Any]] = {}
    for step in history(story.document):
        listed = [_character(one) for one in step.changed if one.is_listed]
        changed = [values for values in listed if last.get(values[0]) != values]
        last.update((values[0], values) for values in changed)
        counts = [
            [entity, division, by]
            for (entity, division), by in step.mentions.items()
            if story.cast.resolve(entity) in people
        ]
        yield [changed, step.merged, counts]


def _character(character: Character) -> list[Any]:
    return [
        character.id,
        character.name,
        character.aliases,
        character.kind,
        character.pronouns,
        int(character.narrator),
        int(character.acts),
        character.first.start,
    ]


def _flat(spans: tuple[Span, ...]) -> list[int]:
    return [position for span in spans for position in span]
