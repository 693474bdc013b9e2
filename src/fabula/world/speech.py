"""Quotations with what is known of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fabula.layers import Attribution, AttributionType, Cue, Mention, Quotation, QuotationMode
from fabula.text import Span
from fabula.world.character import Character

SPOKEN: tuple[QuotationMode, ...] = ("speech", "thought")
"""What quotation marks are used for when somebody utters or thinks the words between them."""
DOUBTFUL = 0.5
"""A speaker less likely than this is doubtful: more likely wrong than right."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, its speaker and its addressees, each with the claim it rests on.

    `text` is its pieces with their marks, joined by a blank. `speaker` is `None` where it is unknown.
    """

    quotation: Quotation
    attribution: Attribution | None
    cue: Cue | None
    text: str
    speaker: Character | None
    addressees: tuple[Character, ...]

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The stretches of text between quotation marks, marks included."""
        return self.quotation.evidence

    @property
    def confidence(self) -> float | None:
        """How likely the speaker is right; `None` without an attribution or a calibration."""
        return self.attribution.confidence if self.attribution else None

    @property
    def type(self) -> AttributionType | None:
        """How the text tells the speaker; `None` without an attribution."""
        return self.attribution.type if self.attribution else None

    @property
    def is_spoken(self) -> bool:
        """Whether it counts as speech: uttered or thought, and not inside another quotation, whose words it shares."""
        return self.quotation.mode in SPOKEN and self.quotation.parent is None

    @property
    def is_doubtful(self) -> bool:
        """Whether a speaker is named but may well be another."""
        return self.speaker is not None and self.confidence is not None and self.confidence < DOUBTFUL

    @property
    def words(self) -> int:
        """How many words it has, as a person counts them: between blanks."""
        return len(self.text.split())


def words_spoken(quotations: Iterable[Quoted]) -> Counter[str]:
    """How many words each character speaks, by the character's id; the empty id for unknown speakers."""
    words: Counter[str] = Counter()
    for quoted in quotations:
        if quoted.is_spoken:
            words[quoted.speaker.id if quoted.speaker else ""] += quoted.words
    return words


def inside(mentions: Iterable[Mention], quotations: Iterable[Quoted]) -> list[tuple[Mention, Quoted | None]]:
    """Mentions in the order of the text, each with the innermost quotation that it begins in; `None` in narration."""
    pieces = sorted(
        ((piece, quoted) for quoted in quotations for piece in quoted.pieces),
        key=lambda item: (item[0].start, -item[0].end),
    )
    waiting, around, out = pieces[::-1], list[tuple[Span, Quoted]](), list[tuple[Mention, Quoted | None]]()
    for mention in sorted(mentions, key=lambda one: one.span):
        while waiting and waiting[-1][0].start <= mention.span.start:
            around.append(waiting.pop())
        around = [item for item in around if item[0].end > mention.span.start]
        out.append((mention, around[-1][1] if around else None))
    return out
