"""Speakers and addressees, decided jointly over the turns of a passage."""

from collections.abc import Callable
from typing import ClassVar

from fabula.annotators.speaking.company import Company
from fabula.annotators.speaking.descriptions import Descriptions, is_candidate
from fabula.annotators.speaking.exchange import HISTORY, Turn, rank_of, turns_of_scene
from fabula.annotators.speaking.speaker_model import Choice, Features, calibrated, decode
from fabula.annotators.speaking.standing import static_features
from fabula.annotators.speaking.trees import trees_of
from fabula.annotators.speaking.turn_taking import dynamic_features, traces_of
from fabula.annotators.speaking.turns import Turns, lacks_end
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import (
    Attribution,
    AttributionType,
    Cue,
    Division,
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
    RoleKind,
    SceneMark,
)
from fabula.text import Source, Span

PAST = 3
"""Turns before whose words may."""


class Speakers:
    """Attributes each quotation to a speaker and to addressees."""

    name: ClassVar[str] = "speakers"
    needs: ClassVar[tuple[type[Claim], ...]] = (
        Quotation,
        Entity,
        Mention,
        Gender,
        Identity,
        Narrator,
        Division,
        SceneMark,
    )
    makes: ClassVar[tuple[type[Claim], ...]] = (Cue, Attribution, Mention, Entity, Gender, Role)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._closed = given.closed
        self._stated = frozenset(one.pronouns.name for one in given.characters if one.pronouns)
        self._company = Company()
        self._descriptions = Descriptions()
        self._history: tuple[str | None, ...] = ()
        self._past: tuple[Turn, ...] = ()
        self._left_open = False
        self._confidence: float | None = None
        self._roles: set[tuple[str, str]] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds cues and attributions of the passage's quotations."""
        self._text = draft.text
        self._company.follow(draft)
        self._history = tuple(speaker and self._company.resolve(speaker) for speaker in self._history)
        words = words_of(draft, passage)
        mentions = draft.since(Mention, passage.span.start)
        self._mentions = {mention.span.start: mention.id for mention in mentions}
        read = Turns(
            words,
            mentions,
            self._company,
            self._descriptions,
            stated=self._stated,
            closed=self._closed,
            trees=trees_of(draft, passage, words),
        )
        read.read(history=self._history, text=self._text, left_open=self._left_open, first=not self._past)
        self._words, self._views, self._described = words, read.views, read.described
        turns = read.turns
        static = [self.features(turns, i) for i in range(len(turns))]
        choices = decode([turn.candidates for turn in turns], static, self.dynamic(turns), self._history)
        self.settle(draft, passage, words, turns, choices)

    def features(self, turns: list[Turn], i: int) -> list[Features]:
        """The features of the candidates of turn `i` that do not depend on the turns before."""
        turn = turns[i]
        ranks = rank_of(turn.candidates, self._views[i], turn.noun_gender if turn.situation in "PpDd" else None)
        return [
            static_features(
                turn,
                [*self._past, *turns[:i]][-PAST:],
                turns[i + 1 : i + 3],
                c,
                self._views[i],
                self._company.narrator(turn.position),
                ranks.get(c or "", 9),
            )
            for c in turn.candidates
        ]

    def dynamic(self, turns: list[Turn]) -> Callable[[int, str | None, tuple[str | None, ...]], Features]:
        """The features of the candidates that depend on the turns before."""
        before = [self._past[-1] if self._past else None, *turns]
        weighing = [turns_of_scene([*self._past, *turns], len(self._past) + i) for i in range(len(turns))]
        traces = [{candidate: traces_of(turn, candidate) for candidate in turn.candidates} for turn in turns]
        return lambda i, candidate, history: dynamic_features(
            turns[i],
            before[i],
            candidate,
            history[-weighing[i] :],
            self._views[i][candidate].titles if candidate else frozenset(),
            traces[i][candidate],
            tells=candidate == self._company.narrator(turns[i].position),
        )

    def settle(self, draft: Draft, passage: Passage, words: Words, turns: list[Turn], choices: list[Choice]) -> None:
        """Turns the choices into claims and remembers them for the passages to come."""
        speakers = [self._claimed(draft, passage, choice.speaker) for choice in choices]
        for i, (turn, choice) in enumerate(zip(turns, choices, strict=True)):
            quotation = words.quotations[turn.quotation]
            speaker = speakers[i]
            if not turn.same_speech:
                self._confidence = calibrated(choice.probability) if speaker else None
            self._cue(draft, passage, turn, quotation, speaker)
            addressees = self._addressees(turns, speakers, i)
            draft.add(
                Attribution(
                    id=draft.new_id(Attribution),
                    evidence=self._evidence(turn, quotation),
                    known_at=passage.known_at,
                    made_by=self.name,
                    confidence=self._confidence,
                    quotation=quotation.id,
                    speaker=speaker,
                    addressees=addressees,
                    type=_type(turn),
                )
            )
            if speaker:
                self._role(draft, speaker, "speaks", quotation.span, passage)
                self._company.hear(speaker, turn.position, turn.length)
            for entity in dict.fromkeys((*turn.called, *addressees)):
                self._role(draft, entity, "addressed", quotation.span, passage)
        self._mention_described(draft, passage)
        self._history = (*self._history, *speakers)[-HISTORY:]
        self._past = (*self._past, *turns)[-PAST:]
        self._left_open = (
            bool(turns)
            and words.ends[-1] == words.quotations[turns[-1].quotation].evidence[-1].end
            and lacks_end(words.quotations[turns[-1].quotation], self._text)
        )

    def _claimed(self, draft: Draft, passage: Passage, speaker: str | None) -> str | None:
        """The speaker as an entity: whoever was only described becomes one by speaking."""
        if speaker is None:
            return None
        known = self._company.resolve(speaker)
        if not is_candidate(known):
            return known
        entity = self._descriptions.claim(draft, passage, known, self.name)
        self._company.promote(known, entity)
        return entity

    def _mention_described(self, draft: Draft, passage: Passage) -> None:
        """Claims the mentions that the passage's descriptions make of those who have spoken."""
        for first, (last, described) in sorted(self._described.items()):
            entity = self._company.resolve(described)
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
        for other in map(self._company.resolve, (*turn.after, *turn.before[::-1], *turn.leading[::-1])):
            if other != speaker and not is_candidate(other):
                return (other,)
        return ()

    def _role(self, draft: Draft, entity: str, kind: RoleKind, span: Span, passage: Passage) -> None:
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
                kind=kind,
            )
        )


def _type(turn: Turn) -> AttributionType:
    if turn.situation == "N":
        return "explicit"
    return "anaphoric" if turn.situation in "PDI" else "implicit"
