"""The turns of one passage: its quotations with their cues, and who may have spoken each."""

from dataclasses import replace

from fabula.annotators import lexicon
from fabula.annotators.speaking.company import Company
from fabula.annotators.speaking.cue_finder import CueFinder, FoundCue, Segment, segments_of
from fabula.annotators.speaking.descriptions import Descriptions
from fabula.annotators.speaking.exchange import CANDIDATES, Known, Turn, noun_gender
from fabula.annotators.speaking.subjects import Subject, Subjects
from fabula.annotators.speaking.vocatives import is_vocative
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import Words
from fabula.layers import Mention, Quotation

UTTERED = ("speech", "thought", "writing")
DASHES = ("-", "–", "—", "―", "--")
"""Marks that open a speech and are never closed: each begins a new one."""


class Turns:
    """Reads the turns of one passage.

    `views[i]` is what was known of the candidates of `turns[i]` when it was reached. `described` holds the
    descriptions in the narration by their first word: their last word, and the entity or candidate they stand for.
    `stated` are the names of pronoun sets that a person stated; `closed` says that nobody new may appear.
    """

    def __init__(
        self,
        words: Words,
        mentions: list[Mention],
        company: Company,
        descriptions: Descriptions,
        *,
        stated: frozenset[str],
        closed: bool,
    ) -> None:
        self.words = words
        self.turns: list[Turn] = []
        self.views: list[dict[str, Known]] = []
        self.described: dict[int, tuple[int, str]] = {}
        self._company = company
        self._descriptions = descriptions
        self._stated = stated
        self._closed = closed
        self._named = self._names(mentions)
        self._root = root_of(words)
        self._subjects = Subjects(words, self._named, stated=stated)
        for i in range(len(words)):
            if self._root[i] < 0 and (subject := self._describes(i)):
                self.described[i] = (subject.last, self._describe(subject))
        self._present = self._named | self.described

    def read(self, *, history: tuple[str | None, ...], text: str, left_open: bool, first: bool) -> None:
        """Fills `turns`.

        `history` are the speakers of the turns before, `left_open` says that the last of them lacks its closing mark,
        `first` that there was none.
        """
        segments = segments_of(self.words, self._root)
        finder = CueFinder(self.words, self._subjects, segments)
        leading: list[str] = []
        here: list[str] = []
        paragraph = -1
        last_paragraph: int | None = None
        seen: set[int] = set()
        for segment in segments:
            if segment.paragraph != paragraph:
                paragraph, leading, here = segment.paragraph, here or leading, []
            if segment.quotation < 0:
                for i in range(segment.first, segment.last + 1):
                    if i in self._present:
                        self._company.name(self._present[i][1], self.words.starts[i])
                        here.append(self._present[i][1])
                continue
            if segment.quotation not in seen:
                seen.add(segment.quotation)
                turn = self._turn(segment, finder.find(segment.quotation), segments, text)
                if last_paragraph is not None:
                    turn.gap = segment.paragraph - last_paragraph
                elif not first:
                    turn.gap = 1 if left_open else 2
                before = self.words.quotations[self.turns[-1].quotation] if self.turns else None
                turn.continues = turn.gap == 1 and lacks_end(before, text) if before else left_open
                turn.leading = leading
                self._nominate(turn, history)
                self.turns.append(turn)
                self.views.append({c: replace(self._company[c]) for c in turn.candidates if c})
                for entity in turn.called + turn.talked:
                    self._company[entity].count += 1
            last_paragraph = segment.paragraph

    def _names(self, mentions: list[Mention]) -> dict[int, tuple[int, str]]:
        """Last word and entity of each name and description that has been claimed, by its first word."""
        at = {start: i for i, start in enumerate(self.words.starts)}
        until = {end: i for i, end in enumerate(self.words.ends)}
        named: dict[int, tuple[int, str]] = {}
        for mention in mentions:
            first, last = at.get(mention.span.start), until.get(mention.span.end)
            if first is not None and last is not None and mention.kind != "pronominal":
                named[first] = (last, self._company.resolve(mention.entity))
        return named

    def _turn(self, segment: Segment, cue: FoundCue | None, segments: list[Segment], text: str) -> Turn:
        words, named = self.words, self._named
        turn = Turn(segment.quotation, words.starts[segment.first], cue, "0")
        if cue:
            self._read_cue(turn, cue)
        end = words.quotations[turn.quotation].evidence[-1].end
        turn.asks = "?" in text[end - 2 : end]
        for other in segments:
            if other.paragraph == segment.paragraph and other.quotation < 0:
                side = turn.before if other.last < segment.first else turn.after
                side += [self._present[i][1] for i in range(other.first, other.last + 1) if i in self._present]
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
                turn.description = self._describe(subject)

    def _describe(self, subject: Subject) -> str:
        """The entity, or the candidate for one, that a description stands for."""
        described, fresh = self._descriptions.meet(self.words, subject)
        if fresh:
            self._company.admit(fresh)
        return self._company.resolve(described)

    def _describes(self, i: int) -> Subject | None:
        """The description at word `i` of a single person who acts."""
        words = self.words
        if words.lower[i] not in ("the", "a", "an") or self._closed:
            return None
        subject = self._subjects.at(i)
        if subject is None or subject.kind != "noun" or subject.head not in lexicon.person_nouns():
            return None
        following = words.lower[subject.last + 1] if subject.last + 1 < len(words) else ""
        acts = is_verb(following) or following == "who" or words.lower[i - 1] in lexicon.speech_verbs()
        return subject if acts else None

    def _nominate(self, turn: Turn, history: tuple[str | None, ...]) -> None:
        """Chooses the candidates, the likeliest sources first."""
        earlier = [
            entity for past in self.turns[-2:] for entity in (*past.called, past.cued, past.description) if entity
        ]
        sources = (turn.cued, turn.description, *turn.before[::-1], *turn.after, *earlier, *history[::-1])
        found = dict.fromkeys(self._company.resolve(entity) for entity in (*sources, self._company.narrator) if entity)
        for entity in reversed(self._company.recent):
            if len(found) >= CANDIDATES:
                break
            found.setdefault(entity)
        turn.candidates = [*list(found)[: CANDIDATES + 2], None]


def root_of(words: Words) -> list[int]:
    """The outermost uttered quotation that holds each word; -1 for narration, titles and scare quotes."""
    index = {quotation.id: i for i, quotation in enumerate(words.quotations)}
    top = []
    for start in range(len(words.quotations)):
        k = start
        while words.quotations[k].parent in index:
            k = index[words.quotations[k].parent or ""]
        top.append(k if words.quotations[k].mode in UTTERED else -1)
    return [top[q] if q >= 0 else -1 for q in words.quoted]


def lacks_end(quotation: Quotation, text: str) -> bool:
    """Whether a quotation lacks its closing mark, so that the next paragraph may continue it."""
    return quotation.style not in DASHES and text[quotation.evidence[-1].end - 1] != quotation.style[-1]
