"""The ways in which the turns of a passage may be told that are worth following, and how likely each is.

A beam over who speaks one turn after another; ways that agree on the last turns are joined. A way weighs what its
turns weigh together, and competes with all other ways, so that a turn may be decided by what comes after it
(conditional random fields; Lafferty, McCallum and Pereira 2001).
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

Speakers = tuple[str | None, ...]
WIDTH = 6
"""Ways that are followed from one turn to the next."""
MEMORY = 3
"""Turns by which ways are told apart."""


class Edge(NamedTuple):
    """From a way to tell the turns before, by a candidate of this turn, to a way to tell this turn too."""

    source: int
    candidate: int
    target: int
    score: float


class Lattice(NamedTuple):
    """The edges of each turn, and the speakers of the likeliest way."""

    turns: list[list[Edge]]
    best: Speakers


class _Way(NamedTuple):
    speakers: Speakers
    score: float


def lattice(
    turns: Sequence[Sequence[str | None]], score: Callable[[int, Speakers], Sequence[float]], history: Speakers
) -> Lattice:
    """All ways that the beam finds.

    `turns[i]` are the candidates of turn `i`; `score` says what each of them weighs behind the speakers given, which
    begin with `history`. A way that the beam drops leads on from the one kept that ends most like it.
    """
    beam = [_Way(history, 0.0)]
    found: list[list[Edge]] = []
    for i, candidates in enumerate(turns):
        grown: dict[Speakers, _Way] = {}
        steps: list[tuple[int, int, Speakers, float]] = []
        for source, way in enumerate(beam):
            for k, value in enumerate(score(i, way.speakers)):
                speakers = (*way.speakers, candidates[k])
                ending, total = speakers[-MEMORY:], way.score + value
                if ending not in grown or grown[ending].score < total:
                    grown[ending] = _Way(speakers, total)
                steps.append((source, k, ending, value))
        kept = sorted(grown, key=lambda ending: (-grown[ending].score, [str(speaker) for speaker in ending]))[:WIDTH]
        beam = [grown[ending] for ending in kept]
        places: dict[Speakers, int] = {}
        for place, ending in enumerate(kept):
            for length in range(1, len(ending) + 1):
                places.setdefault(ending[-length:], place)
        found.append([Edge(source, k, _place(places, ending), value) for source, k, ending, value in steps])
    return Lattice(found, beam[0].speakers[len(history) :])


def _place(places: dict[Speakers, int], ending: Speakers) -> int:
    """That of the way kept with the same ending, or as much of it as any has; else of the likeliest."""
    return next((places[ending[start:]] for start in range(len(ending)) if ending[start:] in places), 0)


def chances(found: Lattice) -> list[dict[int, float]]:
    """How likely each candidate of each turn is, over all ways (forward and backward: Rabiner 1989)."""
    before: list[dict[int, float]] = [{0: 0.0}]
    for edges in found.turns:
        reached: dict[int, list[float]] = {}
        for edge in edges:
            reached.setdefault(edge.target, []).append(before[-1][edge.source] + edge.score)
        before.append({node: _log_sum(values) for node, values in reached.items()})
    total = _log_sum(before[-1].values())
    behind = dict.fromkeys(before[-1], 0.0)
    out: list[dict[int, float]] = []
    for edges, reach in zip(reversed(found.turns), reversed(before[:-1]), strict=True):
        shares: dict[int, float] = {}
        left: dict[int, list[float]] = {}
        for edge in edges:
            rest = edge.score + behind[edge.target]
            shares[edge.candidate] = shares.get(edge.candidate, 0.0) + math.exp(reach[edge.source] + rest - total)
            left.setdefault(edge.source, []).append(rest)
        behind = {node: _log_sum(values) for node, values in left.items()}
        out.append(shares)
    return out[::-1]


def _log_sum(values: Iterable[float]) -> float:
    found = list(values)
    top = max(found)
    return top + math.log(sum([math.exp(value - top) for value in found]))
