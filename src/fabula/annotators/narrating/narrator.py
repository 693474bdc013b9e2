"""Whether the story is told by somebody in it, by whom, and the words by which that teller refers to themselves.

The person of the narration is weighed from stretch to stretch (`narrated_person`); headings may name a teller
(`teller_headings`). Another teller without a name begins where another story does: at a heading without a number or
one that begins the count anew, or after narration in the third person, if hardly anybody named there was met before.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from fabula.annotators.following import NewClaims
from fabula.annotators.narrating.narrated_person import NarratedPerson
from fabula.annotators.narrating.teller_headings import LONGEST, announces_stranger, teller
from fabula.annotators.narrating.tellers import Tellers
from fabula.annotators.structure.titles import look
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import (
    PEOPLE,
    Alias,
    Division,
    Entity,
    GivenCast,
    Identity,
    Mention,
    Narrator,
    ParagraphKind,
    Passage,
    Quotation,
)
from fabula.text import Source, Span

SELF = frozenset({"i", "me", "my", "mine", "myself"})
OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
"""Words by which a teller speaks of themselves and others."""
STYLED = frozenset("lord lords lady ladies liege dear god goodness word".split())
"""Words after "my" that make an address or an exclamation of it."""
NAMED = 6
"""Mentions of names by which another story is known from the people in it."""
STRANGERS = 0.85
"""And their least share that is of people not met before."""
LONG_AGO = 12
"""Stretches in the third person after which the former teller is not expected to return."""
WAITING = 6
"""Stretches in which the person is undecided that are given to the teller once it is decided."""
ANYWHERE = 99
"""Level of a heading that stands inside a division: any new division ends what it announced."""


@dataclass(slots=True)
class Stretch:
    """Narration from a heading or the beginning of a passage on.

    `named` is the teller whom the heading states, empty if it announces a document of nobody named. `ours` counts
    the words for the teller and others.
    """

    start: int
    heading: Span
    named: str | None = None
    level: int = ANYWHERE
    words: int = 0
    ours: int = 0
    selves: list[Span] = field(default_factory=list)


class Narrators:
    """Makes the narrators, one after the other, and their mentions of themselves."""

    name: ClassVar[str] = "narrator"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage, Quotation, Entity, Mention, Alias, Identity)
    makes: ClassVar[tuple[type[Claim], ...]] = (Narrator, Entity, Mention, Alias, Identity)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._closed = given.closed
        self._person = NarratedPerson()
        self._tellers = Tellers(self.name)
        self._new = NewClaims()
        self._claim: Narrator | None = None
        self._frame: str | None = None
        self._announced: Stretch | None = None
        self._stranger: str | None = None
        self._waiting: list[Stretch] = []
        self._silent_since: int | None = None
        self._third = 0
        self._division: Division | None = None
        self._may_be_another_story = False
        self._first_named: dict[str, int] = {}
        self._met: list[tuple[int, int]] = []
        self._own: list[Mention] = []

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the narration of the passage says of its teller."""
        self._tellers.follow(draft)
        for division in draft.since(Division, passage.span.start):
            if division.kind == "chapter":
                self._divide(division)
        self._meet(draft)
        for stretch in self._stretches(draft, passage, words_of(draft, passage)):
            if stretch.words or stretch.named is not None:
                self._read(draft, stretch, passage.known_at)
        if self._may_be_another_story:
            self._begin_another_story(draft, passage.known_at)

    def _divide(self, division: Division) -> None:
        """A chapter begins: the frame's teller returns, and perhaps another story begins."""
        ends_announced = self._announced is not None and division.level <= self._announced.level
        if ends_announced:
            self._announced = None
        self._person.divide(ends_announced=ends_announced)
        before, self._division = self._division, division
        self._own = []
        self._met = []
        if before is not None:
            number, former = look(division.title or "-").number, look(before.title or "-").number
            self._may_be_another_story = number is None or (former is not None and number <= former)

    def _meet(self, draft: Draft) -> None:
        """Takes note of who is named, and since where they are known."""
        for entity in self._new.of(draft, Entity):
            if entity.kind in PEOPLE:
                self._first_named[entity.id] = entity.span.start
        for mention in self._new.of(draft, Mention):
            if mention.kind == "proper" and mention.entity in self._first_named:
                self._met.append((mention.span.start, self._first_named[mention.entity]))

    def _stretches(self, draft: Draft, passage: Passage, words: Words) -> list[Stretch]:
        """The passage, cut at the headings that name a teller."""
        start = passage.span.start
        out = [Stretch(start, passage.span)]
        for index in draft.paragraphs.covered_by(passage.span):
            span, kind = draft.paragraphs[index], draft.paragraphs.kinds[index]
            is_heading = kind == ParagraphKind.HEADING
            if not (is_heading or kind == ParagraphKind.STORY) or span.end - span.start > LONGEST:
                continue
            named = teller(span.of(draft.text), is_heading=is_heading)
            if named is None and not is_heading and announces_stranger(span.of(draft.text)):
                named = ""
            if named is not None and not self._closed:
                level = self._division.level if is_heading and self._division else ANYWHERE
                out.append(Stretch(span.start, span, named, level))
        place = 0
        for i, word in enumerate(words.lower):
            while place + 1 < len(out) and words.starts[i] >= out[place + 1].start:
                place += 1
            if words.quoted[i] < 0:
                out[place].words += 1
                out[place].ours += word in OURS
                styled = word == "my" and i + 1 < len(words) and words.lower[i + 1] in STYLED
                if word in SELF and words.text[i] != "i" and not styled:
                    out[place].selves.append(words.span(i, i))
        return out

    def _read(self, draft: Draft, stretch: Stretch, known_at: int) -> None:
        """Decides who tells a stretch."""
        if stretch.named is not None:
            self._person.announce(named=bool(stretch.named))
            self._announced, self._stranger, self._waiting = stretch, None, []
            self._silent_since = None
        is_theirs = self._announced is not None and self._announced.named
        self._person.weigh(stretch.words, len(stretch.selves) + (stretch.ours if is_theirs else 0))
        if stretch.selves:
            self._silent_since = None
        elif self._silent_since is None:
            self._silent_since = stretch.start
        self._third = 0 if self._is_first and not self._waiting else self._third + 1
        if self._is_first:
            stretches = [*self._waiting, stretch]
            self._waiting = []
            self._claim_first(draft, stretches, known_at)
        else:
            if stretch.selves or not self._person.is_third:
                self._waiting = [*self._waiting, stretch][-WAITING:]
            else:
                self._waiting = []
            if self._claim is None or self._claim.person == 1:
                start = 0 if self._claim is None else self._silent_since or stretch.start
                self._tell(draft, 3, None, start, stretch.heading, known_at)

    @property
    def _is_first(self) -> bool:
        """Whether the narration is taken to be in the first person; what is undecided stays as it was."""
        if self._person.is_first or self._person.is_third:
            return self._person.is_first
        if self._claim is None or self._announced:
            return self._person.chance > 0.5
        return self._claim.person == 1

    def _claim_first(self, draft: Draft, stretches: list[Stretch], known_at: int) -> None:
        """Claims the teller of stretches in the first person, if it is another one than before, and their mentions."""
        start = stretches[0].start
        evidence = next((stretch.selves[0] for stretch in stretches if stretch.selves), stretches[0].heading)
        before = self._claim
        if self._announced and not self._announced.named:
            self._stranger = self._stranger or self._tellers.unnamed(draft, evidence, known_at)
            teller = self._stranger
        elif self._announced:
            teller = self._tellers.named(draft, self._announced.named or "", self._announced.heading, known_at)
            if self._announced is stretches[0]:
                evidence = self._announced.heading
        elif self._frame is None and before and before.entity:
            teller = before.entity
        elif self._frame is None or (before and before.person == 3 and self._is_another_story(start)):
            teller = self._frame = self._tellers.unnamed(draft, evidence, known_at)
            self._may_be_another_story = False
        else:
            teller = self._frame
        teller = self._tellers.resolve(teller)
        if before is None or before.person == 3 or self._tellers.resolve(before.entity or "") != teller:
            self._tell(draft, 1, teller, start if before else 0, evidence, known_at)
        for stretch in stretches:
            for span in stretch.selves:
                self._own.append(self._mention(draft, span, teller, known_at))

    def _is_another_story(self, start: int) -> bool:
        """Whether hardly anybody named since `start` was known before; with few names, by heading and distance."""
        strangers = [first >= start for position, first in self._met if position >= start]
        if len(strangers) < NAMED:
            return self._may_be_another_story or self._third > LONG_AGO
        return sum(strangers) > 0.6 * len(strangers)

    def _begin_another_story(self, draft: Draft, known_at: int) -> None:
        """Gives what was told since the heading to another teller, once its people show that it is another story."""
        claim, division = self._claim, self._division
        if not (claim and claim.entity and division and self._own) or self._announced:
            return
        if claim.start >= division.start or len(self._met) < NAMED:
            return
        strangers = [first >= division.start for _, first in self._met]
        self._may_be_another_story = False
        if sum(strangers) < STRANGERS * len(strangers):
            return
        evidence = self._own[0].span
        self._frame = self._tellers.unnamed(draft, evidence, known_at)
        self._tell(draft, 1, self._frame, division.start, evidence, known_at)
        self._own = [
            self._mention(draft, mention.span, self._frame, known_at, replaces=mention.id) for mention in self._own
        ]

    def _tell(
        self, draft: Draft, person: Literal[1, 3], entity: str | None, start: int, span: Span, known_at: int
    ) -> None:
        before = self._claim
        replaced = before if before and before.start >= start else None
        self._claim = draft.add(
            Narrator(
                id=draft.new_id(Narrator),
                evidence=(span,),
                known_at=known_at,
                made_by=self.name,
                replaces=replaced.id if replaced else None,
                start=start,
                person=person,
                entity=entity,
            )
        )

    def _mention(self, draft: Draft, span: Span, entity: str, known_at: int, *, replaces: str | None = None) -> Mention:
        mention = draft.add(
            Mention(
                id=draft.new_id(Mention),
                evidence=(span,),
                known_at=known_at,
                made_by=self.name,
                replaces=replaces,
                kind="pronominal",
                entity=entity,
            )
        )
        return mention
