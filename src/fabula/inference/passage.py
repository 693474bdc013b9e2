"""What the model saw in the passage at hand, for annotators that read the same passage after it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from fabula.document import Draft
from fabula.layers import Expression, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class PassageReading:
    """Vectors of a passage of T tokens, of which `first` is the first in the document.

    `vectors` (T, D) are those of the words; nothing but zeros where a word was not read. Row n of `anaphors` (E, L) and
    of `antecedents` (E, L) belongs to expression n: how well one takes up an earlier one is the product of the later
    one's anaphor with the earlier one's antecedent. All are `None` if the model does not have them.
    """

    first: int
    expressions: list[Expression]
    vectors: "NDArray[np.float32] | None"
    anaphors: "NDArray[np.float32] | None"
    antecedents: "NDArray[np.float32] | None"


_LAST: WeakKeyDictionary[Draft, tuple[str, PassageReading]] = WeakKeyDictionary()
"""The passage that each draft is at. Vectors are large, so those of earlier passages are gone."""


def hand_over(draft: Draft, passage: Passage, reading: PassageReading) -> None:
    """Keeps what was seen until the next passage."""
    _LAST[draft] = (passage.id, reading)


def reading_of(draft: Draft, passage: Passage) -> PassageReading | None:
    """What the model saw in the passage; `None` if it did not read it."""
    passage_id, reading = _LAST.get(draft, ("", None))
    return reading if passage_id == passage.id else None
