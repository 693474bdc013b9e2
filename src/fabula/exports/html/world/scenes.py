"""The scenes, in order: where, how told, who is there."""

from bisect import bisect_right
from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, listed, percent, table
from fabula.layers import Presence, Scene, Whereabouts
from fabula.world.levels import SceneLevel
from fabula.world.presences import There
from fabula.world.scenes import Manner, manner
from fabula.world.whereabouts import THERE

BY_MODEL = (Presence, Whereabouts)
"""The layers without which a scene is shown without `WHO_AND_WHERE`."""
WHO_AND_WHERE = ("Place", "Present", "Only mentioned")
LEVELS: dict[SceneLevel, str] = {
    "letter": "a letter",
    "tale": "a tale",
    "dream": "a dream",
    "prolepsis": "before its time",
    "analepsis": "after its time",
}
PERSONS = {1: "first", 2: "second", 3: "third"}


def _body(told: Told) -> str:
    sure = {scene.id for scene in told.world.scenes}
    every = told.story.document.layer(Scene).current()
    doubtful = (
        (told.links.quote(one.evidence[-1]), percent(one.confidence or 0)) for one in every if one.id not in sure
    )
    return table(
        "The scenes as they are told, and whom the words show to be there.",
        ("Scene", "Begins", *(WHO_AND_WHERE if told.has(*BY_MODEL) else ()), "Told"),
        _rows(told),
    ) + table("Does a scene begin here? Less likely than not.", ("Words", "How likely"), doubtful)


def _rows(told: Told) -> Iterator[Row]:
    ends = [*(scene.start for scene in told.world.scenes[1:]), len(told.story.text)]
    places = _places(told)
    for number, ((scene, company), end) in enumerate(zip(told.company, ends, strict=False), 1):
        yield (
            str(number),
            told.links.quote(scene.evidence[-1]),
            *(_who_and_where(told, company, places.get(number, "")) if told.has(*BY_MODEL) else ()),
            _how(told, manner(told.story.document, scene.start, end, told.story.cast.resolve)),
        )


def _who_and_where(told: Told, company: tuple[There, ...], place: str) -> Row:
    present = listed(_linked(told, one) for one in company if one.is_present)
    mentioned = listed(_linked(told, one) for one in company if not one.is_present)
    return place, present, mentioned


def _places(told: Told) -> dict[int, str]:
    """By a scene's number: the first place that somebody is said to be at in it."""
    found: dict[int, str] = {}
    starts = [scene.start for scene in told.world.scenes]
    claims = told.story.document.layer(Whereabouts).current() if told.has(Whereabouts) else ()
    for claim in sorted(claims, key=lambda one: one.span):
        if claim.how in THERE:
            found.setdefault(bisect_right(starts, claim.span.start), told.called(claim.evidence[-1]))
    return found


def _how(told: Told, how: Manner) -> str:
    """In which person and tense, through whose eyes, and how much of it is speech."""
    facts = []
    if how.person:
        facts.append(f"{PERSONS[how.person]} person")
    if how.tense:
        facts.append(f"{how.tense} tense")
    if how.focaliser:
        facts.append(f"by {told.name(how.focaliser)}")
    if how.level and how.level != "main":
        facts.append(LEVELS[how.level])
    if how.tempo == "summary":
        facts.append("in summary")
    if how.speech:
        facts.append(f"{percent(how.speech)} speech")
    return listed(f"<span>{fact}</span>" for fact in facts)


def _linked(told: Told, there: There) -> str:
    return told.links.to(there.claims[0].span, told.name(there.entity))


SCENES = Section("Scenes", (Scene,), _body)
