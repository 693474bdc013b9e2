"""The scenes in order."""

from typing import Any

from fabula.cli.output import cut, listed, percent
from fabula.cli.views.located import where
from fabula.cli.views.view import View
from fabula.layers import Scene
from fabula.world import Character, Story


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """The scenes in order; one ends where the next begins, the last with the text."""
    found = list(story.document.layer(Scene).current())
    ends = [*(scene.start for scene in found[1:]), len(story.text)]
    return [
        {
            "at": where(story, scene.start),
            "start": scene.start,
            "reason": scene.reason,
            "confidence": scene.confidence,
            "words": len(story.text[scene.start : end].split()),
            "opening": scene.evidence[-1].of(story.text),
        }
        for scene, end in zip(found, ends, strict=False)
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """The scenes: where, why one is taken to begin there, how sure, how long, and the first words."""
    rows = [
        (
            value["at"],
            value["reason"],
            percent(value["confidence"]) if value["confidence"] is not None else "",
            f"{value['words']:,}",
            cut(value["opening"], 60),
        )
        for value in values
    ]
    return listed(("at", "begins at", "sure", "words", ""), rows, right=(2, 3)) if rows else ["  No scene yet."]


SCENES = View("scenes", "where scenes begin, marked or not, and how sure that is", values, lines)
