"""What speaks for a candidate whatever was said before: cues, gender, nearness, who is called or spoken of."""

import math
from collections.abc import Sequence

from fabula.annotators.speaking.exchange import Known, Turn, agreement, gap_name, length_of
from fabula.annotators.speaking.neighbours import neighbour_features
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
    s = turn.situation
    if candidate is None:
        return [f"none|{s}"]
    known, tells = cast[candidate], candidate == narrator
    out = [f"bias|{s}", *_by_cue(turn, candidate, cast, rank, tells=tells), *_by_length(turn, known)]
    if narrator:
        out += [f"length-narrator|{s}|{tells}|{length_of(turn.length)}", f"asks-narrator|{s}|{tells}|{turn.asks}"]
    out += _in_scene(turn, candidate, known, tells=tells)
    out += _in_words(turn, candidate, known)
    out += neighbour_features(turn, behind, ahead, candidate, known)
    return out + _named(turn, candidate) + _so_far(turn, known)


def _by_cue(turn: Turn, candidate: str, cast: dict[str, Known], rank: int, *, tells: bool) -> Features:
    """Whether the cue is the candidate's; without one, how near the candidate is."""
    s, cue, known = turn.situation, turn.cue, cast[candidate]
    if s in "Nn" and cue:
        return [f"{'cue' if turn.cued == candidate else 'other'}|{cue.place}:{cue.strength}"]
    if s in "Ii":
        return [f"narrator|{s}|{tells}"]
    if s not in "PpDd" or not cue:
        return [f"rank|0|{min(rank, 5)}"]
    out = [f"gender|{s}|{agreement(known.gender, turn.noun_gender)}", f"rank|{s}|{min(rank, 5)}"]
    described = turn.description == candidate
    if described:
        out.append(f"description|{s}|{'old' if known.speeches else 'new'}|{turn.determiner}")
    if turn.noun and turn.noun in known.titles:
        out.append(f"title|{s}|{min(rank, 2)}")
    elif turn.noun and known.titles:
        out.append(f"title-other|{s}")
    if described and turn.noun:
        rivals = any(turn.noun in cast[c].titles for c in turn.candidates if c and c != candidate)
        out.append(f"description-rival|{s}|{rivals}")
    if known.noun and known.noun == turn.noun and not described:
        near = _bucket(turn.position - max(known.named, known.heard))
        out.append(f"same-noun|{s}|{turn.determiner}|{near}")
    return out


def _by_length(turn: Turn, known: Known) -> Features:
    """Whether the speech is as long as the candidate's others."""
    if not known.speeches:
        return []
    return [
        f"length-mean|{turn.situation.lower()}|{length_of(turn.length)}|{length_of(known.spoken // known.speeches)}"
    ]


def _in_scene(turn: Turn, candidate: str, known: Known, *, tells: bool) -> Features:
    """What the candidate does in the narration near the turn, and since the scene began."""
    s, out = turn.situation, []
    if tells:
        out.append(f"is-narrator|{s}")
        if turn.self_near:
            out.append(f"narrator-near|{s}|{turn.self_near}")
    seen = max(known.named, known.heard)
    if seen < turn.scene:
        out.append(f"absent|{s.lower()}|{'chapter' if seen < turn.chapter else 'scene'}|{tells}")
    if turn.lead and s not in "NI":
        wanted = turn.lead if turn.lead in ("he", "she") else None
        out.append(f"lead|{turn.gap > 1}|{turn.lead}|{agreement(known.gender, wanted)}|{tells}")
    out += [f"role|{s}|{role}" for role in sorted(turn.roles.get(candidate, ()))]
    return [*out, f"stage|{s}|{known.acted >= turn.scene}|{known.heard >= turn.scene}|{tells}"]


def _in_words(turn: Turn, candidate: str, known: Known) -> Features:
    """Whether the words themselves, or those behind "to", name the candidate."""
    out = []
    if candidate in turn.told:
        out.append(f"told|{turn.situation}")
    if candidate in turn.introduced:
        out.append("introduces")
    if candidate in turn.called:
        out.append("called")
    elif candidate in turn.talked:
        out.append(f"talked|{'0' if turn.situation == '0' else 'cue'}")
    if not known.titles.isdisjoint(turn.called_titles):
        out.append("called-title")
    return out


def _named(turn: Turn, candidate: str) -> Features:
    """Where in the narration around the turn the candidate is named."""
    s, out = turn.situation, []
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
    return out


def _so_far(turn: Turn, known: Known) -> Features:
    """How long ago, and how often, the candidate was named and heard in the story."""
    s = turn.situation
    distance = turn.position - known.named if known.named >= 0 else 99999
    silence = turn.position - known.heard if known.heard >= 0 else 99999
    out = [
        f"named|{s.lower()}|{_bucket(distance)}",
        f"heard|{s.lower()}|{_bucket(silence)}",
        f"count|{s.lower()}|{min(6, int(math.log2(known.count + 1)))}",
        f"speeches|{s.lower()}|{min(6, int(math.log2(known.speeches + 1)))}",
    ]
    if known.group:
        out.append(f"group|{s}")
    if known.unnamed:
        out.append(f"unnamed|{s.lower()}|{_bucket(min(distance, silence))}")
    return out


def _bucket(distance: int) -> str:
    for limit in (80, 200, 400, 800, 1600, 3200, 8000, 30000):
        if distance < limit:
            return str(limit)
    return "never" if distance >= 99999 else "old"
