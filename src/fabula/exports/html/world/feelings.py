"""How pleasant, stirring and in control the scenes and people sound."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, table
from fabula.layers import Scene
from fabula.world import Feeling

Felt = tuple[tuple[str, ...], Feeling]
"""The ids of one, or of two of whom one speaks to the other, and how that sounds."""
SCALES = ("valence", "arousal", "dominance")
HEAD = ("Sentences", *map(str.capitalize, SCALES))
ENOUGH = 20
"""Sentences of somebody below which a line would say little."""
NOTE = """<p>Means of sentences on a scale from 1 to 5. Valence: unpleasant to pleasant. Arousal: calm to stirring.
Dominance: overpowered to in control. Behind ± is how far off they may be. What is called high or low lies outside the
band into which 99 of 100 shuffles of the sentences would bring it, and leads to the sentence that is most so; one
figure of a hundred is high or low by chance.</p>
"""


def _body(told: Told) -> str:
    feelings = told.story.feelings
    found = (
        table("How the scenes sound.", ("Scene", *HEAD), _scenes(told))
        + table("What somebody says.", ("Name", *HEAD), _people(told, _alone(feelings.said)))
        + table("What is told of somebody.", ("Name", *HEAD), _people(told, _alone(feelings.told)))
        + table("What one says to another.", ("Names", *HEAD), _people(told, feelings.between.items()))
    )
    return NOTE + found if found else ""


def _scenes(told: Told) -> Iterator[Row]:
    numbers = {scene.id: number for number, scene in enumerate(told.world.scenes, 1)}
    for scene, feeling in told.story.feelings.scenes:
        yield _row(told, told.links.to(scene.evidence[-1], str(numbers[scene.id])), feeling)


def _alone(feelings: Mapping[str, Feeling]) -> Iterator[Felt]:
    return (((who,), feeling) for who, feeling in feelings.items())


def _people(told: Told, feelings: Iterable[Felt]) -> Iterator[Row]:
    """Those of whom most is known first."""
    enough = (item for item in feelings if len(item[1].sentences) >= ENOUGH)
    for who, one in sorted(enough, key=lambda item: (-len(item[1].sentences), item[1].sentences)):
        yield _row(told, " to ".join(map(told.name, who)), one)


def _row(told: Told, title: str, one: Feeling) -> Row:
    return title, f"{len(one.sentences):,}", *(_cell(told, one, scale) for scale in SCALES)


def _cell(told: Told, one: Feeling, scale: str) -> str:
    pooled, document = attrgetter(scale)(one), told.story.document
    mean = f"{pooled.mean:.2f} ±{(pooled.band.high - pooled.band.low) / 2:.2f}"
    if not pooled.stands_out:
        return mean
    most = max if pooled.stands_out == "high" else min
    sentence = most(one.sentences, key=document.number(scale).__getitem__)
    return f"{mean} {told.links.to(document.sentences[sentence], pooled.stands_out)}"


FEELINGS = Section("Feelings", (Scene, *SCALES), _body)
