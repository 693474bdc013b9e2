"""Who is where."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

WhereaboutsHow = Literal["at", "arrives", "leaves", "towards"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts(Claim):
    """The narrator says that somebody is at a place, arrives there, leaves it, or sets out for it.

    The evidence is the words that say so, those that mean the person, and those that mean the place, which may be the
    first again: "was in London". `place` is an entity. It is so when the words are told: what had been so before makes
    no claim. Whether somebody who goes `towards` a place gets there is not said.
    """

    layer: ClassVar[str] = "whereabouts"
    prefix: ClassVar[str] = "wh"

    entity: str
    place: str
    how: WhereaboutsHow
