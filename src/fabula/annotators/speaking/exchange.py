"""The turns of an exchange: each quotation with its cue and its candidates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from fabula.annotators.speaking.found_cue import FoundCue

CANDIDATES = 16
"""Entities considered for a turn."""
HISTORY = 6
"""Turns before whose speakers may weigh on the next."""


@dataclass(slots=True)
class Known:
    """What the speakers need to know of an entity.

    `unnamed` says that it is known by a description alone, with `noun` as its head. `named` is its last place in
    narration, `acted` the last as a subject, `heard` its last turn; in `speeches` turns it has said `spoken` code
    points.
    """

    gender: str | None = None
    titles: frozenset[str] = frozenset()
    group: bool = False
    unnamed: bool = False
    noun: str = ""
    count: int = 0
    speeches: int = 0
    spoken: int = 0
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
    in lower case for narration that only stands beside it, `0` without. `before` and `after` are entities named in its
    paragraph's narration, in order. `called` are entities called inside it, `talked` those otherwise named. `gap` is
    the number of paragraphs since the turn before (0: the same paragraph). `asks` says that its words end with a
    question, `continues` that the turn before was not closed, as in a speech over several paragraphs; `same_speech`
    that it goes on with it from the passage before. `leading` are entities named in the last paragraph before that
    names any. `description` is the entity that its cue's description stands for, `determiner` the word that opens it.
    `roles` says how entities take part in the narration before (b), after (a) and in the paragraph that leads to the
    turn (l): as who acts, is governed by a preposition, owns something, or opens the last sentence; `self_near` are
    the places where the narrator speaks of himself, `lead` is the pronoun that the leading paragraph's last sentence
    is about. `told` stand behind "to" near its cue, `signed` is whose name stands under a letter. `introduced` name
    themselves inside it; `called_titles` are titles called without a name. `answers` says that it opens as answers do,
    `cut` that it breaks off, `length` is how many code points it has. `verb` is the base form of its cue's verb.
    `chapter` and `scene` are where those began.
    """

    quotation: int
    position: int
    cue: FoundCue | None
    situation: str
    noun_gender: str | None = None
    noun: str = ""
    verb: str = ""
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
    same_speech: bool = False
    asks: bool = False
    cut: bool = False
    length: int = 0
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


def rank_of(candidates: list[str | None], cast: dict[str, Known], wanted: str | None) -> dict[str, int]:
    """Place of each candidate among those whose gender may fit, the last named first."""
    fitting = [c for c in candidates if c and agreement(cast[c].gender, wanted) != "no"]
    fitting.sort(key=lambda c: -max(cast[c].named, cast[c].heard))
    return {c: place for place, c in enumerate(fitting)}


def turns_of_scene(turns: Sequence[Turn], number: int) -> int:
    """How many turns before one, at most, weigh on it: those of its scene, but on a scene's first all do."""
    here = 0
    while here < min(HISTORY, number) and turns[number - here - 1].scene == turns[number].scene:
        here += 1
    return here if 0 < here < number else HISTORY


@lru_cache(maxsize=4096)
def length_of(characters: int) -> int:
    """The order of magnitude of a quotation's length."""
    return sum(characters >= limit for limit in (20, 50, 110, 250, 600))
