"""The turns of an exchange: each quotation with its cue, its candidates, and what speaks for each candidate."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from fabula.annotators.speaking.cue_finder import FoundCue
from fabula.annotators.speaking.speaker_model import Features

CANDIDATES = 16
"""Entities considered for a turn."""


@dataclass(slots=True)
class Known:
    """What the speakers need to know of an entity.

    `unnamed` says that it is known by a description alone. `named` is its last place in narration, `acted` the last
    as a subject, `heard` its last turn.
    """

    gender: str | None = None
    titles: frozenset[str] = frozenset()
    group: bool = False
    unnamed: bool = False
    count: int = 0
    speeches: int = 0
    named: int = -1
    acted: int = -1
    heard: int = -1

    @property
    def seen(self) -> int:
        """Where the entity last acted or spoke."""
        return max(self.acted, self.heard)


@dataclass(slots=True)
class Turn:
    """One quotation of an exchange.

    `situation` is the kind of its cue: N, P, D, I for a name, a pronoun, a description, "I" with a verb of speaking,
    in lower case for narration that only stands beside it, `0` without. `before` and `after` are entities named in
    its paragraph's narration, in order. `called` are entities called inside it, `talked` those otherwise named.
    `gap` is the number of paragraphs since the turn before (0: the same paragraph). `asks` says that its words end
    with a question, `continues` that the turn before was not closed, as in a speech over several paragraphs.
    `leading` are entities named in the last paragraph before that names any. `description` is the entity that its
    cue's description stands for, `determiner` the word that opens it. `roles` says how entities take part in the
    narration before (b), after (a) and in the paragraph that leads to the turn (l): as who acts, is governed by a
    preposition, owns something, or opens the last sentence; `self_near` are the places where the narrator speaks of
    himself, `lead` is the pronoun that the leading paragraph's last sentence is about. `told` stand behind "to"
    near its cue, `signed` is whose name stands under a letter. `introduced` name themselves inside it;
    `called_titles` are titles called without a name. `answers` says that it opens as answers do, `cut` that it
    breaks off. `chapter` and `scene` are where those began.
    """

    quotation: int
    position: int
    cue: FoundCue | None
    situation: str
    noun_gender: str | None = None
    noun: str = ""
    determiner: str = ""
    signed: str | None = None
    cued: str | None = None
    description: str | None = None
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=dict)
    called: list[str] = field(default_factory=list)
    called_titles: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    introduced: list[str] = field(default_factory=list)
    talked: list[str] = field(default_factory=list)
    leading: list[str] = field(default_factory=list)
    gap: int = 9
    continues: bool = False
    asks: bool = False
    cut: bool = False
    answers: bool = False
    chapter: int = 0
    scene: int = 0
    lead: str = ""
    self_near: str = ""
    candidates: list[str | None] = field(default_factory=list)


def gap_name(gap: int) -> str:
    """How far apart two turns are."""
    return "same" if gap == 0 else "next" if gap == 1 else "near" if gap == 2 else "far" if gap < 6 else "away"


def agreement(gender: str | None, wanted: str | None) -> str:
    """Whether a referential gender fits the one wanted."""
    if wanted is None:
        return "any"
    return "unknown" if gender is None else "yes" if gender == wanted else "no"


def static_features(
    turn: Turn, ahead: Sequence[Turn], candidate: str | None, cast: dict[str, Known], narrator: str | None, rank: int
) -> Features:
    """What speaks for a candidate whatever was said before.

    `ahead` are the turns that follow, `rank` is its place among the fitting candidates by nearness.
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
        out.append(f"rank|{s}|{min(rank, 5)}")
    elif s in "Ii":
        out.append(f"narrator|{s}|{candidate == narrator}")
    else:
        out.append(f"rank|0|{min(rank, 5)}")
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


def dynamic_features(
    turn: Turn,
    previous: Turn | None,
    candidate: str | None,
    history: tuple[str | None, ...],
    titles: frozenset[str],
) -> Features:
    """What speaks for a candidate, with its titles, given the speakers of the turns before, newest last."""
    if not history or candidate is None:
        return []
    s, gap = turn.situation, gap_name(turn.gap)
    last = history[-1]
    if turn.continues:
        return [f"continues|{s}|{candidate == last}"]
    out = [f"repeats|{s}|{gap}|{candidate == last}"]
    if len(history) > 1 and last != history[-2]:
        out.append(f"alternates|{s}|{gap}|{candidate == history[-2]}")
        if len(history) > 3:
            out.append(f"party|{s}|{gap}|{len(set(history[-4:]))}|{candidate == history[-2]}")
    elif len(history) > 2:
        out.append(f"third|{s}|{gap}|{candidate == history[-3]}")
    out.append(f"mix|{s}|{gap}|{_state(candidate, history)}|{_traces(turn, candidate)}")
    if previous and previous.called_titles and turn.gap <= 2:
        out.append(f"called-title-before|{s}|{not titles.isdisjoint(previous.called_titles)}")
    if turn.noun == "other":
        out.append(f"other|{candidate == last}")
    if candidate not in history:
        out.append(f"newcomer|{s}|{gap}")
    else:
        out.append(f"ago|{s}|{gap}|{history[::-1].index(candidate)}")
    if previous and previous.asks and turn.gap <= 2:
        out.append(f"asked|{s}|{candidate == last}")
    if previous and previous.cut and turn.gap <= 2:
        out.append(f"cut|{s}|{candidate == last}")
    if turn.answers:
        out.append(f"answers|{s}|{gap}|{candidate == last}")
    if previous and previous.called and turn.gap <= 2:
        out.append(f"called-before|{s}|{candidate in previous.called}")
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


def _state(candidate: str, history: tuple[str | None, ...]) -> str:
    """Where a candidate stands in the turns before: spoke last, alternates with whoever did, spoke earlier, or not."""
    if candidate == history[-1]:
        return "last"
    if len(history) > 1 and candidate == history[-2]:
        return "before"
    return "earlier" if candidate in history else "new"


def _traces(turn: Turn, candidate: str) -> str:
    """Where around the turn a candidate is named, as letters."""
    places = {"b": turn.before, "a": turn.after, "l": turn.leading, "c": turn.called, "t": turn.talked}
    return "".join(letter for letter, entities in places.items() if candidate in entities)


def rank_of(candidates: list[str | None], cast: dict[str, Known], wanted: str | None) -> dict[str, int]:
    """Place of each candidate among those whose gender may fit, the last named first."""
    fitting = [c for c in candidates if c and agreement(cast[c].gender, wanted) != "no"]
    fitting.sort(key=lambda c: -max(cast[c].named, cast[c].heard))
    return {c: place for place, c in enumerate(fitting)}


def _bucket(distance: int) -> str:
    for limit in (80, 200, 400, 800, 1600, 3200, 8000, 30000):
        if distance < limit:
            return str(limit)
    return "never" if distance >= 99999 else "old"
