"""What somebody does, and what is done to them."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Claim):
    """Something that somebody does, or that is done to somebody; the evidence is the verb, who takes part, and when.

    `verb` is as in a dictionary, with its particle, and with its preposition where that leads to a patient: `look at`.
    `agents` and `patients` are the entities who do it and to whom it is done, people all of them; one of the two may
    be empty. `times` are the ids of the time expressions of its own clause that say when, and `is_earlier` is whether
    it is told as what had been before: "had left". `by` is the entity that tells it, `None` if the narrator does.
    """

    layer: ClassVar[str] = "deeds"
    prefix: ClassVar[str] = "de"

    verb: str
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    is_earlier: bool = False
    by: str | None = None
