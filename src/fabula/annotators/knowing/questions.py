"""The questions that the text raises and leaves open, and where it answers them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from fabula.annotators.certainty import NEEDS, Certainty
from fabula.annotators.knowing.answers import Sought, answers
from fabula.annotators.knowing.asked import Asked, asked, is_lament
from fabula.annotators.knowing.facts import is_identity, subject_of
from fabula.annotators.knowing.replies import AFTER, is_left_open
from fabula.annotators.parse import Parse, parse_of
from fabula.document import Claim, Draft
from fabula.layers import (
    Answer,
    GivenCast,
    Passage,
    Question,
    Quotation,
)
from fabula.layers.question import QuestionKind
from fabula.text import Source, Span

MATTERS: dict[QuestionKind, float] = {
    "who": 0.75,
    "what": 0.4,
    "where": 0.35,
    "why": 0.3,
    "how": 0.2,
    "whether": 0.35,
}
"""How often a question that is asked once matters to the story.

Of 44 questions of sixteen novels that the rules were not made on, 16 were judged to matter, by a reader who knew
nothing of how they were made; of those that ask who, 3 of 4.
"""


@dataclass(frozen=True, slots=True)
class Pending:
    """A question whose reply is not seen yet; `own` is the quotation that asks it."""

    evidence: tuple[Span, ...]
    found: Asked
    past: bool
    lemma: str
    asker: str | None
    about: tuple[str, ...]
    keys: frozenset[str]
    own: Quotation | None


class Questions:
    """Makes questions and answers. A question waits until what follows shows whether it is answered at once."""

    name: ClassVar[str] = "questions"
    needs: ClassVar[tuple[type[Claim], ...]] = NEEDS
    makes: ClassVar[tuple[type[Claim], ...]] = (Question, Answer)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._certainty = Certainty()
        self._pending: list[Pending] = []
        self._sought: dict[str, list[Sought]] = defaultdict(list)

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the questions that this passage shows to be open, and the answers that it gives."""
        parse = parse_of(draft, passage)
        self._certainty.follow(draft, passage, parse)
        self._pending += filter(None, (self._pend(parse, found) for found in asked(parse)))
        self._settle(draft, passage)
        self._answer(draft, passage, parse)

    def _pend(self, parse: Parse, found: Asked) -> Pending | None:
        """A question that may be open, with who asks it; `None` if it only laments, or nobody knows who asks."""
        certainty = self._certainty
        teller = certainty.teller(found.word)
        speaks = found.asker is not None and parse.word(found.asker) in ("i", "we")
        if (teller is None and (found.outright or speaks)) or (
            teller == "" and found.outright and is_lament(parse, found)
        ):
            return None
        if not found.past and not found.outright and found.kind == "where":
            return None  # Whoever does not know where somebody is may be told, or shown, at once.
        asker = teller or None
        if found.asker is not None and not speaks:
            asker = certainty.who(found.asker)
        elif found.asker is None and not found.outright:
            asker = None
        people = [parse.mentions[one].entity for one in found.topics if one in parse.mentions]
        if not found.outright and not self._is_worth_wondering(parse, found, people):
            return None
        keys = frozenset(filter(None, (self._key(parse, one) for one in found.topics)))
        return Pending(
            evidence=(parse.span(found.words[0], found.words[-1]),),
            found=found,
            past=found.past and not is_identity(parse, found.word, found.verb),
            lemma=parse.lemma(found.verb),
            asker=asker,
            about=tuple(dict.fromkeys(filter(None, map(certainty.who, found.topics)))),
            keys=keys,
            own=parse.quotations.get(found.word),
        )

    def _is_worth_wondering(self, parse: Parse, found: Asked, people: Sequence[str]) -> bool:
        """Whether it is more than things, than who somebody known is, or than why one did what one did oneself."""
        certainty = self._certainty
        if is_identity(parse, found.word, found.verb):
            return bool(people) and not any(certainty.is_named(entity) for entity in people)
        asker = parse.mentions.get(found.asker) if found.asker is not None else None
        subject = parse.mentions.get(subject_of(parse, found.verb) or -1)
        if asker and subject and certainty.resolve(asker.entity) == certainty.resolve(subject.entity):
            return False
        return bool(people) or found.kind == "who" or not found.topics

    def _key(self, parse: Parse, place: int) -> str | None:
        """What a word stands for: an entity, or its lemma."""
        mention = parse.mentions.get(place)
        if mention is not None:
            return self._certainty.resolve(mention.entity)
        return parse.lemma(place).lower() if parse.pos(place) in ("NOUN", "PROPN") else None

    def _settle(self, draft: Draft, passage: Passage) -> None:
        """Claims the questions that are left open; what follows the last ones is for the next passage to show."""
        waiting: list[Pending] = []
        for one in self._pending:
            found = one.found
            end = one.own.evidence[-1].end if one.own else one.evidence[-1].end
            behind = Span(one.evidence[-1].end, min(end + AFTER, passage.span.end))
            if found.outright and behind.end < end + AFTER and one.evidence[0].start >= passage.span.start:
                waiting.append(one)
                continue
            speech = draft.since(Quotation, one.evidence[0].start)
            if not found.outright or is_left_open(draft.text, behind, speech, one.own, found.kind, past=one.past):
                self._claim(draft, passage, one)
        self._pending = waiting

    def _claim(self, draft: Draft, passage: Passage, one: Pending) -> None:
        """Adds a question."""
        before = next((old for old in reversed(self._sought[one.lemma]) if self._is_same(old, one)), None)
        question = draft.add(
            Question(
                id=draft.new_id(Question),
                evidence=one.evidence,
                known_at=passage.known_at,
                made_by=self.name,
                confidence=MATTERS[one.found.kind],
                kind=one.found.kind,
                asker=one.asker,
                about=one.about,
                again=before.question if before else None,
            )
        )
        if before is None:
            end = one.evidence[-1].end
            self._sought[one.lemma].append(Sought(question.id, one.found.kind, one.lemma, one.keys, end))

    def _is_same(self, old: Sought, new: Pending) -> bool:
        """Whether a question asks again for what another sought, of the same people or things."""
        keys = self._resolved(new.keys)
        return old.kind == new.found.kind and bool(keys) and keys == self._resolved(old.keys)

    def _resolved(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset(self._certainty.resolve(key) for key in keys)

    def _answer(self, draft: Draft, passage: Passage, parse: Parse) -> None:
        """Adds the answers to open questions, which are open no longer."""
        found = answers(parse, self._sought, lambda place: self._key(parse, place), self._certainty.who)
        for one, place, words in list(found):
            by = self._certainty.teller(place)
            if by is None or one not in self._sought[one.lemma]:
                continue
            self._sought[one.lemma].remove(one)
            draft.add(
                Answer(
                    id=draft.new_id(Answer),
                    evidence=(words,),
                    known_at=passage.known_at,
                    made_by=self.name,
                    question=one.question,
                    by=by or None,
                )
            )
