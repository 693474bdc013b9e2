"""What the text has to say to a question."""

from dataclasses import dataclass

from fabula.document import Claim
from fabula.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the text says, in a few words, and the claim that it rests on."""

    text: str
    claim: Claim

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words of the text."""
        return self.claim.evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements that answer a question; none if the text has not said."""

    question: str
    statements: tuple[Statement, ...]

    @property
    def is_known(self) -> bool:
        """Whether the text has said anything to it."""
        return bool(self.statements)
