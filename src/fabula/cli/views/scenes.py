"""The scenes in order, with who is there."""

from typing import Any

from fabula.cli.output import count, cut, faint, heading, percent, wrap
from fabula.cli.views.located import where
from fabula.cli.views.timeline import said
from fabula.cli.views.view import View
from fabula.layers import Level, LevelKind, Presence, Scene, TimeRelation
from fabula.world import Character, Story
from fabula.world.presences import Presences, There
from fabula.world.scenes import manner

LEVELS: dict[LevelKind, str] = {"letter": "Letter", "tale": "Tale", "dream": "Dream", "prolepsis": "Looks ahead"}
MARKS = "“”\"‘’' \n"
MOSTLY = {
    "letter": "a letter",
    "tale": "a tale",
    "dream": "a dream",
    "prolepsis": "told before its time",
    "analepsis": "told after its time",
}


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """The scenes in order; one ends where the next sure one begins, the last with the text.

    One that is less likely than not is a question: it has no end of its own, and who is there is told of the scene
    around it, and how it is told is `None`. Who is there is `None` in a story read without the reader model. `times`
    is what the narration says of when it begins and where it moves on or goes back. `levels` is what stands in it that
    is not the story that the narrator goes on with.
    """
    told = told_of(story)
    found = list(story.document.layer(Scene).current())
    sure = [scene for scene in found if scene in told.scenes]
    ends = dict(
        zip((scene.id for scene in sure), (*(scene.start for scene in sure[1:]), len(story.text)), strict=False)
    )
    by_grammar = Presence in story.document.layers
    moves = [one for one in story.document.layer(TimeRelation).current() if not one.by] if by_grammar else []
    apart = list(story.document.layer(Level).current()) if Level in story.document.layers else []
    out = []
    for scene in found:
        there = told.of_scene(scene.id, story.cast.resolve)
        end = ends.get(scene.id)
        how = manner(story.document, scene.start, end, story.cast.resolve) if end is not None else None
        out.append(
            {
                "id": scene.id,
                "at": where(story, scene.start),
                "start": scene.start,
                "end": end,
                "reason": scene.reason,
                "confidence": scene.confidence,
                "sure": end is not None,
                "words": len(story.text[scene.start : end].split()) if end is not None else None,
                "person": how.person if how else None,
                "tense": how.tense if how else None,
                "focaliser": story.cast[how.focaliser].name if how and how.focaliser else None,
                "tempo": how.tempo if how else None,
                "level": how.level if how else None,
                "speech": round(how.speech, 3) if how else None,
                "opening": scene.evidence[-1].of(story.text),
                "times": [said(story, one) for one in moves if end is not None and scene.start <= one.start < end],
                "levels": [_level(story, one) for one in apart if end is not None and scene.start <= one.start < end],
                "present": _names(story, there, present=True) if by_grammar else None,
                "mentioned": _names(story, there, present=False) if by_grammar else None,
            }
        )
    return out


def lines(values: list[dict[str, Any]]) -> list[str]:
    """Each scene with its opening and who is there; what is less likely than not as a question."""
    out: list[str] = []
    number = 0
    for value in values:
        if not value["sure"]:
            sure = percent(value["confidence"])
            out.append(faint(f"     {value['at']}: does a scene begin here ({sure})? {cut(value['opening'], 60)}"))
            continue
        number += 1
        facts = f"{value['at']}, {value['reason']}, {count(value['words'], 'word')}{_told(value)}"
        out += ["", f"  {heading(f'Scene {number}')}  {facts}"]
        out += wrap(f"“{cut(value['opening'], 160)}”", indent="     ", hanging="")
        for one in value["times"]:
            label = "Goes back" if one["relation"] == "before" else "When"
            out += wrap(f"{label}: {one['means']}: “{cut(one['words'], 80)}”", indent="     ", hanging="  ")
        for one in value["levels"]:
            by = f" by {one['by']}" if one["by"] else ""
            out += wrap(
                f"{LEVELS[one['level']]}{by}: “{cut(one['opening'].strip(MARKS), 80)}”", indent="     ", hanging="  "
            )
        for label, people in (("Present", value["present"]), ("Only mentioned", value["mentioned"])):
            if people:
                out += wrap(f"{label}: {', '.join(people)}", indent="     ", hanging="  ")
    return out[1:] if out and not out[0] else out or ["  No scene yet."]


def _level(story: Story, level: Level) -> dict[str, Any]:
    return {
        "level": level.level,
        "at": where(story, level.start),
        "start": level.start,
        "end": level.end,
        "by": story.cast[level.by].name if level.by else None,
        "opening": story.text[level.start : level.end],
    }


def _names(story: Story, there: tuple[There, ...], *, present: bool) -> list[str]:
    return [story.cast[one.entity].name for one in there if one.is_present == present]


def _told(value: dict[str, Any]) -> str:
    """How a scene is told, in words: ", first person, past tense, 40 % speech"."""
    person = value["person"] and f"{('first', 'second', 'third')[value['person'] - 1]} person"
    eyes = value["person"] == 3 and value["focaliser"] and f"through the eyes of {value['focaliser']}"
    summary = value["tempo"] == "summary" and "told in summary"
    tense = value["tense"] and f"{value['tense']} tense"
    facts = [person, eyes, tense, MOSTLY.get(value["level"]), summary, f"{percent(value['speech'])} speech"]
    return "".join(f", {fact}" for fact in facts if fact)


def told_of(story: Story) -> Presences:
    """The scenes of a story, and who is there as far as that is made."""
    told = Presences()
    for record in Presences.records:
        if record in story.document.layers:
            for claim in story.document.layer(record):
                told.add(claim)
    return told


SCENES = View("scenes", "where scenes begin, and who is there or only mentioned", values, lines)
