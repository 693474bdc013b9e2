"""Which predicted quotation answers each quotation of the reference."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from fabula.scoring.quotations import bare, spoken
from fabula.scoring.reference import Reference, ReferenceQuotation
from fabula.world import Quoted, Story


@dataclass(frozen=True, slots=True)
class Match:
    """A quotation of the reference and its answer; `answer` is `None` if nothing predicted overlaps it."""

    reference: ReferenceQuotation
    answer: Quoted | None

    @property
    def speaker(self) -> str | None:
        """The entity that is said to speak, merges resolved; `None` if not found or unknown."""
        return self.answer.speaker.id if self.answer and self.answer.speaker else None


def match_quotations(story: Story, reference: Reference) -> list[Match]:
    """The answer to each quotation of the reference.

    The speaker whose quotations overlap it most wins; of theirs, the quotation that overlaps it most is the answer.
    """
    pieces = sorted(((piece, quoted) for quoted in spoken(story) for piece in quoted.pieces), key=lambda item: item[0])
    starts = [piece.start for piece, _ in pieces]
    longest = max((piece.end - piece.start for piece, _ in pieces), default=0)
    out = []
    for quotation in reference.quotations:
        by_speaker: dict[str | None, int] = {}
        by_quotation: dict[str, tuple[int, Quoted]] = {}
        for wanted in (bare(reference.text, piece) for piece in quotation.pieces):
            near = range(bisect_left(starts, wanted.start - longest), bisect_right(starts, wanted.end))
            for piece, quoted in (pieces[index] for index in reversed(near)):
                shared = min(piece.end, wanted.end) - max(piece.start, wanted.start)
                if shared > 0:
                    speaker = quoted.speaker.id if quoted.speaker else None
                    by_speaker[speaker] = by_speaker.get(speaker, 0) + shared
                    by_quotation[quoted.id] = (by_quotation.get(quoted.id, (0, quoted))[0] + shared, quoted)
        answer = None
        if by_speaker:
            winner = max(by_speaker, key=lambda speaker: by_speaker[speaker])
            theirs = [
                item for item in by_quotation.values() if (item[1].speaker.id if item[1].speaker else None) == winner
            ]
            answer = max(theirs, key=lambda item: item[0])[1]
        out.append(Match(quotation, answer))
    return out
