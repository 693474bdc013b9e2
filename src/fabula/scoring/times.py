"""Time expressions: found, of the right kind, and with the right value?"""

from collections.abc import Set as AbstractSet
from typing import get_args

from fabula.layers import TimeKind
from fabula.scoring.measures import Agreement, Measure
from fabula.text import Span

Time = tuple[Span, str, str]
"""Words with their kind and value."""


def score_times(reference: AbstractSet[Time], found: AbstractSet[Time]) -> dict[str, Measure]:
    """Agreement on extents, with kind, with value too; on extents that overlap; and on all three for each kind."""
    out: dict[str, Measure] = {
        "extent": Agreement.of_sets({time[:1] for time in reference}, {time[:1] for time in found}),
        "extent and kind": Agreement.of_sets({time[:2] for time in reference}, {time[:2] for time in found}),
        "found and normalised": Agreement.of_sets(reference, found),
        "extent, overlapping": Agreement(
            _touched(reference, found), len(reference), _touched(found, reference), len(found)
        ),
    }
    for kind in get_args(TimeKind):
        of_kind = [{time for time in times if time[1] == kind} for times in (reference, found)]
        out[f"{kind}, found and normalised"] = Agreement.of_sets(*of_kind)
    return out


def _touched(times: AbstractSet[Time], others: AbstractSet[Time]) -> int:
    return sum(any(span.overlaps(other) for other, _, _ in others) for span, _, _ in times)
