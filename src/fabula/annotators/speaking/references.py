"""Pronouns and forms of address, tied to the cast: who "I", "you", "she" and "sir" are.

First and second person inside a quotation are its speaker and addressee. The third person goes to whoever was last
in focus and fits in gender, the speaker and the addressee left out (in the manner of Hobbs's and of Lappin and
Leass's salience, without a parser).
"""

from typing import ClassVar

from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import (
    PRONOUN_SETS,
    Attribution,
    Gender,
    GivenCast,
    Identity,
    Mention,
    MentionKind,
    Passage,
    Quotation,
)
from fabula.text import Source, Span

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
SECOND = frozenset({"you", "your", "yours", "yourself", "thou", "thee", "thy", "thine", "ye"})
ADDRESS = frozenset("sir madam ma'am ma’am miss mum sirrah monsieur madame mademoiselle signor signora sahib".split())
PLURAL = frozenset({"they", "it"})
FOCUS = 12
"""How many entities stay in focus."""


class References:
    """Makes mentions of pronouns and forms of address."""

    name: ClassVar[str] = "references"
    needs: ClassVar[tuple[type[Claim], ...]] = (Quotation, Mention, Gender, Identity, Attribution)
    makes: ClassVar[tuple[type[Claim], ...]] = (Mention,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        sets = (*PRONOUN_SETS, *(one.pronouns for one in given.characters if one.pronouns))
        self._pronouns: dict[str, set[str]] = {}
        for pronouns in sets:
            if pronouns.name not in PLURAL or pronouns not in PRONOUN_SETS:
                for form in pronouns.forms:
                    self._pronouns.setdefault(form, set()).add(pronouns.name)
        self._genders: dict[str, str] = {}
        self._merges = Merges()
        self._new = NewClaims()
        self._focus: list[str] = []

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the mentions that pronouns make in one passage."""
        for identity in self._new.of(draft, Identity):
            self._merges.merge(identity.entity, identity.same_as)
        for gender in self._new.of(draft, Gender):
            self._genders[self._merges.resolve(gender.entity)] = gender.pronouns
        words = words_of(draft, passage)
        mentions = draft.since(Mention, passage.span.start)
        known = {mention.span.start: mention for mention in mentions if mention.span.start >= passage.span.start}
        parties = self._parties(draft, passage)
        quotation_ids = [quotation.id for quotation in words.quotations]
        skip = -1
        for i, word in enumerate(words.lower):
            if words.starts[i] < skip:
                continue
            if mention := known.get(words.starts[i]):
                self._attend(self._merges.resolve(mention.entity))
                skip = mention.span.end
                continue
            speaker, addressees = (
                parties.get(quotation_ids[words.quoted[i]], (None, ())) if words.quoted[i] >= 0 else (None, ())
            )
            if words.quoted[i] >= 0 and word in FIRST:
                if speaker:
                    self._mention(draft, passage, words.span(i, i), speaker, "pronominal")
            elif words.quoted[i] >= 0 and (word in SECOND or self._address(words, i)):
                if addressees:
                    kind: MentionKind = "pronominal" if word in SECOND else "nominal"
                    self._mention(draft, passage, words.span(i, i), addressees[0], kind)
            elif word in self._pronouns:
                entity = self._fitting(word, {speaker, *addressees} if words.quoted[i] >= 0 else set())
                if entity:
                    self._mention(draft, passage, words.span(i, i), entity, "pronominal")
                    self._attend(entity)

    def _parties(self, draft: Draft, passage: Passage) -> dict[str, tuple[str | None, tuple[str, ...]]]:
        """Speaker and addressees of each quotation of the passage, of those nested in it too."""
        out: dict[str, tuple[str | None, tuple[str, ...]]] = {}
        for claim in draft.since(Attribution, passage.span.start):
            out[claim.quotation] = (claim.speaker, claim.addressees)
        return out

    def _address(self, words: Words, i: int) -> bool:
        return words.lower[i] in ADDRESS and (i + 1 >= len(words) or not words.text[i + 1][0].isupper())

    def _fitting(self, pronoun: str, parties: set[str | None]) -> str | None:
        """Who was last in focus and may be meant; somebody of unknown gender only if nobody fits better."""
        wanted = self._pronouns[pronoun]
        unknown = None
        for entity in reversed(self._focus):
            if entity in parties:
                continue
            gender = self._genders.get(entity)
            if gender in wanted:
                return entity
            if gender is None and unknown is None:
                unknown = entity
        return unknown

    def _attend(self, entity: str) -> None:
        if entity in self._focus:
            self._focus.remove(entity)
        self._focus.append(entity)
        del self._focus[:-FOCUS]

    def _mention(self, draft: Draft, passage: Passage, span: Span, entity: str, kind: MentionKind) -> None:
        draft.add(
            Mention(
                id=draft.new_id(Mention),
                evidence=(span,),
                known_at=passage.known_at,
                made_by=self.name,
                kind=kind,
                entity=entity,
            )
        )
