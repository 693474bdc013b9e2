"""What speaks for a candidate whatever was said before: cues, gender, nearness, who is called or spoken of."""

import math
from collections.abc import Sequence

from fabula.annotators.speaking.exchange import Known, Turn, agreement, gap_name, length_of
from fabula.annotators.speaking.speaker_model import Features


def static_features(
    turn: Turn,
    behind: Sequence[Turn],
    ahead: Sequence[Turn],
    candidate: str | None,
    cast: dict[str, Known],
    narrator: str | None,
    rank: int,
) -> Features:
    """What speaks for a candidate whatever was said before.

    `behind` are the turns before, newest last, `ahead` those that follow, `rank` is its place among the fitting
    candidates by nearness.
    """
    following = ahead[0] if ahead else None
    s = turn.situation
    if candidate is None:
        return [f"none|{s}"]
    known = cast[candidate]
    out = [f"bias|{s}"]
    cue = turn.cue
    if s in "Nn" and cue:
        place = f"{cue.place}:{cue.strength}"
        out.append(f"cue|{place}" if turn.cued == candidate else f"other|{place}")
    elif s in "PpDd" and cue:
        out.append(f"gender|{s}|{agreement(known.gender, turn.noun_gender)}")
        if turn.description == candidate:
            out.append(f"description|{s}|{'old' if known.speeches else 'new'}|{turn.determiner}")
        if turn.noun and turn.noun in known.titles:
            out.append(f"title|{s}|{min(rank, 2)}")
        elif turn.noun and known.titles:
            out.append(f"title-other|{s}")
        if turn.description == candidate and turn.noun:
            rivals = any(turn.noun in cast[c].titles for c in turn.candidates if c and c != candidate)
            out.append(f"description-rival|{s}|{rivals}")
        if known.noun and known.noun == turn.noun and turn.description != candidate:
            near = _bucket(turn.position - max(known.named, known.heard))
            out.append(f"same-noun|{s}|{turn.determiner}|{near}")
        out.append(f"rank|{s}|{min(rank, 5)}")
    elif s in "Ii":
        out.append(f"narrator|{s}|{candidate == narrator}")
    else:
        out.append(f"rank|0|{min(rank, 5)}")
    long = length_of(turn.length)
    if known.speeches:
        mean = length_of(known.spoken // known.speeches)
        out.append(f"length-mean|{s.lower()}|{long}|{mean}")
    if narrator:
        out.append(f"length-narrator|{s}|{candidate == narrator}|{long}")
        out.append(f"asks-narrator|{s}|{candidate == narrator}|{turn.asks}")
    if candidate == narrator:
        out.append(f"is-narrator|{s}")
        if turn.self_near:
            out.append(f"narrator-near|{s}|{turn.self_near}")
    seen = max(known.named, known.heard)
    if seen < turn.scene:
        out.append(f"absent|{s.lower()}|{'chapter' if seen < turn.chapter else 'scene'}|{candidate == narrator}")
    if turn.lead and s not in "NI":
        wanted = turn.lead if turn.lead in ("he", "she") else None
        out.append(f"lead|{turn.gap > 1}|{turn.lead}|{agreement(known.gender, wanted)}|{candidate == narrator}")
    out += [f"role|{s}|{role}" for role in sorted(turn.roles.get(candidate, ()))]
    stage = f"{known.acted >= turn.scene}|{known.heard >= turn.scene}|{candidate == narrator}"
    out.append(f"stage|{s}|{stage}")
    if s in "0npdPDi":
        out += _around(turn, behind, ahead, candidate)
    if following and following.situation == "N" and 0 <= following.gap <= 2:
        out.append(f"next-verb|{following.verb}|{following.cued == candidate}")
    if candidate in turn.told:
        out.append(f"told|{s}")
    if candidate in turn.introduced:
        out.append("introduces")
    if candidate in turn.called:
        out.append("called")
    elif candidate in turn.talked:
        out.append(f"talked|{'0' if s == '0' else 'cue'}")
    if not known.titles.isdisjoint(turn.called_titles):
        out.append("called-title")
    if following and 0 < following.gap <= 2 and not known.titles.isdisjoint(following.called_titles):
        out.append(f"called-title-next|{s}")
    if following and 0 < following.gap <= 2 and candidate in following.called:
        out.append(f"called-next|{s}|{following.gap}")
    if s in "0npdi":
        out += _foreseen(turn, ahead, candidate, known)
    if candidate in turn.before:
        out.append(f"before|{s}|{'last' if turn.before[-1] == candidate else 'earlier'}")
        if turn.before[0] == candidate:
            out.append(f"before-first|{s}")
    if candidate in turn.after:
        out.append(f"after|{s}|{'first' if turn.after[0] == candidate else 'later'}")
    if candidate in turn.leading:
        out.append(f"leading|{s}|{'last' if turn.leading[-1] == candidate else 'other'}|{gap_name(turn.gap)}")
        if turn.leading[0] == candidate:
            out.append(f"leading-first|{s}")
    distance = turn.position - known.named if known.named >= 0 else 99999
    out.append(f"named|{s.lower()}|{_bucket(distance)}")
    silence = turn.position - known.heard if known.heard >= 0 else 99999
    out.append(f"heard|{s.lower()}|{_bucket(silence)}")
    out.append(f"count|{s.lower()}|{min(6, int(math.log2(known.count + 1)))}")
    out.append(f"speeches|{s.lower()}|{min(6, int(math.log2(known.speeches + 1)))}")
    if known.group:
        out.append(f"group|{s}")
    if known.unnamed:
        out.append(f"unnamed|{s.lower()}|{_bucket(min(distance, silence))}")
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


def _bucket(distance: int) -> str:
    for limit in (80, 200, 400, 800, 1600, 3200, 8000, 30000):
        if distance < limit:
            return str(limit)
    return "never" if distance >= 99999 else "old"
