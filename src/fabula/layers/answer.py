"""Where the text answers what it made a reader ask."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Claim):
    """A statement that fills the gap of an earlier question; the evidence is its words.

    `question` is the question's id. `by` is the entity that says so, `None` if the narrator does.
    """

    layer: ClassVar[str] = "answers"
    prefix: ClassVar[str] = "an"

    question: str
    by: str | None = None
