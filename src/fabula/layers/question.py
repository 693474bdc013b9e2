"""What the text makes a reader ask."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

QuestionKind = Literal["who", "what", "why", "where", "how", "whether"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Claim):
    """A question that is not answered at once; the evidence is its words.

    `asker` is the entity that asks, wonders or does not know; `None` if the narrator asks or nobody knows. `about` are
    the people named in it. `again` is the id of an earlier question that it asks again. `confidence` is how likely a
    question of its kind matters to the story.
    """

    layer: ClassVar[str] = "questions"
    prefix: ClassVar[str] = "qu"

    kind: QuestionKind
    asker: str | None
    about: tuple[str, ...] = ()
    again: str | None = None
