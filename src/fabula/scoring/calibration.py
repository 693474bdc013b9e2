"""Calibration: is a speaker of confidence 0.8 right four times in five?"""

from collections.abc import Sequence
from dataclasses import dataclass

from fabula.scoring.mapping import CharacterMap
from fabula.scoring.matching import Match
from fabula.scoring.measures import Measure
from fabula.scoring.speakers import is_right

BINS = 10
SUREST = 0.8

Answer = tuple[float, bool]
"""A confidence, and whether the answer was right."""


@dataclass(frozen=True, slots=True)
class CalibrationError:
    """Expected calibration error in points: mean distance of confidence from accuracy, in ten equal bins."""

    answers: tuple[Answer, ...] = ()

    @property
    def value(self) -> float:
        """Points of 100; 0 is perfect (Guo and others 2017)."""
        bins: dict[int, list[Answer]] = {}
        for answer in self.answers:
            bins.setdefault(min(int(answer[0] * BINS), BINS - 1), []).append(answer)
        distance = sum(abs(sum(sure - right for sure, right in answers)) for answers in bins.values())
        return 100 * distance / len(self.answers) if self.answers else 0.0

    @property
    def n(self) -> int:
        """Answers with a confidence."""
        return len(self.answers)

    def __add__(self, other: "CalibrationError") -> "CalibrationError":
        return CalibrationError(self.answers + other.answers)


@dataclass(frozen=True, slots=True)
class SurestAccuracy:
    """Accuracy, in per cent, on the surest four fifths of the answers, with ties in the order of the text."""

    answers: tuple[Answer, ...] = ()

    @property
    def value(self) -> float:
        """Per cent."""
        surest = sorted(self.answers, key=lambda answer: -answer[0])[: self.n]
        return 100 * sum(right for _, right in surest) / len(surest) if surest else 0.0

    @property
    def n(self) -> int:
        """How many the surest are."""
        return round(SUREST * len(self.answers))

    def __add__(self, other: "SurestAccuracy") -> "SurestAccuracy":
        return SurestAccuracy(self.answers + other.answers)


def score_calibration(matches: Sequence[Match], mapping: CharacterMap) -> dict[str, Measure]:
    """Over the quotations of the reference that were given a speaker with a confidence."""
    answers = tuple(
        (match.answer.confidence, is_right(match, mapping))
        for match in matches
        if match.reference.speaker and match.speaker and match.answer and match.answer.confidence is not None
    )
    return {"calibration error": CalibrationError(answers), "accuracy on the surest 80 %": SurestAccuracy(answers)}
