"""What the text marks as untrue, promised or kept back."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

AssertionKind = Literal["lie", "false", "promise", "secret"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion(Claim):
    """That somebody lies or pretends, is wrong, promises or keeps something back; the evidence is the words for it.

    `holder` is the entity that does. `about` are the people named in what is said or kept. `quotation` is the id of
    the very words, where they are quoted. `by` is the entity that says all this, `None` if the narrator does.
    """

    layer: ClassVar[str] = "assertions"
    prefix: ClassVar[str] = "as"

    kind: AssertionKind
    holder: str
    about: tuple[str, ...] = ()
    quotation: str | None = None
    by: str | None = None
