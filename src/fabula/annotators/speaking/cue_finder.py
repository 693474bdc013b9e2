"""Finds the cue of a quotation in the narration around it: any verb and word order, name, pronoun or description."""

from dataclasses import replace

from fabula.annotators import lexicon
from fabula.annotators.speaking.clauses import AUXILIARIES, COORDINATORS, PREPOSITIONS, SUBORDINATORS, Clauses
from fabula.annotators.speaking.found_cue import GAP, LEADS, FoundCue, Place, strength_of
from fabula.annotators.speaking.segments import Segment
from fabula.annotators.speaking.subjects import NOUN_PHRASE, SUBJECT_PRONOUNS, VOICES, Subject, Subjects
from fabula.annotators.speaking.trees import Trees
from fabula.annotators.speaking.whose_words import WhoseWords
from fabula.annotators.words import Words

REACH = 30
"""Words of narration beside a quotation in which a cue is looked for."""
BETWEEN = frozenset("at last then again now out in on".split())
"""Words that may stand between a verb of speaking and the subject behind it, besides adverbs in -ly."""
PASSIVES = frozenset("asked told informed answered interrupted addressed assured called named heard".split())
"""Participles behind "was" that tell to whom one speaks."""
NOT_VERBS = frozenset("the a an his her my their your our its no this that any some".split())
"""Words behind which no verb stands."""
OPENERS = frozenset({"and", "but", "then", "so", "as", "for", "at", "last", "again", "now", "thus", "here"})


