"""The name of a first-person narrator, by the votes of those who call them, and of the narrator's own words."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.annotators import lexicon
from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.identities import identify
from fabula.annotators.narrating.name_votes import Talk, earlier_vote
from fabula.annotators.narrating.tellers import Form, taken_apart
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import Alias, Attribution, Gender, GivenCast, Identity, Mention, Narrator, Passage, Quotation
from fabula.text import Source, Span

ENOUGH = 2.0
"""Votes for a name, less those against, at which it becomes the narrator's."""
ENOUGH_MORE = 4.0
"""The same for a second name."""
MARGIN = 2.0
"""How many times the votes of the next best name it must have."""
CROWDED = 0.3
"""What a vote counts where somebody else is there, silent, whose name it may be."""
SHORT = 3
"""Letters by which a name and a short form of it begin alike."""
DOUBT = 0.3
"""Most votes against it, for each one for it."""


@dataclass(slots=True)
class Tally:
    """Votes for and against one name, and the words of the last one for it."""

    pro: float = 0.0
    contra: float = 0.0
    span: Span | None = None

    @property
    def score(self) -> float:
        """What remains for it."""
        return self.pro - self.contra


class NarratorNames:
    """Makes the identity of a homodiegetic narrator and a named entity."""

    name: ClassVar[str] = "narrator-name"
    needs: ClassVar[tuple[type[Claim], ...]] = (Narrator, Mention, Alias, Gender, Identity, Attribution, Quotation)
    makes: ClassVar[tuple[type[Claim], ...]] = (Identity,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new = NewClaims()
        self._merges = Merges()
        self._teller: str | None = None
        self._since = 0
        self._forms: dict[str, list[Form]] = {}
        self._genders: dict[str, str] = {}
        self._tallies: dict[str, dict[str, Tally]] = {}
        self._addressed: dict[str, dict[str, float]] = {}

    def read(self, draft: Draft, passage: Passage) -> None:
        """Counts the passage's votes, and claims the name when they suffice."""
        self._follow(draft)
        if self._teller is None or _are_whole(self._forms.get(self._teller, [])):
            return
        words = words_of(draft, passage)
        turns = {
            claim.quotation: (claim.speaker and self._merges.resolve(claim.speaker), claim.type)
            for claim in draft.since(Attribution, passage.span.start)
        }
        talk = Talk(words, turns, self._teller)
        addressed = self._addressed.setdefault(self._teller, {"he": 0.0, "she": 0.0})
        for gender, weight in talk.genders():
            addressed[gender] += weight
        tallies = self._tallies.setdefault(self._teller, {})
        named = self._named(draft, passage, words)
        silent = {entity for first, _, entity in named if words.quoted[first] < 0} - {
            speaker for speaker, _ in turns.values()
        }
        for vote in talk.votes(named):
            if vote.weight > 0 and any(self._may_be(vote.entity, entity) for entity in silent):
                vote = vote._replace(weight=vote.weight * CROWDED)
            self._count(
                tallies, vote.entity, vote.weight, words.span(vote.first, vote.last) if vote.first >= 0 else None
            )
        for mention in self._late(draft, passage):
            self._count(tallies, self._merges.resolve(mention.entity), earlier_vote(draft, mention.span), mention.span)
        if (best := self._elected(tallies, addressed)) and (span := tallies[best].span):
            identify(draft, self._teller, best, (span,), known_at=passage.known_at, made_by=self.name)

    def _follow(self, draft: Draft) -> None:
        """Takes note of the claims made since the last passage."""
        for identity in self._new.of(draft, Identity):
            self._merge(identity.entity, identity.same_as)
        for alias in self._new.of(draft, Alias):
            self._forms.setdefault(self._merges.resolve(alias.entity), []).append(taken_apart(alias.form))
        for gender in self._new.of(draft, Gender):
            self._genders[self._merges.resolve(gender.entity)] = gender.pronouns
        for narrator in self._new.of(draft, Narrator):
            self._teller, self._since = narrator.entity, narrator.start
        if self._teller:
            self._teller = self._merges.resolve(self._teller)

    def _merge(self, entity: str, same_as: str) -> None:
        if (merged := self._merges.merge(entity, same_as)) is None:
            return
        early, late = merged
        self._forms.setdefault(early, []).extend(self._forms.pop(late, ()))
        if late in self._genders:
            self._genders.setdefault(early, self._genders.pop(late))
        for tallies in (*self._tallies.values(), self._tallies.pop(late, {})):
            if late in tallies:
                one, other = tallies.setdefault(early, Tally()), tallies.pop(late)
                one.pro, one.contra, one.span = one.pro + other.pro, one.contra + other.contra, other.span or one.span

    def _named(self, draft: Draft, passage: Passage, words: Words) -> list[tuple[int, int, str]]:
        """The names of the passage: first and last word, and who bears it."""
        at = {start: i for i, start in enumerate(words.starts)}
        until = {end: i for i, end in enumerate(words.ends)}
        found = []
        for mention in draft.since(Mention, passage.span.start):
            first, last = at.get(mention.span.start), until.get(mention.span.end)
            if mention.kind == "proper" and first is not None and last is not None:
                found.append((first, last, self._merges.resolve(mention.entity)))
        return found

    def _late(self, draft: Draft, passage: Passage) -> list[Mention]:
        """The mentions of names before this passage that were recognised only now, while this narrator told."""
        return [
            mention
            for mention in draft.since(Mention, passage.span.start)
            if mention.kind == "proper" and self._since <= mention.span.start < passage.span.start
        ]

    def _may_be(self, name: str, other: str) -> bool:
        """Whether a name may be that of somebody else who is there, by gender and by what is known of their names."""
        forms = self._forms.get(other, [])
        gender = self._genders.get(other)
        return (
            other not in (name, self._teller)
            and gender is not None
            and gender == self._genders.get(name)
            and bool(forms)
            and _joins(forms, self._forms.get(name, []))
        )

    def _count(self, tallies: dict[str, Tally], entity: str, weight: float, span: Span | None) -> None:
        tally = tallies.setdefault(entity, Tally())
        if weight < 0:
            tally.contra -= weight
        elif weight > 0:
            tally.pro += weight
            tally.span = span

    def _elected(self, tallies: dict[str, Tally], addressed: dict[str, float]) -> str | None:
        """The name that has won, if any has."""
        assert self._teller is not None
        mine = self._forms.get(self._teller, [])
        running = [entity for entity in tallies if entity != self._teller and _joins(mine, self._forms.get(entity, []))]
        running.sort(key=lambda entity: -tallies[entity].score)
        if not running:
            return None
        best, score = running[0], tallies[running[0]].score
        rivals = [entity for entity in running[1:] if not self._may_share(best, entity)]
        second = max((tallies[entity].score for entity in rivals), default=0.0)
        gender = self._genders.get(best)
        against = addressed.get({"he": "she", "she": "he"}.get(gender or "", ""), 0.0)
        called = addressed.get(gender or "", 0.0)
        if (
            score < (ENOUGH_MORE if mine else ENOUGH)
            or score < MARGIN * second
            or tallies[best].contra > DOUBT * tallies[best].pro
            or against > called + 1.0
        ):
            return None
        return best

    def _may_share(self, one: str, other: str) -> bool:
        """Whether two names may well be those of one person: given name and surname, or a name and its short form."""
        ones, others = self._forms.get(one, []), self._forms.get(other, [])
        if _joins(ones, others):
            return True
        begins = {word[:SHORT] for form in ones for word in form.words}
        return any(word[:SHORT] in begins for form in others for word in form.words)


def _are_whole(forms: list[Form]) -> bool:
    """Whether given name and surname are known."""
    return {part for form in forms for part in _parts(form)} == {"given", "surname"}


def _joins(mine: list[Form], other: list[Form]) -> bool:
    """Whether a name can be added to those known: any to none, a given name to a surname, a surname to a given name."""
    if not mine:
        return True
    parts = {part for form in mine for part in _parts(form)}
    added = {part for form in other for part in _parts(form)}
    return bool(added) and not parts & added


def _parts(form: Form) -> set[str]:
    """Which parts of a name a form holds."""
    if len(form.words) > 1:
        return {"given", "surname"}
    if form.words and not form.titles and form.words[0] in lexicon.given_names():
        return {"given"}
    return {"surname"} if form.words else set()
