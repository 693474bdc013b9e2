"""Where scenes begin."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

SceneReason = Literal["division", "ruler", "gap", "unmarked"]
SURE = 0.5
"""An unmarked scene less likely than this is a question, and nothing is built on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Claim):
    """A scene, which lasts until the next one begins.

    `start` is where its first paragraph begins. `reason` says what parts it from what was before: a heading, a mark of
    the author's, or nothing but the words. The evidence is its first sentence; where there is a heading or a mark, that
    comes before it. `confidence` is `None` at a heading or mark, else how likely an author would have put a mark here.
    """

    layer: ClassVar[str] = "scenes"
    prefix: ClassVar[str] = "sc"

    start: int
    reason: SceneReason
