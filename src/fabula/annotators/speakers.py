"""Speakers and addressees, decided jointly over the turns of a passage."""

from typing import ClassVar

from fabula.annotators import lexicon
from fabula.annotators.cue_finder import CueFinder, FoundCue, Segment, segments_of
from fabula.annotators.descriptions import Descriptions, is_candidate
from fabula.annotators.exchange import (
    CANDIDATES,
    Known,
    Turn,
    dynamic_features,
    noun_gender,
    rank_of,
    static_features,
)
from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.referential_gender import is_verb
from fabula.annotators.speaker_model import Choice, Features, calibrated, decode
from fabula.annotators.subjects import Subject, Subjects
from fabula.annotators.vocatives import is_vocative
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import (
    Alias,
    Attribution,
    AttributionType,
    Cue,
    Entity,
    Gender,
    GivenCast,
    Identity,
    Mention,
    MentionKind,
    Narrator,
    Passage,
    Quotation,
    Role,
)
from fabula.text import Source, Span

UTTERED = ("speech", "thought", "writing")
DASHES = ("-", "–", "—", "―", "--")
"""Marks that open a speech and are never closed: each begins a new one."""
HISTORY = 6
UNKNOWN_BELOW = 0.2
"""A speaker less likely than this is not named."""


class Speakers:
    """Attributes each quotation to a speaker and to addressees."""

    name: ClassVar[str] = "speakers"
    needs: ClassVar[tuple[type[Claim], ...]] = (Quotation, Entity, Mention, Gender, Identity, Narrator)
    makes: ClassVar[tuple[type[Claim], ...]] = (Cue, Attribution, Mention, Entity, Gender, Role)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._closed = given.closed
        self._stated = frozenset(one.pronouns.name for one in given.characters if one.pronouns)
        self._text = source.text
        self._cast: dict[str, Known] = {}
        self._merges = Merges()
        self._new = NewClaims()
        self._narrator: str | None = None
        self._descriptions = Descriptions()
        self._recent: list[str] = []
        self._history: tuple[str | None, ...] = ()
        self._last_turn: Turn | None = None
        self._roles: set[tuple[str, str]] = set()
        self._left_open = False

    # -- what earlier annotators claimed -------------------------------------------------------------------------

    def _follow(self, draft: Draft) -> None:
        """Takes note of the claims made since the last passage."""
        for entity in self._new.of(draft, Entity):
            self._cast[entity.id] = Known(group=entity.kind == "group")
        for identity in self._new.of(draft, Identity):
            if merged := self._merges.merge(identity.entity, identity.same_as):
                one, other = (self._cast[entity] for entity in merged)
                one.gender = one.gender or other.gender
                one.titles |= other.titles
                one.count, one.speeches = one.count + other.count, one.speeches + other.speeches
                one.named, one.heard = max(one.named, other.named), max(one.heard, other.heard)
                self._recent = [self._merges.resolve(entity) for entity in self._recent]
                self._recent = [entity for i, entity in enumerate(self._recent) if entity not in self._recent[i + 1 :]]
                self._history = tuple(entity and self._merges.resolve(entity) for entity in self._history)
        for gender in self._new.of(draft, Gender):
            self._cast[self._merges.resolve(gender.entity)].gender = gender.pronouns
        for alias in self._new.of(draft, Alias):
            known = self._cast[self._merges.resolve(alias.entity)]
            known.titles |= {word for word in alias.form.lower().replace(".", "").split() if word in lexicon.titles()}
            if alias.kind == "epithet":
                known.titles |= {alias.form.lower().split()[-1]}
        for narrator in self._new.of(draft, Narrator):
            self._narrator = narrator.entity
        if self._narrator:
            self._narrator = self._merges.resolve(self._narrator)

    # -- reading a passage ----------------------------------------------------------------------------------------

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds cues and attributions of the passage's quotations."""
        self._follow(draft)
        words = words_of(draft, passage)
        turns = self.turns(draft, passage, words)
        static = [self.features(turns, i) for i in range(len(turns))]
        choices = decode([turn.candidates for turn in turns], static, self.dynamic(turns), self._history)
        self.settle(draft, passage, words, turns, choices)

    def dynamic(self, turns: list[Turn]):  # type: ignore[no-untyped-def]
        """The features of a turn's candidates that depend on the turns before."""
        before = [self._last_turn, *turns]
        return lambda i, candidate, history: dynamic_features(turns[i], before[i], candidate, history[-HISTORY:])

    def features(self, turns: list[Turn], i: int) -> list[Features]:
        """The other features of the candidates of turn `i`."""
        turn = turns[i]
        following = turns[i + 1] if i + 1 < len(turns) else None
        ranks = rank_of(turn.candidates, self._views[i], turn.noun_gender if turn.situation in "PpDd" else None)
        return [
            static_features(turn, following, c, self._views[i], self._narrator, ranks.get(c or "", 9))
            for c in turn.candidates
        ]

    def turns(self, draft: Draft, passage: Passage, words: Words) -> list[Turn]:
        """The passage's quotations with their cues and candidates."""
        index = {quotation.id: i for i, quotation in enumerate(words.quotations)}
        top = []
        for k in range(len(words.quotations)):
            while words.quotations[k].parent in index:
                k = index[words.quotations[k].parent or ""]
            top.append(k if words.quotations[k].mode in UTTERED else -1)
        root = [top[q] if q >= 0 else -1 for q in words.quoted]
        at = {start: i for i, start in enumerate(words.starts)}
        until = {end: i for i, end in enumerate(words.ends)}
        named: dict[int, tuple[int, str]] = {}
        self._mentions = {mention.span.start: mention.id for mention in draft.since(Mention, passage.span.start)}
        for mention in draft.since(Mention, passage.span.start):
            first, last = at.get(mention.span.start), until.get(mention.span.end)
            if first is not None and last is not None and mention.kind != "pronominal":
                named[first] = (last, self._merges.resolve(mention.entity))
        segments = segments_of(words, root)
        self._subjects = Subjects(words, named, stated=self._stated)
        finder = CueFinder(words, self._subjects, segments)
        turns: list[Turn] = []
        self._views: list[dict[str, Known]] = []
        self._words, self._named = words, named
        self._described: dict[int, tuple[int, str]] = {}
        for i in range(len(words)):
            if root[i] < 0 and (subject := self._describes(i)):
                self._described[i] = (subject.last, self._describe(subject))
        present = named | self._described
        leading: list[str] = []
        paragraph_entities: list[str] = []
        current = -1
        last_paragraph: int | None = None
        for segment in segments:
            if segment.paragraph != current:
                current = segment.paragraph
                if paragraph_entities:
                    leading = paragraph_entities
                paragraph_entities = []
            if segment.quotation < 0:
                for i in range(segment.first, segment.last + 1):
                    if i in present:
                        entity = present[i][1]
                        self._cast[entity].named = words.starts[i]
                        self._cast[entity].count += 1
                        self._touch(entity)
                        paragraph_entities.append(entity)
                continue
            if any(turn.quotation == segment.quotation for turn in turns):
                last_paragraph = segment.paragraph
                continue
            turn = self._turn(segment, finder.find(segment.quotation), segments)
            if last_paragraph is not None:
                turn.gap = segment.paragraph - last_paragraph
            elif self._last_turn is not None:
                turn.gap = 1 if self._left_open else 2
            turn.continues = turn.gap == 1 and self._open(words, turns[-1]) if turns else self._left_open
            last_paragraph = segment.paragraph
            turn.leading = leading
            self._nominate(turn, turns)
            turns.append(turn)
            self._views.append({c: _copy(self._cast[c]) for c in turn.candidates if c})
            for entity in turn.called + turn.talked:
                self._cast[entity].count += 1
        return turns

    def _open(self, words: Words, turn: Turn) -> bool:
        """Whether a quotation lacks its closing mark, so that the next paragraph may continue it."""
        quotation = words.quotations[turn.quotation]
        return quotation.style not in DASHES and self._text[quotation.evidence[-1].end - 1] != quotation.style[-1]

    def _touch(self, entity: str) -> None:
        if entity in self._recent:
            self._recent.remove(entity)
        self._recent.append(entity)
        del self._recent[:-40]

    def _turn(self, segment: Segment, cue: FoundCue | None, segments: list[Segment]) -> Turn:
        words, named = self._words, self._named
        turn = Turn(segment.quotation, words.starts[segment.first], cue, "0")
        if cue:
            self._read_cue(turn, cue)
        end = words.quotations[turn.quotation].evidence[-1].end
        turn.asks = "?" in self._text[end - 2 : end]
        for other in segments:
            if other.paragraph == segment.paragraph and other.quotation < 0:
                side = turn.before if other.last < segment.first else turn.after
                present = named | self._described
                side += [present[i][1] for i in range(other.first, other.last + 1) if i in present]
            if other.quotation == segment.quotation:
                for i in range(other.first, other.last + 1):
                    if i in named:
                        last, entity = named[i]
                        (turn.called if is_vocative(words, i, last) else turn.talked).append(entity)
        return turn

    def _read_cue(self, turn: Turn, cue: FoundCue) -> None:
        subject, spoken = cue.subject, cue.strength != "beat"
        if subject.kind == "name":
            turn.situation, turn.cued = "N" if spoken else "n", subject.entity
        elif subject.kind == "pronoun" and subject.head == "i":
            turn.situation = "I" if spoken else "i"
        elif subject.kind == "pronoun":
            turn.situation = "P" if spoken else "p"
            singular = subject.head in ("he", "she") or subject.head in self._stated
            turn.noun_gender = subject.head if singular else None
        else:
            turn.situation = "D" if spoken else "d"
            turn.noun, turn.noun_gender = subject.head, noun_gender(subject.head)
            if spoken and not self._closed and subject.head != "other":
                turn.description = self._describe(cue.subject)

    def _describe(self, subject: Subject) -> str:
        """The entity, or the candidate for one, that a description stands for."""
        described, fresh = self._descriptions.meet(self._words, subject)
        if fresh:
            self._cast[described] = Known(gender=fresh.pronouns, group=fresh.kind == "group")
        return self._merges.resolve(described)

    def _describes(self, i: int) -> Subject | None:
        """The description at word `i` of a single person who acts."""
        words = self._words
        if words.lower[i] not in ("the", "a", "an") or self._closed:
            return None
        subject = self._subjects.at(i)
        if subject is None or subject.kind != "noun" or subject.head not in lexicon.person_nouns():
            return None
        following = words.lower[subject.last + 1] if subject.last + 1 < len(words) else ""
        acts = is_verb(following) or following in ("who", "was", "had") or words.lower[i - 1] in lexicon.speech_verbs()
        return subject if acts else None

    def _nominate(self, turn: Turn, turns: list[Turn]) -> None:
        """Chooses the candidates, the likeliest sources first."""
        found: dict[str, None] = {}
        for entity in (turn.cued, turn.description, *turn.before[::-1], *turn.after):
            if entity:
                found.setdefault(entity)
        for earlier in turns[-2:]:
            for entity in earlier.called:
                found.setdefault(entity)
            for entity in (earlier.cued, earlier.description):
                if entity:
                    found.setdefault(entity)
        for entity in self._history[::-1]:
            if entity:
                found.setdefault(entity)
        if self._narrator:
            found.setdefault(self._narrator)
        for entity in reversed(self._recent):
            if len(found) >= CANDIDATES:
                break
            found.setdefault(entity)
        turn.candidates = [*list(found)[: CANDIDATES + 2], None]

    # -- claims ----------------------------------------------------------------------------------------------------

    def settle(self, draft: Draft, passage: Passage, words: Words, turns: list[Turn], choices: list[Choice]) -> None:
        """Turns the choices into claims and remembers them for the passages to come."""
        speakers = [self._claimed(draft, passage, choice.speaker) for choice in choices]
        for i, (turn, choice) in enumerate(zip(turns, choices, strict=True)):
            quotation = words.quotations[turn.quotation]
            chance = calibrated(choice.probability)
            speaker = speakers[i] if chance >= UNKNOWN_BELOW else None
            self._cue(draft, passage, turn, quotation, speaker)
            addressees = self._addressees(turns, speakers, i)
            draft.add(
                Attribution(
                    id=draft.new_id(Attribution),
                    evidence=self._evidence(turn, quotation),
                    known_at=passage.known_at,
                    made_by=self.name,
                    confidence=chance,
                    quotation=quotation.id,
                    speaker=speaker,
                    addressees=addressees,
                    type=_type(turn),
                )
            )
            if speaker:
                self._role(draft, speaker, "speaks", quotation.span, passage)
                self._cast[speaker].speeches += 1
                self._cast[speaker].heard = turn.position
                self._touch(speaker)
            for entity in turn.called:
                self._role(draft, entity, "addressed", quotation.span, passage)
        self._mention_described(draft, passage)
        self._history = (*self._history, *speakers)[-HISTORY:]
        if turns:
            self._last_turn = turns[-1]
        self._left_open = (
            bool(turns)
            and words.ends[-1] == words.quotations[turns[-1].quotation].evidence[-1].end
            and (self._open(words, turns[-1]))
        )

    def _claimed(self, draft: Draft, passage: Passage, speaker: str | None) -> str | None:
        """The speaker as an entity: whoever was only described becomes one by speaking."""
        if speaker is None:
            return None
        known = self._merges.resolve(speaker)
        if not is_candidate(known):
            return known
        entity = self._descriptions.claim(draft, passage, known, self.name)
        self._new.of(draft, Entity)
        self._merges.merge(known, entity)
        self._cast[entity] = self._cast.pop(known)
        self._recent = [self._merges.resolve(other) for other in self._recent]
        return entity

    def _mention_described(self, draft: Draft, passage: Passage) -> None:
        """Claims the mentions that the passage's descriptions make of those who have spoken."""
        for first, (last, described) in sorted(self._described.items()):
            entity = self._merges.resolve(described)
            span = self._words.span(first, last)
            if not is_candidate(entity) and span.start not in self._mentions:
                self._mentions[span.start] = self._refer(draft, passage, span, "nominal", entity)

    def _refer(self, draft: Draft, passage: Passage, span: Span, kind: MentionKind, entity: str) -> str:
        return draft.add(
            Mention(
                id=draft.new_id(Mention),
                evidence=(span,),
                known_at=passage.known_at,
                made_by=self.name,
                kind=kind,
                entity=entity,
            )
        ).id

    def _cue(self, draft: Draft, passage: Passage, turn: Turn, quotation: Quotation, speaker: str | None) -> None:
        """Claims the cue, and what its pronoun or description refers to."""
        cue = turn.cue
        if cue is None:
            return
        words, subject = self._words, cue.subject
        span = words.span(subject.first, subject.last)
        mention = self._mentions.get(span.start)
        if mention is None and speaker and subject.kind != "name" and turn.situation in "PDI":
            kind: MentionKind = "pronominal" if subject.kind == "pronoun" else "nominal"
            mention = self._refer(draft, passage, span, kind, speaker)
            self._mentions[span.start] = mention
        if cue.strength == "beat":
            return
        draft.add(
            Cue(
                id=draft.new_id(Cue),
                evidence=(words.span(cue.verb, cue.verb), span),
                known_at=passage.known_at,
                made_by=self.name,
                quotation=quotation.id,
                mention=mention,
            )
        )

    def _evidence(self, turn: Turn, quotation: Quotation) -> tuple[Span, ...]:
        if turn.cue:
            return (self._words.span(turn.cue.subject.first, turn.cue.subject.last), *quotation.evidence)
        return quotation.evidence

    def _addressees(self, turns: list[Turn], speakers: list[str | None], i: int) -> tuple[str, ...]:
        """Who is called in the quotation, else the other party of the exchange."""
        turn, speaker = turns[i], speakers[i]
        called = tuple(dict.fromkeys(entity for entity in turn.called if entity != speaker))
        if called:
            return called
        past = [*self._history, *speakers[:i]]
        if turn.gap <= 4:
            for other in reversed(past[-4:]):
                if other and other != speaker:
                    return (other,)
        for k in range(i + 1, min(i + 3, len(turns))):
            if turns[k].gap > 3:
                break
            if speakers[k] and speakers[k] != speaker:
                return (speakers[k] or "",)
        for other in map(self._merges.resolve, (*turn.after, *turn.before[::-1], *turn.leading[::-1])):
            if other != speaker and not is_candidate(other):
                return (other,)
        return ()

    def _role(self, draft: Draft, entity: str, kind: str, span: Span, passage: Passage) -> None:
        if (entity, kind) in self._roles:
            return
        self._roles.add((entity, kind))
        draft.add(
            Role(
                id=draft.new_id(Role),
                evidence=(span,),
                known_at=passage.known_at,
                made_by=self.name,
                entity=entity,
                kind="speaks" if kind == "speaks" else "addressed",
            )
        )


def _copy(known: Known) -> Known:
    return Known(known.gender, known.titles, known.group, known.count, known.speeches, known.named, known.heard)


def _type(turn: Turn) -> AttributionType:
    if turn.situation == "N":
        return "explicit"
    return "anaphoric" if turn.situation in "PDI" else "implicit"
