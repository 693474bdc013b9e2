"""Quotations whose speaker is wrong, with the text around them, for a person to read."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.tables import aligned
from fabula.scoring import Reference, Scored
from fabula.scoring.mapping import CharacterMap
from fabula.scoring.speakers import is_right
from fabula.text import Span
from fabula.world import Quoted, Story

BEFORE, AFTER = 500, 250


@dataclass(frozen=True, slots=True)
class WrongSpeaker:
    """One wrong answer. `type` is the reference's; `said` is who was answered, `how` with what type and confidence."""

    text: str
    type: str | None
    wanted: str
    said: str
    how: str
    context: str

    def __str__(self) -> str:
        return f"── {self.text}, {self.type}: {self.wanted}\n   read as {self.said}{self.how}\n{self.context}\n"


def wrong_speakers(story: Story, reference: Reference, scored: Scored) -> list[WrongSpeaker]:
    """Every quotation with a single speaker that was given another one, or none, in text order."""
    out = []
    for match in scored.matches:
        wanted = match.reference.speaker
        if not wanted or is_right(match, scored.mapping):
            continue
        answer = match.answer
        how = f" ({answer.type}, {answer.confidence})" if answer else ""
        context = _context(story.text, match.reference.pieces)
        said = _said(answer, scored.mapping) if answer else "no quotation"
        out.append(WrongSpeaker(reference.id, match.reference.type, wanted, said, how, context))
    return out


def confusions(errors: Sequence[WrongSpeaker], count: int) -> str:
    """The most frequent pairs of who spoke and who was answered."""
    pairs = Counter((error.text, error.wanted, error.said) for error in errors)
    return aligned(
        ("novel", "n", "spoke", "answered"), [(a, str(n), b, c) for (a, b, c), n in pairs.most_common(count)]
    )


def sample(errors: Sequence[WrongSpeaker], count: int, seed: int) -> list[WrongSpeaker]:
    """So many of them at random."""
    return random.Random(seed).sample(errors, min(count, len(errors)))


def _said(answer: Quoted, mapping: CharacterMap) -> str:
    if not answer.speaker:
        return "unknown"
    narrator = ", narrator" if answer.speaker.narrator else ""
    who = mapping.get(answer.speaker.id, "no character of the reference")
    return f"{answer.speaker.name} [{answer.speaker.id}{narrator}] = {who}"


def _context(text: str, pieces: Sequence[Span]) -> str:
    first, last = pieces[0].start, pieces[-1].end
    parts, position = [], max(0, first - BEFORE)
    for piece in pieces:
        parts += [text[position : piece.start], "⟦", piece.of(text), "⟧"]
        position = piece.end
    parts.append(text[last : last + AFTER])
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return "\n".join(f"   | {line}" for line in lines if line)
