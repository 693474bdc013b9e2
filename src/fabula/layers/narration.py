"""How the story is told."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

Tense = Literal["past", "present"]
Person = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration(Claim):
    """From `start` on, the beginning of a paragraph, the story is told in this person and tense, until the next claim.

    `person` is 1 if the teller is in the story, 2 if the story follows a "you", else 3. `tense` is that of the verbs
    that tell what happens. The evidence is the narration of the first paragraph so told.
    """

    layer: ClassVar[str] = "narrations"
    prefix: ClassVar[str] = "na"

    start: int
    person: Person
    tense: Tense
