"""What the turns around a turn say of a candidate for it: who they are of, whom they call and speak of."""

from collections.abc import Sequence

from fabula.annotators.speaking.exchange import Known, Turn, agreement
from fabula.annotators.speaking.speaker_model import Features


def neighbour_features(
    turn: Turn, behind: Sequence[Turn], ahead: Sequence[Turn], candidate: str, known: Known
) -> Features:
    """What speaks for a candidate in the turns before, newest last, and in those that follow."""
    out: Features = []
    if turn.situation in "0npdPDi":
        out += _around(turn, behind, ahead, candidate)
    if ahead:
        out += _next(turn, ahead[0], candidate, known)
    if turn.situation in "0npdi":
        out += _foreseen(turn, ahead, candidate, known)
    return out


def _around(turn: Turn, behind: Sequence[Turn], ahead: Sequence[Turn], candidate: str) -> Features:
    """Whether the turns around speak of a candidate, or call it."""
    out = []
    gap = turn.gap
    for k, earlier in enumerate(reversed(behind), 1):
        if gap > 2:
            break
        if candidate in earlier.talked:
            out.append(f"spoken-of|{turn.situation}|-{k}")
        if candidate in earlier.called:
            out.append(f"called-at|{turn.situation}|-{k}")
        gap = earlier.gap
    for k, later in enumerate(ahead, 1):
        if later.gap > 2:
            break
        if candidate in later.talked:
            out.append(f"spoken-of|{turn.situation}|+{k}")
        if k > 1 and candidate in later.called:
            out.append(f"called-at|{turn.situation}|+{k}")
    return out


def _next(turn: Turn, following: Turn, candidate: str, known: Known) -> Features:
    """Whether the next turn is the candidate's, or calls the candidate."""
    s, out = turn.situation, []
    if following.situation == "N" and 0 <= following.gap <= 2:
        out.append(f"next-verb|{following.verb}|{following.cued == candidate}")
    if 0 < following.gap <= 2 and not known.titles.isdisjoint(following.called_titles):
        out.append(f"called-title-next|{s}")
    if 0 < following.gap <= 2 and candidate in following.called:
        out.append(f"called-next|{s}|{following.gap}")
    return out


def _foreseen(turn: Turn, ahead: Sequence[Turn], candidate: str, known: Known) -> Features:
    """What the cues of the next turns say of who spoke this one: whoever answers did not ask."""
    out = []
    for k, later in enumerate(ahead[:2]):
        if not 0 <= later.gap <= 2 or later.continues:
            break
        where = f"{k}|{later.gap}"
        if later.situation == "N":
            out.append(f"next-cue|{where}|{later.cued == candidate}")
        elif later.situation == "D" and later.description:
            out.append(f"next-described|{where}|{later.description == candidate}")
        elif later.situation == "P":
            out.append(f"next-gender|{where}|{agreement(known.gender, later.noun_gender)}")
    return out
