"""Who is there in a scene."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

PresenceMode = Literal["present", "mentioned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Claim):
    """Somebody is there in a scene, or is only spoken of in it. The evidence is where a passage first shows it.

    `scene` is a `Scene`'s id. Each passage that shows somebody present makes a claim, so that the first and the last of
    a scene say from when to when; the first `replaces` a claim that they were only mentioned.
    """

    layer: ClassVar[str] = "presences"
    prefix: ClassVar[str] = "pr"

    entity: str
    scene: str
    mode: PresenceMode
