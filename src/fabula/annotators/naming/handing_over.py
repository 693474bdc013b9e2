"""Names that somebody bore until it was seen that another bears them."""

from collections.abc import Set
from dataclasses import replace
from itertools import dropwhile
from typing import TypeVar

from fabula.document import Claim, Draft
from fabula.layers import Alias, Mention

C = TypeVar("C", bound=Claim)


def hand_over(draft: Draft, forms: Set[str], giver: Set[str], taker: str, *, known_at: int, made_by: str) -> None:
    """Claims that the `taker`, not the `giver`, is who has been called by these forms, from the first time on.

    The `giver` is a person under all ids that they have gone by.
    """
    for alias in _current(draft, Alias):
        if alias.entity in giver and alias.form in forms:
            draft.add(replace(alias, id=draft.new_id(Alias), known_at=known_at, replaces=alias.id, entity=taker))
    for mention in _current(draft, Mention):
        called = mention.kind == "proper" and mention.entity in giver and _name_in(mention.span.of(draft.text))
        if called in forms:
            claim = replace(mention, id=draft.new_id(Mention), known_at=known_at, made_by=made_by, entity=taker)
            draft.add(replace(claim, replaces=mention.id))


def _current(draft: Draft, record: type[C]) -> list[C]:
    """The claims of one type that no other has replaced."""
    claims = draft.claims(record)
    replaced = {claim.replaces for claim in claims}
    return [claim for claim in claims if claim.id not in replaced]


def _name_in(words: str) -> str:
    """The name in "poor old Tom", with single blanks."""
    return " ".join(dropwhile(str.islower, words.split()))
