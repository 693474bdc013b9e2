"""The turns of one passage: its quotations with their cues, and who may have spoken each."""

from bisect import bisect_right
from dataclasses import replace

from fabula.annotators import lexicon
from fabula.annotators.lexicon.persons import noun_gender
from fabula.annotators.speaking.clauses import PREPOSITIONS
from fabula.annotators.speaking.company import RANKS, Company
from fabula.annotators.speaking.cue_finder import CueFinder
from fabula.annotators.speaking.descriptions import Descriptions
from fabula.annotators.speaking.exchange import CANDIDATES, Known, Turn
from fabula.annotators.speaking.found_cue import FoundCue
from fabula.annotators.speaking.segments import Segment, segments_of
from fabula.annotators.speaking.signatures import signer
from fabula.annotators.speaking.subjects import DETERMINERS, Subject, Subjects
from fabula.annotators.speaking.trees import Trees
from fabula.annotators.speaking.vocatives import is_introduction, is_vocative
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import GENITIVE, Words
from fabula.layers import Mention, Quotation

SELF = frozenset({"i", "me", "we", "us", "my"})
ANSWERS = frozenset(
    "yes no yeah yep nope aye nay ay indeed certainly oh ah well why because perhaps nothing of".split()
)
TOLD = 8
"""Words behind a verb of speaking among which whoever is spoken to stands."""
ELSEWHERE = 6
"""Paragraphs by which a turn counts as parted from the one before, at least, where a scene begins between them."""
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
        trees: Trees,
    ) -> None:
        self.words = words
        self._trees = trees
        self.turns: list[Turn] = []
        self.views: list[dict[str, Known]] = []
        self.described: dict[int, tuple[int, str]] = {}
        self._company = company
        self._descriptions = descriptions
        self._stated = stated
        self._closed = closed
        self._mentions = mentions
        self._named = self._names(mentions)
        self._root = root_of(words)
        self._subjects = Subjects(words, self._named, stated=stated)
        self._acting: dict[str, int] = {}
        self._met: dict[str, int] = {}
        for i in range(len(words)):
            if self._root[i] >= 0:
                continue
            if subject := self._describes(i):
                self.described[i] = (subject.last, self._describe(subject))
            elif i in self._named:
                last, entity = self._named[i]
                met = self._acting if self._role_of(i, last) == "acts" else self._met
                met[entity] = words.starts[i]
        self._present = self._named | self.described

    def read(self, *, history: tuple[str | None, ...], text: str, left_open: bool, first: bool) -> None:
        """Fills `turns`.

        `history` are the speakers of the turns before, `left_open` says that the last of them lacks its closing mark,
        `first` that there was none.
        """
        segments = segments_of(self.words, self._root)
        finder = CueFinder(self.words, self._subjects, segments, self._trees)
        leading: list[str] = []
        lead: Segment | None = None
        narrated: Segment | None = None
        here: list[str] = []
        paragraph = -1
        last_paragraph: int | None = None
        seen: set[int] = set()
        for segment in segments:
            if segment.paragraph != paragraph:
                paragraph, leading, here = segment.paragraph, here or leading, []
                lead = narrated if narrated and narrated.paragraph == paragraph - 1 else None
            if segment.quotation < 0:
                narrated = segment
                for i in range(segment.first, segment.last + 1):
                    if i in self._present:
                        last, entity = self._present[i]
                        acts = self._role_of(i, last) == "acts"
                        self._company.name(entity, self.words.starts[i], acts=acts)
                        here.append(entity)
                continue
            if segment.quotation not in seen:
                seen.add(segment.quotation)
                turn = self._turn(segment, finder.find(segment.quotation), segments, text)
                turn.chapter = _last_before(self._company.chapters, turn.position)
                turn.scene = _last_before(self._company.scenes, turn.position)
                if last_paragraph is not None:
                    turn.gap = segment.paragraph - last_paragraph
                elif not first:
                    turn.gap = 1 if left_open else 2
                if turn.scene > self._company.last_turn:
                    turn.gap = max(turn.gap, ELSEWHERE)
                self._company.last_turn = turn.position
                before = self.words.quotations[self.turns[-1].quotation] if self.turns else None
                turn.continues = turn.gap == 1 and lacks_end(before, text) if before else left_open
                open_before = left_open and segment is segments[0] and turn.gap == 1
                turn.same_speech = open_before and not self._is_cued(turn, segment)
                turn.leading = leading
                if lead:
                    self._note_roles(turn, lead, "l")
                first_word = next((w for w in self.words.lower[segment.first : segment.last + 1] if w[0].isalnum()), "")
                turn.answers = first_word in ANSWERS
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
            turn.told = self._told(cue)
        end = words.quotations[turn.quotation].evidence[-1].end
        turn.length = sum(piece.end - piece.start for piece in words.quotations[turn.quotation].evidence)
        turn.asks = "?" in text[end - 2 : end]
        turn.signed = signer(text, words.quotations[turn.quotation], self._mentions)
        turn.cut = text[max(0, end - 2) : end].rstrip("\"'”’»")[-1:] in DASHES
        for other in segments:
            if other.paragraph == segment.paragraph and other.quotation < 0:
                side = turn.before if other.last < segment.first else turn.after
                side += [self._present[i][1] for i in range(other.first, other.last + 1) if i in self._present]
                self._note_roles(turn, other, "b" if other.last < segment.first else "a")
            if other.quotation == segment.quotation:
                for i in range(other.first, other.last + 1):
                    own = not self._is_retold(i, segment.quotation)
                    if own and words.lower[i] in lexicon.titles() and i not in named and is_vocative(words, i, i):
                        turn.called_titles.add(RANKS.get(words.lower[i], words.lower[i]))
                    if i in named:
                        last, entity = named[i]
                        if own and is_introduction(words, i, last):
                            turn.introduced.append(entity)
                        else:
                            (turn.called if own and is_vocative(words, i, last) else turn.talked).append(entity)
        return turn

    def _is_retold(self, i: int, quotation: int) -> bool:
        """Whether a word is said inside what a speaker tells: who is called there is not spoken to here."""
        inner = self.words.quoted[i]
        return inner != quotation and self.words.quotations[inner].mode in UTTERED

    def _is_cued(self, turn: Turn, segment: Segment) -> bool:
        """Whether a cue in the first paragraph of a turn says who speaks, and by more than a pronoun."""
        here = turn.cue is not None and self.words.paragraph[turn.cue.subject.first] == segment.paragraph
        return here and turn.situation in "NDI"

    def _note_roles(self, turn: Turn, segment: Segment, side: str) -> None:
        """Notes what each entity, and the narrator, does in a stretch of narration beside the turn."""
        words = self.words
        for i in range(segment.first, segment.last + 1):
            if words.lower[i] in SELF and side not in turn.self_near:
                turn.self_near += side
            if i in self._present:
                last, entity = self._present[i]
                turn.roles.setdefault(entity, set()).add(f"{side}:{self._role_of(i, last)}")
        about = self._last_subject(segment) if side != "a" else None
        if about and about.first in self._present:
            turn.roles.setdefault(self._present[about.first][1], set()).add(f"{side}:last")
        if about and about.kind == "pronoun" and side == "l":
            turn.lead = about.head

    def _last_subject(self, segment: Segment) -> Subject | None:
        """Whom the last sentence of a stretch of narration is about."""
        words = self.words
        begin = segment.first
        for k in range(segment.last - 1, segment.first, -1):
            if words.text[k] in (".", "!", "?"):
                begin = k + 1
                break
        for k in range(begin, segment.last + 1):
            subject = self._subjects.at(k)
            if subject and not (k and words.lower[k - 1] in PREPOSITIONS):
                return subject
        return None

    def _told(self, cue: FoundCue) -> list[str]:
        """Whom a cue says the words are said to: "he said to Tom"."""
        if cue.verb < 0:
            return []
        near = range(cue.verb + 2, min(cue.verb + TOLD, len(self.words)))
        lower = self.words.lower
        return [
            self._present[i][1]
            for i in near
            if i in self._present
            and (lower[i - 1] in ("to", "told") or (lower[i - 2] == "to" and lower[i - 1] in DETERMINERS))
        ]

    def _role_of(self, first: int, last: int) -> str:
        words = self.words
        k = last + 1
        while k < len(words) and words.lower[k].endswith("ly"):
            k += 1
        following = words.lower[k] if k < len(words) else ""
        if following in GENITIVE:
            return "owner"
        if first and words.lower[first - 1] in PREPOSITIONS:
            return "governed"
        if is_verb(following) or following in lexicon.speech_verbs():
            return "acts"
        return "other"

    def _read_cue(self, turn: Turn, cue: FoundCue) -> None:
        if cue.verb >= 0:
            word = self.words.lower[cue.verb]
            turn.verb = lexicon.speech_verbs().get(word, word)
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
            opening = self.words.lower[subject.first]
            turn.determiner = opening if opening in DETERMINERS else ""
            if spoken and not self._closed and subject.head != "other":
                turn.description = self._describe(subject)

    def _describe(self, subject: Subject) -> str:
        """The entity, or the candidate for one, that a description stands for: "the captain" is a Captain at hand."""
        plain = subject.last == subject.first + 1 or subject.head in lexicon.titles()
        if plain and self.words.lower[subject.first] == "the":
            here = self.words.starts[subject.first]
            acting, met = (
                {entity: position for entity, position in some.items() if position < here}
                for some in (self._acting, self._met)
            )
            bearer = self._company.bearer(subject.head, acting, met)
            if bearer and not self._descriptions.known(self.words, subject, since=bearer[1]):
                return bearer[0]
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
        found = dict.fromkeys(
            self._company.resolve(entity) for entity in (*sources, self._company.narrator(turn.position)) if entity
        )
        for entity in reversed(self._company.recent):
            if len(found) >= CANDIDATES:
                break
            found.setdefault(entity)
        turn.candidates = [*list(found)[: CANDIDATES + 2], None]
        if turn.signed:  # a letter is its writer's, whoever reads it out
            turn.candidates = [self._company.resolve(turn.signed)]
        elif turn.same_speech:  # nobody else takes over between a speech and its next paragraph
            turn.candidates = [history[-1]]


def _last_before(starts: list[int], position: int) -> int:
    """The last of ascending positions at or before another; 0 if none."""
    index = bisect_right(starts, position)
    return starts[index - 1] if index else 0


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
