"""Whether the story is told by somebody in it, and the words by which that teller refers to themselves."""

from typing import ClassVar

from fabula.annotators.words import words_of
from fabula.document import Claim, Draft
from fabula.layers import Entity, GivenCast, Mention, Narrator, Passage, Quotation
from fabula.text import Source

SELF = frozenset({"i", "me", "my", "mine", "myself"})
ENOUGH = 4
"""Words of the narration for its teller, in one passage, at which a first-person narrator is claimed."""
SHARE = 0.012
"""And their least share of the narration read so far."""


class Narrators:
    """Makes the narrator, revised when the narration turns out otherwise."""

    name: ClassVar[str] = "narrator"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage, Quotation)
    makes: ClassVar[tuple[type[Claim], ...]] = (Narrator, Entity, Mention)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._words = 0.0
        self._selves = 0.0
        self._claim: Narrator | None = None
        self._entity: str | None = None

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the narration of the passage says of its teller."""
        words = words_of(draft, passage)
        narrated = [i for i in range(len(words)) if words.quoted[i] < 0]
        selves = [i for i in narrated if words.lower[i] in SELF and (words.text[i] != "i")]
        self._words = self._words * 0.9 + len(narrated)
        self._selves = self._selves * 0.9 + len(selves)
        first = self._selves >= ENOUGH and self._selves >= SHARE * self._words
        person = 1 if first else 3
        if narrated and (self._claim is None or (self._claim.person != person and (first or self._selves < 1))):
            at = selves[0] if first else narrated[0]
            span = words.span(at, at)
            if first and self._entity is None:
                self._entity = draft.add(
                    Entity(
                        id=draft.new_id(Entity),
                        evidence=(span,),
                        known_at=passage.known_at,
                        made_by=self.name,
                        name="the narrator",
                    )
                ).id
            self._claim = draft.add(
                Narrator(
                    id=draft.new_id(Narrator),
                    evidence=(span,),
                    known_at=passage.known_at,
                    made_by=self.name,
                    start=passage.span.start if self._claim else 0,
                    person=1 if first else 3,
                    entity=self._entity if first else None,
                )
            )
        if self._claim and self._claim.person == 1 and self._entity:
            for i in selves:
                draft.add(
                    Mention(
                        id=draft.new_id(Mention),
                        evidence=(words.span(i, i),),
                        known_at=passage.known_at,
                        made_by=self.name,
                        kind="pronominal",
                        entity=self._entity,
                    )
                )
