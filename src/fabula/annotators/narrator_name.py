"""The name of a first-person narrator: said in the narration, or called by those the narrator talks to."""

from typing import ClassVar

from fabula.annotators.vocatives import is_vocative
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import Attribution, GivenCast, Identity, Mention, Narrator, Passage, Quotation
from fabula.text import Source, Span

ENOUGH = 2.0
"""Votes for a name at which it becomes the narrator's."""
AGAINST = 1.0
"""What each mention in the narration costs: narrators seldom call themselves by name."""
OWN_NAME = (("my", "name", "is"), ("my", "name", "was"), ("call", "me"), ("i", ","))


class NarratorNames:
    """Makes the identity of a homodiegetic narrator and a named entity."""

    name: ClassVar[str] = "narrator-name"
    needs: ClassVar[tuple[type[Claim], ...]] = (Narrator, Mention, Attribution, Quotation)
    makes: ClassVar[tuple[type[Claim], ...]] = (Identity,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._votes: dict[str, float] = {}
        self._done: set[str] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Counts the passage's votes, and claims the name when they suffice."""
        narrators = [claim for claim in draft.claims(Narrator) if claim.entity]
        if not narrators or narrators[-1].entity in self._done:
            return
        narrator = narrators[-1].entity or ""
        words = words_of(draft, passage)
        at = {start: i for i, start in enumerate(words.starts)}
        ends = {end: i for i, end in enumerate(words.ends)}
        speakers = {claim.quotation: claim.speaker for claim in draft.since(Attribution, passage.span.start)}
        order = [quotation.id for quotation in words.quotations if quotation.id in speakers]
        best: tuple[float, str, Span] | None = None
        for mention in draft.since(Mention, passage.span.start):
            first, last = at.get(mention.span.start), ends.get(mention.span.end)
            if mention.kind != "proper" or first is None or last is None:
                continue
            vote = self._vote(words, first, last, narrator, speakers, order)
            if vote:
                total = self._votes[mention.entity] = self._votes.get(mention.entity, 0.0) + vote
                if vote > 0 and total >= ENOUGH and (best is None or total > best[0]):
                    best = (total, mention.entity, mention.span)
        if best:
            self._done.add(narrator)
            one, other = sorted((narrator, best[1]), key=lambda entity: int(entity[1:]))
            draft.add(
                Identity(
                    id=draft.new_id(Identity),
                    evidence=(best[2],),
                    known_at=passage.known_at,
                    made_by=self.name,
                    entity=other,
                    same_as=one,
                )
            )

    def _vote(
        self,
        words: Words,
        first: int,
        last: int,
        narrator: str,
        speakers: dict[str, str | None],
        order: list[str],
    ) -> float:
        """What one occurrence of a name says: for (above 0) or against its being the narrator's."""
        before = tuple(words.lower[max(0, first - 3) : first])
        if words.quoted[first] < 0:
            own = any(before[-len(phrase) :] == phrase for phrase in OWN_NAME)
            return 3.0 if own else -AGAINST
        quotation = words.quotations[words.quoted[first]].id
        if quotation not in speakers:
            return 0.0
        if speakers[quotation] == narrator:
            own = any(before[-len(phrase) :] == phrase for phrase in OWN_NAME[:2])
            return 3.0 if own else -AGAINST
        if not is_vocative(words, first, last):
            return 0.0
        place = order.index(quotation)
        beside = {speakers[order[k]] for k in (place - 1, place + 1) if 0 <= k < len(order)}
        return 1.0 if narrator in beside else 0.3
