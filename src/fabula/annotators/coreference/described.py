"""Whether whoever a cue describes is somebody that the story has described before.

"Said the constable" makes one of whoever speaks there and the constable of the page before: for good, and with all that
is known of both. So a doubtful speaker who has a name is not enough for it.
"""

from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.lexicon.persons import noun_gender
from fabula.document import Draft
from fabula.layers import PEOPLE, Attribution, Entity, Gender, Identity, Mention, Passage
from fabula.text import Span

SURE = 0.6
"""How likely somebody with a name must be the speaker."""


class Described:
    """Knows who has a name and which gender, and how sure it is who speaks."""

    def __init__(self) -> None:
        self._new, self._merges = NewClaims(), Merges()
        self._named: set[str] = set()
        self._genders: dict[str, str] = {}

    def follow(self, draft: Draft) -> None:
        """Takes note of what became known of the cast."""
        for mention in self._new.of(draft, Mention):
            if mention.kind == "proper":
                self._named.add(self._merges.resolve(mention.entity))
        for gender in self._new.of(draft, Gender):
            self._genders[self._merges.resolve(gender.entity)] = gender.pronouns
        for identity in self._new.of(draft, Identity):
            merged = self._merges.merge(identity.entity, identity.same_as)
            if merged and merged[1] in self._named:
                self._named.add(merged[0])

    def may_be(self, draft: Draft, passage: Passage, speaker: str, met: str, span: Span, head: str) -> bool:
        """Whether the speaker whom words with this head describe can be `met`, somebody described before."""
        if self._merges.resolve(speaker) not in self._named:
            return True
        if self._merges.resolve(met) in self._named or _entity(draft, speaker).kind not in PEOPLE:
            return False
        if "group" in (_entity(draft, met).kind, _entity(draft, speaker).kind):
            return False
        gender = self._genders.get(self._merges.resolve(speaker))
        fits = gender is None or noun_gender(head) in (None, gender)
        return fits and _confidence(draft, passage, span) >= SURE


def _entity(draft: Draft, entity: str) -> Entity:
    return draft.claims(Entity)[int(entity[1:]) - 1]


def _confidence(draft: Draft, passage: Passage, span: Span) -> float:
    """How sure it is who speaks where these words say so; 1 where they say so of nothing that was found."""
    said = (
        claim.confidence or 0.0
        for claim in draft.since(Attribution, passage.span.start)
        if any(one.start <= span.start and span.end <= one.end for one in claim.evidence)
    )
    return min(said, default=1.0)
