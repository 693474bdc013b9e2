"""Questions in plain words, answered from claims alone. Each kind is one file."""

from fabula.asking.answer import Answer, Statement
from fabula.asking.how_stand import IS_TO, STAND
from fabula.asking.kind import Kind
from fabula.asking.what_did import DID, DID_TO
from fabula.asking.what_happened import HAPPENED
from fabula.asking.what_like import IS_LIKE, LOOKS_LIKE, OWNS
from fabula.asking.when_did import WHEN_DID
from fabula.asking.where_is import WHERE_IS
from fabula.asking.who_is import WHO_IS
from fabula.asking.who_is_there import THERE
from fabula.asking.who_knows import WHO_KNOWS
from fabula.asking.who_said import WHO_SAID
from fabula.errors import QuestionError
from fabula.world import Story

KINDS: tuple[Kind, ...] = (
    THERE,
    WHO_SAID,
    WHO_KNOWS,
    WHERE_IS,
    WHEN_DID,
    STAND,
    IS_TO,
    LOOKS_LIKE,
    IS_LIKE,
    OWNS,
    DID_TO,
    DID,
    HAPPENED,
    WHO_IS,
)
"""Every kind of question; the first whose pattern fits answers."""


def ask(story: Story, question: str) -> Answer:
    """What the story, as far as it was read, says to a question. `QuestionError` if it is not understood."""
    words = " ".join(question.split())
    for kind in KINDS:
        if match := kind.pattern.fullmatch(words):
            return Answer(words, tuple(kind.answer(story, story.world(), match)))
    examples = ", ".join(f"“{kind.example}”" for kind in KINDS)
    raise QuestionError(f"“{words}” is no kind of question that is known here. Ask like this: {examples}.")


__all__ = ["KINDS", "Answer", "Kind", "Statement", "ask"]
