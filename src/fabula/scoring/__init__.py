"""How good a reading is: one file per task, each from a story and a reference to measures that add up."""

from fabula.scoring.measures import Measure, Number, Scores, total
from fabula.scoring.reference import (
    Reference,
    ReferenceCharacter,
    ReferenceExpression,
    ReferenceMention,
    ReferenceQuotation,
)
from fabula.scoring.score import Scored, score

__all__ = [
    "Measure",
    "Number",
    "Reference",
    "ReferenceCharacter",
    "ReferenceExpression",
    "ReferenceMention",
    "ReferenceQuotation",
    "Scored",
    "Scores",
    "score",
    "total",
]
