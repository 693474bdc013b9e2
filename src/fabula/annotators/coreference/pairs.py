"""What a phrase has to do with each of the entities in sight."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from fabula.annotators.coreference.phrases import Phrase
from fabula.annotators.coreference.table import (
    ARGUMENT,
    ARGUMENTS,
    BY_TYPE,
    FIRST,
    GENDERS,
    GOVERNOR,
    HE,
    HEAD,
    IN_QUOTATION,
    LAST,
    MENTIONS,
    PARAGRAPH,
    SEEN,
    SLOTS,
    SUBJECT,
    Array,
    Table,
)
from fabula.annotators.coreference.traits import TIES, TYPES, Traits

NEAR, ALIKE, TIED = 0, 10, 15
ALL_TIES = (*TIES, "same voice", "other voice")
FITTING = TIED + 2 * len(ALL_TIES)
GRAMMAR = FITTING + 5
PAIR = GRAMMAR + 6
"""Features of a phrase and an entity."""
PLACES = np.arange(SLOTS)


def pairs(
    table: Table, phrase: Phrase, traits: Traits, ties: Mapping[str, int], enclosing: int, inside: Sequence[int]
) -> Array:
    """(SLOTS, PAIR). `ties` are slots of entities to which something ties the phrase, by what it is.

    `enclosing` is the slot of the phrase that this one stands in, `inside` are those of the names in it; -1 for none.
    """
    out = np.zeros((SLOTS, PAIR), np.float32)
    _near(out, table, phrase)
    if phrase.expression.kind != "pronominal":
        _alike(out, table, traits)
    for tie, slot in ties.items():  # the entity itself, and all others
        column = TIED + ALL_TIES.index(tie)
        others = column + len(ALL_TIES)
        out[:, others] = 1
        out[slot, column], out[slot, others] = 1, 0
    if traits.gender:
        _fitting(out, table, GENDERS[traits.gender])
    out[:, FITTING + 4] = table.counts[:, BY_TYPE + TYPES.index(phrase.expression.type)] / (
        table.counts[:, MENTIONS] + 0.5
    )
    if enclosing >= 0:
        out[enclosing, GRAMMAR] = 1
    for slot in inside:
        if slot >= 0:
            out[slot, GRAMMAR + 5] = 1
    last = table.last
    if phrase.relation in ARGUMENTS:
        out[:, GRAMMAR + 1] = (last[:, GOVERNOR] == phrase.governor) * table.flags[:, ARGUMENT]
    out[:, GRAMMAR + 2] = (last[:, GOVERNOR] == phrase.head) * table.flags[:, SUBJECT]
    out[:, GRAMMAR + 4] = last[:, HEAD] == phrase.governor
    if phrase.relation == "appos":
        out[:, GRAMMAR + 3] = out[:, GRAMMAR + 4]
    return out


def _near(out: Array, table: Table, phrase: Phrase) -> None:
    last = table.last
    since = (table.mentions, phrase.sentence, phrase.first) - last[:, SEEN : LAST + 1]  # mentions, sentences, tokens
    ranks = _ranks(np.where(table.entity >= 0, last[:, SEEN], -1))
    out[:, [0, 1, 4]] = np.log1p(np.maximum(since, 0))
    out[:, 2] = since[:, 1] == 0
    out[:, 3] = since[:, 1] == 1
    out[:, 5] = last[:, PARAGRAPH] == phrase.paragraph
    out[:, 6] = ranks / 10
    out[:, 7] = ranks == 0
    if phrase.quotation:
        out[:, 8] = [one == phrase.quotation for one in table.quotations]
    out[:, 9] = table.flags[:, IN_QUOTATION] == (phrase.quotation is not None)


def _alike(out: Array, table: Table, traits: Traits) -> None:
    """The same phrase or head; the share of its words used of the entity, how many were not, its head among them."""
    for column, key in (
        (ALIKE, ("=", traits.string)),
        (ALIKE + 1, ("h", traits.head)),
        (ALIKE + 4, ("w", traits.head)),
    ):
        if (slots := table.index.get(key)) is not None:
            out[:, column] = slots
    for word in traits.content:
        if (slots := table.index.get(("w", word))) is not None:
            out[:, ALIKE + 2] += slots
    out[:, ALIKE + 3] = len(traits.content) - out[:, ALIKE + 2]
    out[:, ALIKE + 2] /= len(traits.content)


def _fitting(out: Array, table: Table, column: int) -> None:
    """Shares of what was said of the entity's gender that agree and that do not; the order of those that fit."""
    genders = table.counts[:, HE:FIRST]
    total, mine = genders.sum(1), table.counts[:, column]
    out[:, FITTING] = mine / (total + 0.5)
    out[:, FITTING + 1] = (total - mine) / (total + 0.5)
    fits = (table.entity >= 0) & (mine > total - mine)
    ranks = _ranks(np.where(fits, table.last[:, SEEN], -1))
    out[:, FITTING + 2] = fits & (ranks == 0)
    out[:, FITTING + 3] = np.where(fits, ranks / 5, 1.5)


def _ranks(seen: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of each in the order from the last seen to the first."""
    ranks = np.empty(SLOTS, np.int64)
    ranks[(-seen).argsort(kind="stable")] = PLACES
    return ranks
