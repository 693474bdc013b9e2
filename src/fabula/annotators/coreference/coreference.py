"""Mentions of everybody and everything, tied to the cast where they mean one of it."""

from typing import ClassVar

from fabula.annotators.coreference.described import Described
from fabula.annotators.coreference.phrases import Phrase, phrases_of, tied
from fabula.annotators.following import NewClaims
from fabula.annotators.identities import identify
from fabula.annotators.lexicon import plural_person_nouns
from fabula.annotators.narrating.telling import Telling
from fabula.document import Claim, Draft
from fabula.inference.passage import reading_of
from fabula.layers import (
    PEOPLE,
    Attribution,
    Entity,
    EntityKind,
    Expression,
    Gender,
    GivenCast,
    Identity,
    Mention,
    Narrator,
    Passage,
    Quotation,
)
from fabula.text import Source, Span

NOUNS = frozenset({"NOUN", "PROPN"})
LATE = 4000
"""Phrases after which it no longer matters that one was a name."""


class Coreference:
    """Makes mentions of all expressions, and entities of those whom nobody has made yet."""

    name: ClassVar[str] = "coreference"
    needs: ClassVar[tuple[type[Claim], ...]] = (
        Expression,
        Quotation,
        Mention,
        Entity,
        Gender,
        Identity,
        Attribution,
        Narrator,
    )
    makes: ClassVar[tuple[type[Claim], ...]] = (Mention, Entity, Identity)

    def __init__(self, source: Source, given: GivenCast) -> None:
        # Imported here, since nobody who reads by rules needs numpy.
        from fabula.annotators.coreference.ranker import shipped, vectors_of
        from fabula.annotators.coreference.resolver import Resolver

        self._closed = given.closed
        self._ranker, self._vectors_of = shipped(), vectors_of
        self._resolver = Resolver(self._ranker.choose)
        self._new = NewClaims()
        self._telling = Telling()
        self._described = Described()
        self._entities: dict[int, str] = {}
        self._late: dict[Span, int] = {}

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the mentions of one passage."""
        self._follow(draft, passage)
        reading = reading_of(draft, passage)
        if reading is None:
            return
        phrases = self.phrases(draft, passage, reading.expressions)
        if not phrases or (vectors := self._vectors_of(phrases, reading)) is None:
            return
        numbers = self._resolver.read(phrases, *vectors)
        spans = {phrase.span for phrase in phrases}
        for phrase, number in zip(phrases, numbers, strict=True):
            self._claim(draft, passage, phrase, number, spans)

    def phrases(self, draft: Draft, passage: Passage, expressions: list[Expression]) -> list[Phrase]:
        """The phrases of the passage with all their ties."""
        parties = {
            claim.quotation: (claim.speaker, next(iter(claim.addressees), None))
            for claim in draft.since(Attribution, passage.span.start)
        }
        found = phrases_of(draft, passage, expressions)
        for phrase in found:
            tied(phrase, parties, self._telling.at(phrase.span.start))
        return found

    def _follow(self, draft: Draft, passage: Passage) -> None:
        """Takes note of what became known of the cast."""
        self._telling.follow(draft)
        self._described.follow(draft)
        for identity in self._new.of(draft, Identity):
            self._resolver.merge(identity.entity, identity.same_as)
        for gender in self._new.of(draft, Gender):
            self._resolver.state_gender(gender.entity, gender.pronouns)
        for mention in self._new.of(draft, Mention):
            theirs = mention.made_by != self.name and mention.span.start < passage.span.start
            if theirs and mention.span in self._late:
                self._recognise(draft, passage, self._late[mention.span], mention.entity, mention.span)

    def _recognise(self, draft: Draft, passage: Passage, number: int, entity: str, span: Span) -> None:
        """Somebody who was met before turns out to be one of the cast."""
        own = self._entities.get(number)
        if self._resolver.adopt(number, entity) and own:
            identify(draft, own, entity, (span,), known_at=passage.known_at, made_by=self.name)

    def _claim(self, draft: Draft, passage: Passage, phrase: Phrase, number: int, spans: set[Span]) -> None:
        """The mention, unless there is one: another's is replaced if it means somebody else, a name's by a longer one.

        So "Tom" becomes "my brother Tom". What is a phrase by itself, one of `spans`, is replaced as that only; the
        short form by which a cue describes who speaks stays beside the whole expression.
        """
        made = phrase.rule_mention
        name = phrase.ties.get("name")
        if self._closed and phrase.expression.kind == "proper" and not name and _kind(phrase) in PEOPLE:
            return  # every name that may be anybody's is tied
        if name and number in self._entities:
            self._recognise(draft, passage, number, name, phrase.span)
        elif made and describes(made) and made.span == phrase.span and self._is_met(draft, number):
            # Who speaks was described there, and is whom the ranker knows already.
            met = self._entities[self._resolver.resolve(number)]
            if self._described.may_be(draft, passage, made.entity, met, phrase.span, _head(phrase)):
                self._recognise(draft, passage, number, made.entity, phrase.span)
        entity = self._resolver.member(number) or self._entities.get(self._resolver.resolve(number))
        if entity is None:
            if self._closed and _kind(phrase) in PEOPLE:
                return
            entity = self._introduce(draft, passage, phrase)
            self._entities[number] = entity
        same = made is not None and made.span == phrase.span
        longer = made is not None and phrase.span.end == made.span.end and phrase.span.start < made.span.start
        if made and ((same and made.entity == entity) or (name and not longer)):
            return
        short = made is not None and describes(made) and not same
        replaced = made if made and not short and (same or made.span not in spans) else None
        draft.add(
            Mention(
                id=draft.new_id(Mention),
                evidence=(phrase.span,),
                known_at=passage.known_at,
                made_by=self.name,
                replaces=replaced.id if replaced else None,
                kind=made.kind if made and name else phrase.expression.kind,
                entity=entity,
            )
        )
        if phrase.expression.kind == "proper" and not name:
            self._late[phrase.span] = number
            while len(self._late) > LATE:
                del self._late[next(iter(self._late))]

    def _is_met(self, draft: Draft, number: int) -> bool:
        """Whether the ranker knows somebody by a description: "the other" describes nobody.

        Nor does "her father": whom the speaker of "said her father" was taken for is too doubtful for all the others.
        """
        own = self._entities.get(self._resolver.resolve(number))
        if own is None or self._resolver.member(number) or self._resolver.is_kin(number):
            return False
        words = draft.tokens.covered_by(draft.claims(Entity)[int(own[1:]) - 1].span)
        return any(draft.tags["pos"][place] in NOUNS for place in words)

    def _introduce(self, draft: Draft, passage: Passage, phrase: Phrase) -> str:
        return draft.add(
            Entity(
                id=draft.new_id(Entity),
                evidence=(phrase.span,),
                known_at=passage.known_at,
                made_by=self.name,
                name=" ".join(phrase.span.of(draft.text).split()),
                kind=_kind(phrase),
            )
        ).id


def describes(made: Mention) -> bool:
    """Whether a cue describes who speaks: "mate", which somebody is called, may be anybody's."""
    return made.made_by == "speakers" and made.kind == "nominal"


def _kind(phrase: Phrase) -> EntityKind:
    if phrase.expression.type != "person":
        return phrase.expression.type
    head = _head(phrase)
    plural = (
        head in plural_person_nouns() or head in ("they", "we", "us", "them", "their", "our") or "and" in phrase.words
    )
    return "group" if plural else "person"


def _head(phrase: Phrase) -> str:
    return phrase.words[phrase.head - phrase.first]
