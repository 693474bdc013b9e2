"""Where the author marks the end of a scene."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

SceneMarkKind = Literal["ruler", "gap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneMark(Claim):
    """A mark between two paragraphs that a scene ends here: a ruler, or a gap wider than the others.

    The evidence is the ruler, or the white space of the gap.
    """

    layer: ClassVar[str] = "scene_marks"
    prefix: ClassVar[str] = "sm"

    kind: SceneMarkKind
