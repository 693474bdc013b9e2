"""On which narrative level a scene is told."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from fabula.document import Document
from fabula.layers import Level, TimeRelation

SceneLevel = Literal["main", "analepsis", "letter", "tale", "dream", "prolepsis"]
"""`main` is the story that the narrator goes on with, `analepsis` a flashback; the others are those of `Level`."""
MOST = 0.5
"""Of the letters of a scene, how many stand on a level at least for it to be the scene's."""


class Stretch(NamedTuple):
    """From `start` to `end` the text stands on this level."""

    level: SceneLevel
    start: int
    end: int


def level_of(document: Document, start: int, end: int) -> SceneLevel | None:
    """The level of most of the text from `start` to `end`, a scene; `None` in a story that has no such layer."""
    if Level not in document.layers:
        return None
    letters: dict[SceneLevel, int] = {"main": 0}
    for one in (*_claimed(document), *_flashbacks(document, start, end)):
        letters[one.level] = letters.get(one.level, 0) + max(0, min(end, one.end) - max(start, one.start))
    most = max(letters, key=lambda level: letters[level])
    return most if letters[most] >= MOST * (end - start) else "main"


def _claimed(document: Document) -> Iterator[Stretch]:
    for one in document.layer(Level).current():
        yield Stretch(one.level, one.start, one.end)


def _flashbacks(document: Document, start: int, end: int) -> Iterator[Stretch]:
    """The flashbacks of a scene; each lasts until the story goes on at another time, or the scene ends."""
    if TimeRelation not in document.layers:
        return
    moves = [one for one in document.layer(TimeRelation).current() if not one.by and start <= one.start < end]
    back = {one.start for one in moves if one.relation == "before"}
    for here, after in pairwise(sorted({*(one.start for one in moves), end})):
        if here in back:
            yield Stretch("analepsis", here, after)
