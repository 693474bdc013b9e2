"""Those who are called by no name: "my dear", "young man", "Mother", "Colonel"; and "your mother" after that.

A form of address stands between marks like a name that calls somebody, and means the addressee. Whoever was called by
a word for kin is meant by it again: the same speaker's "my mother", and "your mother" said to that speaker.
"""

from typing import ClassVar

from fabula.annotators import lexicon
from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.speaking.company import RANKS
from fabula.annotators.speaking.kin import Kin
from fabula.annotators.speaking.vocatives import is_vocative
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import Alias, Attribution, Gender, GivenCast, Identity, Mention, Passage, Quotation
from fabula.text import Source
from fabula.world.address_forms import ENDEARMENTS, KIN

QUALITIES = frozenset(
    "my dear dearest own good old young little poor sweet sweetest darling precious worthy brave fine honest".split()
)
"""Words that stand before the noun of a form of address."""
SIGHS = frozenset("oh o ah dear good".split())
"""What stands before an endearment, or a lord, that is only a sigh: "oh dear", "good Lord"."""
CALLS = ENDEARMENTS | KIN.keys() | frozenset("boy girl child man woman lad lass friend fellow stranger".split())
"""Nouns that call somebody by themselves; so do titles."""
LEFT = frozenset("sir madam ma'am ma’am miss m mr mrs ms dr st mme mlle lord lady god".split())
"""Titles that stand before a name or in an oath, or are read as pronouns are."""
PHRASE = 4
"""Words that a form of address may have before its noun."""


class Addresses:
    """Makes mentions of those whom a form of address or a word for kin means."""

    name: ClassVar[str] = "addresses"
    needs: ClassVar[tuple[type[Claim], ...]] = (Quotation, Mention, Alias, Gender, Identity, Attribution)
    makes: ClassVar[tuple[type[Claim], ...]] = (Mention,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._genders: dict[str, str] = {}
        self._merges = Merges()
        self._new = NewClaims()
        self._kin = Kin()
        self._bearers: dict[str, dict[str, None]] = {}

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the mentions that forms of address make in one passage."""
        for identity in self._new.of(draft, Identity):
            self._merges.merge(identity.entity, identity.same_as)
        for gender in self._new.of(draft, Gender):
            self._genders[self._merges.resolve(gender.entity)] = gender.pronouns
        for alias in self._new.of(draft, Alias):
            for word in alias.form.lower().replace(".", "").split():
                if word in lexicon.titles() and word not in KIN:
                    self._bearers.setdefault(RANKS.get(word, word), {})[alias.entity] = None
        words = words_of(draft, passage)
        taken = {mention.span.start for mention in draft.since(Mention, passage.span.start)}
        parties = {claim.quotation: claim for claim in draft.since(Attribution, passage.span.start)}
        i = 0
        while i < len(words):
            said = parties.get(words.quotations[words.quoted[i]].id) if words.quoted[i] >= 0 else None
            last = _phrase(words, i) if said and words.starts[i] not in taken else None
            if said is None or last is None or words.starts[last] in taken:
                i += 1
                continue
            if entity := self._meant(words, i, last, said):
                draft.add(
                    Mention(
                        id=draft.new_id(Mention),
                        evidence=(words.span(i, last),),
                        known_at=passage.known_at,
                        made_by=self.name,
                        kind="nominal",
                        entity=entity,
                    )
                )
            i = last + 1

    def _meant(self, words: Words, first: int, last: int, said: Attribution) -> str | None:
        """Whom the phrase means; `None` if it calls nobody, or nobody who fits."""
        noun = words.lower[last]
        speaker = said.speaker and self._merges.resolve(said.speaker)
        others = [self._merges.resolve(entity) for entity in said.addressees]
        pity = words.lower[first] in ("your", "poor")
        if is_vocative(words, first, last) and not pity and not _sighs(words, first, last):
            bearers = {self._merges.resolve(entity) for entity in self._bearers.get(RANKS.get(noun, noun), ())}
            called = next((entity for entity in others if self._fits(entity, noun)), None)
            if bearers:
                return called if called in bearers else bearers.pop() if len(bearers) == 1 else None
            if noun not in KIN or not speaker:
                return called
            if called:
                self._kin.note(speaker, noun, called, self._genders.get(speaker))
            return self._relative(speaker, noun) or called
        owner = others[0] if words.lower[first] == "your" and others else speaker
        return self._relative(owner, noun) if owner and noun in KIN else None

    def _relative(self, owner: str, noun: str) -> str | None:
        meant = self._kin.of(owner, noun)
        return self._merges.resolve(meant) if meant and self._fits(self._merges.resolve(meant), noun) else None

    def _fits(self, entity: str, noun: str) -> bool:
        wanted = lexicon.person_nouns().get(noun) or lexicon.titles().get(noun)
        return self._genders.get(entity, wanted) == wanted or wanted is None


def _phrase(words: Words, first: int) -> int | None:
    """The last word of the form of address, or of "my mother", that begins at a word; `None` if none does."""
    last = None
    for k in range(first, min(first + PHRASE + 1, len(words))):
        word = words.lower[k]
        if words.quoted[k] != words.quoted[first]:
            break
        if word in ENDEARMENTS or word in KIN or word in lexicon.person_nouns() or word in lexicon.titles():
            last = k
        elif word not in QUALITIES and not (k == first and word == "your"):
            break
    alone = words.lower[first] if last == first else ""
    if alone in LEFT or (alone in lexicon.person_nouns() and not (alone in CALLS or alone in lexicon.titles())):
        return None
    return last


def _sighs(words: Words, first: int, last: int) -> bool:
    """Whether the words only sigh: "oh dear!", "dear, dear!", "good Lord!", "my God!"."""
    if first < last and words.lower[last] in ("god", "lord"):
        return words.lower[last] == "god" or words.lower[first] in SIGHS
    around = words.lower[max(0, first - 2) : first] + words.lower[first + 1 : first + 3]
    return words.lower[first] in ("dear", "lord") and not SIGHS.isdisjoint(around)
