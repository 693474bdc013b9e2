"""A time expression before it is claimed."""

from dataclasses import dataclass

from fabula.layers import TimeKind


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` to `last`, both inside, with kind and value."""

    first: int
    last: int
    kind: TimeKind
    value: str
