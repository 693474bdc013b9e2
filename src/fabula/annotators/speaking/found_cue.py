"""Words that say who utters a quotation."""

from dataclasses import dataclass
from typing import Literal

from fabula.annotators import lexicon
from fabula.annotators.speaking.subjects import Subject

Place = Literal["inside", "after", "before", "previous"]
Strength = Literal["speech", "weak"]
LEADS = frozenset({",", ":", ";", "-", "--", "—", "–", ":--", ":—", "...", "…"})
"""Marks with which narration leads up to a quotation."""
GAP = 7
"""Words that may stand between a subject and its verb."""


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue: its verb and its subject as word indices.

    `strength` is `speech` for a verb of speaking, `weak` for one that only may introduce speech, `beat` for any other
    narration whose subject is the likely speaker. `verb` is -1 for a beat without a known verb.
    """

    place: Place
    strength: Literal["speech", "weak", "beat"]
    verb: int
    subject: Subject


def strength_of(verb: str) -> Strength:
    """Whether a form of a verb always introduces speech, or only may."""
    return "weak" if lexicon.speech_verbs().get(verb) in lexicon.weak_speech_verbs() else "speech"