class CueFinder:
    """Finds cues in one passage."""

    def __init__(self, words: Words, subjects: Subjects, segments: list[Segment], trees: Trees) -> None:
        self._words = words
        self._trees = trees
        self._subjects = subjects
        self._segments = segments
        self._clauses = Clauses(words, subjects)
        self._whose_words = WhoseWords(words, subjects, self._clauses)
        self._of: dict[int, list[int]] = {}
        for index, segment in enumerate(segments):
            if segment.quotation >= 0:
                self._of.setdefault(segment.quotation, []).append(index)

    def find(self, quotation: int) -> FoundCue | None:
        """The best cue of a quotation; `None` if the narration beside it has none."""
        found: list[tuple[bool, FoundCue]] = []
        pieces = self._of.get(quotation, [])
        for number, index in enumerate(pieces):
            after = self._narration(index + 1, self._segments[index].paragraph)
            if after:
                place: Place = "inside" if number + 1 < len(pieces) else "after"
                cue = self._following(after, place)
                if cue:
                    found.append((self._continues(after) and not self._joins(after), cue))
            before = self._narration(index - 1, self._segments[index].paragraph)
            if before and not (number and pieces[number - 1] == index - 2):
                cue = self._preceding(before, "before")
                if cue:
                    found.append((self._leads(before), cue))
        previous = self._previous_paragraph(pieces[0]) if pieces else None
        lead = self._preceding(previous, "previous") if previous else None
        if previous and lead and self._announces(previous) and lead.strength == "speech":
            return lead  # what stands behind such words may well lead up to the next ones
        if previous and lead:
            found.append((self._leads(previous), lead))
        order = {"speech": 0, "weak": 1, "beat": 2}
        places = {"inside": 0, "after": 1, "before": 2, "previous": 3}
        best = min(found, key=lambda one: (order[one[1].strength], not one[0], places[one[1].place]), default=None)
        return best[1] if best else None

    def _continues(self, segment: Segment) -> bool:
        """Whether narration goes on with the sentence of the quotation before it."""
        words = self._words
        for k in range(segment.first, segment.last + 1):
            if words.text[k][0].isalnum():
                return words.lower[k] not in SUBORDINATORS and (words.text[k][0].islower() or not words.initial[k])
        return False

    def _joins(self, segment: Segment) -> bool:
        """Whether narration behind a quotation begins with a conjunction, as in "and looked at him"."""
        return any(word in COORDINATORS for word in self._words.lower[segment.first : segment.first + 2])

    def _leads(self, segment: Segment) -> bool:
        """Whether the sentence of the quotation behind has begun in this narration."""
        word = self._words.text[segment.last]
        return word in LEADS or word[-1].isalpha()

    def _announces(self, segment: Segment) -> bool:
        """Whether narration ends with a colon, also one before a dash, as in `He said:—`."""
        return any(":" in word for word in self._words.text[max(segment.first, segment.last - 1) : segment.last + 1])

    def _narration(self, index: int, paragraph: int) -> Segment | None:
        if 0 <= index < len(self._segments):
            segment = self._segments[index]
            if segment.quotation < 0 and segment.paragraph == paragraph:
                return segment
        return None

    def _previous_paragraph(self, index: int) -> Segment | None:
        """The end of the paragraph before, if it is narration that leads up to the quotation with a colon or comma."""
        segment = self._segments[index]
        if index and self._segments[index - 1].paragraph == segment.paragraph:
            return None
        before = self._segments[index - 1] if index else None
        if before and before.quotation < 0:
            return before if self._leads(before) else None
        return None

    def _following(self, segment: Segment, place: Place) -> FoundCue | None:
        """A cue behind a piece: 'said he', 'he said', 'the old man, smiling, answered', or a beat."""
        words = self._words
        end = min(segment.last, segment.first + REACH)
        i = segment.first
        while i <= end and not words.text[i][0].isalnum():
            if words.text[i] == "." and i == segment.first:
                break
            i += 1
        if i > end:
            return None
        stop = self._sentence_end(i, end)
        start = i
        continues = self._continues(segment)
        stopped = not continues or "." in words.text[max(0, segment.first - 2) : segment.first]
        if stopped and words.text[start][0].isupper() and stop == segment.last and words.text[stop] in LEADS:
            return None  # the sentence leads up to the next quotation
        while i < stop and (words.lower[i] in OPENERS or words.lower[i].endswith("ly")):
            i += 1
        inverted = self._verb_then_subject(i, stop, place, continues) or self._whose_words.behind(i, stop, place)
        if inverted:
            return inverted
        phrase = self._clauses.at(i)
        subject = phrase.subject if phrase else self._subjects.speaker_at(i)
        if subject is None or (phrase is None and not self._says(subject, stop)):
            return self._beat(start, stop, place)
        last = phrase.last if phrase else subject.last
        verb = self._verb_after(last, stop)
        if verb is not None and (heard := self._clauses.perceived(verb)):
            return FoundCue(place, "speech", verb, heard)
        if verb is not None and words.lower[verb] in PASSIVES and words.lower[verb - 1] in ("was", "were", "is", "are"):
            return None
        if verb is not None and (continues or strength_of(words.lower[verb]) == "speech"):
            return FoundCue(place, strength_of(words.lower[verb]), verb, subject)
        if continues and words.lower[last] in VOICES and last < stop:
            return FoundCue(place, "speech", last + 1, subject)
        if continues and words.text[start][0].islower() and last < stop:
            return FoundCue(place, "weak", last + 1, subject)
        return self._beat(start, stop, place)

    def _says(self, subject: Subject, stop: int) -> bool:
        """Whether a verb of speaking stands right behind a subject."""
        k = subject.last + 1
        while k < stop and self._words.lower[k].endswith("ly"):
            k += 1
        return (
            k <= stop
            and self._words.lower[k] in lexicon.speech_verbs()
            and strength_of(self._words.lower[k]) == "speech"
        )

    def _verb_then_subject(self, i: int, stop: int, place: Place, continues: bool) -> FoundCue | None:
        """'said he', 'said at last the old man'."""
        words, speech = self._words, lexicon.speech_verbs()
        for k in range(i, min(i + 2, stop + 1)):
            if k > i and self._subjects.at(i):
                return None  # "she said in a low voice" has its subject in front
            if words.lower[k] in speech:
                for s in range(k + 1, min(k + 4, stop + 1)):
                    phrase = self._clauses.at(s)
                    subject = phrase.subject if phrase else None
                    if subject is None and continues and k == i and strength_of(self._words.lower[k]) == "speech":
                        subject = self._subjects.speaker_at(s)
                    if subject and subject.head != "it":
                        return FoundCue(place, strength_of(self._words.lower[k]), k, subject)
                    if words.lower[s] not in BETWEEN and not words.lower[s].endswith("ly") and not self._describes(s):
                        break
        return None

    def _describes(self, k: int) -> bool:
        """Whether a word stands before a name as an adjective does: "said poor Tom"."""
        word = self._words.text[k]
        return k + 1 in self._subjects.named and word.islower() and word not in lexicon.function_words()

    def _preceding(self, segment: Segment, place: Place) -> FoundCue | None:
        """A cue before a piece: 'He said, ', 'And then Tom, laughing: ', or a beat in the sentence before."""
        words = self._words
        last = segment.last
        first = max(segment.first, last - REACH)
        begin = first
        for k in range(last - 1, first - 1, -1):
            if words.text[k] in (".", "!", "?") or (words.text[k] == ";"):
                begin = k + 1
                break
        if self._leads(segment):
            if owner := self._whose_words.before(begin, last):
                return FoundCue(place, "speech", last - (words.text[last] in LEADS), owner)
            verb = self._leading_verb(begin, last)
            if verb is not None:
                subject = self._whose(verb, begin, last) or (begin > first and self._whose(verb, first, last)) or None
                if subject:
                    return FoundCue(place, strength_of(words.lower[verb]), verb, subject)
            agent = self._whose_words.agent(begin, last)
            if agent:
                return replace(agent, place=place)
            main = self._clauses.main(begin, last)
            if main and main.last < last and (place == "before" or self._announces(segment)):
                return FoundCue(place, "weak", main.last + 1, main.subject)
        return self._beat(begin, last, place) if place == "before" else None

    def _leading_verb(self, begin: int, last: int) -> int | None:
        """The verb that leads up to a quotation: the last of speaking, rather a strong one, rather in a main clause."""
        words = self._words
        ranked: list[tuple[bool, bool, int]] = []
        for k in range(begin, last + 1):
            if words.lower[k] in lexicon.speech_verbs() and self._finite(k, begin):
                weak = strength_of(self._words.lower[k]) == "weak"
                ranked.append((not weak, not self._clauses.aside(k, begin), k))
        return max(ranked)[2] if ranked else None

    def _finite(self, k: int, begin: int) -> bool:
        """Whether a word that may be a verb of speaking is one here."""
        lower = self._words.lower
        before = lower[k - 1] if k > begin else ""
        if self._clauses.perceived(k):
            return True
        if before in NOT_VERBS:
            return False
        if lower[k].endswith("ing"):
            return True
        if before in PREPOSITIONS and before != "to":
            return False
        base = lexicon.speech_verbs()[lower[k]]
        if lower[k] == base + "s" or (lower[k] == base and base not in lexicon.irregular_past()):
            ended = any((phrase := self._clauses.at(j)) and phrase.last == k - 1 for j in range(max(begin, k - 4), k))
            return ended or before in AUXILIARIES or before in COORDINATORS or before.endswith("ly")
        return True

    def _whose(self, verb: int, begin: int, last: int) -> Subject | None:
        """The subject of a verb that leads up to a quotation: also behind it, as in "said he"."""
        inverted = self._subjects.at(verb + 1) if verb + 1 <= last else None
        if inverted and inverted.kind == "pronoun" and inverted.head in ("he", "she", "i", "they"):
            return inverted
        subject = self._parsed(verb) or self._clauses.subject_of(verb, begin)
        if subject is None and inverted and inverted.kind == "name":
            return inverted
        return subject

    def _parsed(self, verb: int) -> Subject | None:
        """Whose the verb is by the trees, if that is somebody in narration."""
        head = self._trees.subject_of(verb)
        if head is None or head > verb or self._words.quoted[head] >= 0 or self._clauses.perceived(verb):
            return None
        for first in range(head, max(head - NOUN_PHRASE, -1), -1):
            phrase = self._clauses.at(first)
            if phrase and first <= head <= phrase.last:
                return phrase.subject
        return None

    def _beat(self, begin: int, stop: int, place: Place) -> FoundCue | None:
        phrase = self._clauses.main(begin, stop + 1)
        return FoundCue(place, "beat", -1, phrase.subject) if phrase else None

    def _verb_after(self, last: int, stop: int) -> int | None:
        """The nearest verb of speaking behind word `last`, rather a strong one, and not across another subject."""
        words = self._words
        speech = lexicon.speech_verbs()
        weak = None
        for k in range(last + 1, min(last + 1 + GAP, stop + 1)):
            if words.lower[k] in speech and strength_of(self._words.lower[k]) == "speech":
                return k
            if words.lower[k] in speech and weak is None:
                weak = k
            if k in self._subjects.named or words.lower[k] in SUBJECT_PRONOUNS:
                break
        return weak

    def _sentence_end(self, i: int, end: int) -> int:
        for k in range(i, end + 1):
            if self._words.text[k] in (".", "!", "?"):
                return k
        return end
