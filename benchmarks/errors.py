"""Quotations whose speaker is wrong, with the text around them, for a person to read."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from fabula.scoring import Reference, Scored
from fabula.scoring.speakers import is_right
from fabula.text import Span
from fabula.world import Story

BEFORE, AFTER = 500, 250


@dataclass(frozen=True, slots=True)
class WrongSpeaker:
    """One wrong answer. `type` is the reference's, `said` what the reading answered and why."""

    text: str
    type: str | None
    wanted: str
    said: str
    context: str

    def __str__(self) -> str:
        return f"── {self.text}, {self.type}: {self.wanted}\n   read as {self.said}\n{self.context}\n"


def wrong_speakers(story: Story, reference: Reference, scored: Scored) -> list[WrongSpeaker]:
    """Every quotation with a single speaker that was given another one, or none, in text order."""
    out = []
    for match in scored.matches:
        wanted = match.reference.speaker
        if not wanted or is_right(match, scored.mapping):
            continue
        answer = match.answer
        if not answer:
            said = "no quotation"
        elif not answer.speaker:
            said = f"unknown ({answer.type})"
        else:
            who = scored.mapping.get(answer.speaker.id, "no character of the reference")
            said = f"{answer.speaker.id} {answer.speaker.name} = {who} ({answer.type}, {answer.confidence})"
        context = _context(story.text, match.reference.pieces)
        out.append(WrongSpeaker(reference.id, match.reference.type, wanted, said, context))
    return out


def sample(errors: Sequence[WrongSpeaker], count: int, seed: int, kind: str | None) -> list[WrongSpeaker]:
    """So many of them at random, of one type or of all."""
    pool = [error for error in errors if kind is None or error.type == kind]
    return random.Random(seed).sample(pool, min(count, len(pool)))


def _context(text: str, pieces: Sequence[Span]) -> str:
    first, last = pieces[0].start, pieces[-1].end
    parts, position = [], max(0, first - BEFORE)
    for piece in pieces:
        parts += [text[position : piece.start], "⟦", piece.of(text), "⟧"]
        position = piece.end
    parts.append(text[last : last + AFTER])
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return "\n".join(f"   | {line}" for line in lines if line)
