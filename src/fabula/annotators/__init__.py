"""How the layers are made, passage by passage.

An annotator is a class that is started once for a story and then reads one passage after another. It may look at
the whole passage and at everything that was claimed before, and at nothing that comes later: that is what makes a
view at the end of a passage equal to a reading of the text up to there.

A room for each idea, in the order of reading: `structure`, `quoting`, `reading` by the model, `naming`, `timing`,
`narrating`, `speaking`, `scening`, `portraying`, `relating`, `acting`, `knowing`; then what a person states,
`corrections`.
Shared: `words`, `lexicon`, `verbs`, `following`, and behind the coreference `parse`, `certainty` and `unreal`.
"""

from typing import ClassVar, Protocol

from fabula.document import Claim, Draft
from fabula.layers import GivenCast, Passage
from fabula.text import Source


class Annotator(Protocol):
    """Makes claims about one passage at a time.

    `needs` and `makes` are record types; `name` goes into `made_by`.
    """

    name: ClassVar[str]
    needs: ClassVar[tuple[type[Claim], ...]]
    makes: ClassVar[tuple[type[Claim], ...]]

    def __init__(self, source: Source, given: GivenCast) -> None: ...

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the claims of this passage to the draft; each is known at the end of the passage."""
        ...
