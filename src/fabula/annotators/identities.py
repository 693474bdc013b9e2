"""Two entities that turn out to be one."""

from fabula.document import Draft
from fabula.layers import Identity
from fabula.text import Span


def in_order(one: str, other: str) -> tuple[str, str]:
    """The ids of two entities, first of the one that the text introduced first."""
    early, late = sorted((one, other), key=lambda entity: int(entity[1:]))
    return early, late


def identify(
    draft: Draft, one: str, other: str, evidence: tuple[Span, ...], *, known_at: int, made_by: str
) -> tuple[str, str]:
    """Claims that two entities are one; gives the id of the one that the text introduced first, then the other's."""
    early, late = in_order(one, other)
    draft.add(
        Identity(
            id=draft.new_id(Identity),
            evidence=evidence,
            known_at=known_at,
            made_by=made_by,
            entity=late,
            same_as=early,
        )
    )
    return early, late
