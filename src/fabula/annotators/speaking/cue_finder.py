"""Finds the cue of a quotation in the narration around it: any verb and word order, name, pronoun or description."""

from dataclasses import dataclass, replace
from typing import Literal

from fabula.annotators import lexicon
from fabula.annotators.speaking.clauses import (
    AUXILIARIES,
    COORDINATORS,
    OWNERS,
    SUBORDINATORS,
    Clauses,
)
from fabula.annotators.speaking.clauses import PREPOSITIONS as PREPOSITIONS
from fabula.annotators.speaking.subjects import NOUN_PHRASE, SUBJECT_PRONOUNS, VOICES, Subject, Subjects
from fabula.annotators.speaking.trees import Trees
from fabula.annotators.words import GENITIVE, Words

Place = Literal["inside", "after", "before", "previous"]
REACH = 30
"""Words of narration beside a quotation in which a cue is looked for."""
GAP = 7
"""Words that may stand between a subject and its verb."""
LEADS = frozenset({",", ":", ";", "-", "--", "—", "–", ":--", ":—", "...", "…"})
"""Marks with which narration leads up to a quotation."""
BETWEEN = frozenset("at last then again now out in on".split())
"""Words that may stand between a verb of speaking and the subject behind it, besides adverbs in -ly."""
PASSIVES = frozenset("asked told informed answered interrupted addressed assured called named heard".split())
"""Participles behind "was" that tell to whom one speaks."""
COPULAS = frozenset({"was", "were", "is"})
DECLARES = COPULAS | {"of"}
SOURCES = frozenset("came burst broke sounded issued escaped proceeded".split())
"""Verbs of a voice, as in "came from Tom"."""
NOT_VERBS = frozenset("the a an his her my their your our its no this that any some".split())
"""Words behind which no verb stands."""
OPENERS = frozenset({"and", "but", "then", "so", "as", "for", "at", "last", "again", "now", "thus", "here"})


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue: its verb and its subject as word indices.

    `strength` is `speech` for a verb of speaking, `weak` for one that only may introduce speech, `beat` for any other
    narration whose subject is the likely speaker. `verb` is -1 for a beat without a known verb.
    """

    place: Place
    strength: Literal["speech", "weak", "beat"]
    verb: int
    subject: Subject


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive words of one paragraph that are in the same quotation (`quotation` >= 0) or in narration (-1)."""

    quotation: int
    first: int
    last: int
    paragraph: int


def segments_of(words: Words, root: list[int]) -> list[Segment]:
    """The passage as alternating quotation and narration; `root[i]` is the outermost quotation of word `i`, or -1."""
    out: list[Segment] = []
    for i in range(len(words)):
        if out and out[-1].quotation == root[i] and out[-1].paragraph == words.paragraph[i]:
            out[-1] = Segment(root[i], out[-1].first, i, words.paragraph[i])
        else:
            out.append(Segment(root[i], i, i, words.paragraph[i]))
    return out


class CueFinder:
    """Finds cues in one passage."""

    def __init__(self, words: Words, subjects: Subjects, segments: list[Segment], trees: Trees) -> None:
        self._words = words
        self._trees = trees
        self._subjects = subjects
        self._segments = segments
        self._clauses = Clauses(words, subjects)
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
        inverted = self._verb_then_subject(i, stop, place, continues) or self._reply_or_agent(i, stop, place)
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
        if verb is not None and (continues or self._strength(verb) == "speech"):
            return FoundCue(place, self._strength(verb), verb, subject)
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
        return k <= stop and self._words.lower[k] in lexicon.speech_verbs() and self._strength(k) == "speech"

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
                    if subject is None and continues and k == i and self._strength(k) == "speech":
                        subject = self._subjects.speaker_at(s)
                    if subject and subject.head != "it":
                        return FoundCue(place, self._strength(k), k, subject)
                    if words.lower[s] not in BETWEEN and not words.lower[s].endswith("ly") and not self._describes(s):
                        break
        return None

    def _describes(self, k: int) -> bool:
        """Whether a word stands before a name as an adjective does: "said poor Tom"."""
        word = self._words.text[k]
        return k + 1 in self._subjects.named and word.islower() and word not in lexicon.function_words()

    def _reply_or_agent(self, i: int, stop: int, place: Place) -> FoundCue | None:
        """'was his answer', 'had been his answer', 'was repeated by Tom', 'it was Tom who spoke'."""
        words, speech = self._words, lexicon.speech_verbs()
        told = self._clauses.at(i + 2) if words.lower[i : i + 2] == ["it", "was"] else None
        if told and words.lower[told.last + 1 : told.last + 2] == ["who"]:
            verb = told.last + 2
            if verb <= stop and words.lower[verb] in speech and self._strength(verb) == "speech":
                return FoundCue(place, "speech", verb, told.subject)
        for k in range(i, min(i + 4, stop)):
            if words.lower[k] in ("was", "were", "is", "been", "came"):
                owner = self._owner_of_reply(k + 1, stop) or (self._owner_of_words(k + 1, stop) if k == i else None)
                if owner:
                    return FoundCue(place, "speech", k, owner)
                if words.lower[k] in COPULAS and (origin := self._source_of_words(k + 1, stop)):
                    return FoundCue(place, "speech", k, origin)
            if words.lower[k] in SOURCES and k == i:
                source = self._clauses.at(k + 2 if words.lower[k + 1] == "from" else k + 1)
                if source and (words.lower[k + 1] == "from" or words.lower[source.last] in VOICES):
                    return FoundCue(place, "speech", k, source.subject)
            if words.lower[k] in speech and words.lower[k + 1] == "by":
                agent = self._subjects.at(k + 2)
                if agent:
                    return FoundCue(place, "speech", k, agent)
        return None

    def _source_of_words(self, i: int, stop: int) -> Subject | None:
        """Whose words they are in 'were the first words that came from Tom'."""
        lower = self._words.lower
        for k in range(i, min(i + GAP, stop)):
            if lower[k] == "from" and lower[k - 1] in SOURCES and (source := self._clauses.at(k + 1)):
                return source.subject
        return None

    def _owner_of_words(self, i: int, stop: int) -> Subject | None:
        """Whose words are told by any noun: 'was Mary's reasoning', 'was Tom's final summing up'."""
        named = self._subjects.named
        if i not in named:
            return None
        last, entity = named[i]
        owns = last + 1 < stop and self._words.lower[last + 1] in GENITIVE
        return Subject("name", i, last, entity, "") if owns else None

    def _owner_of_reply(self, i: int, stop: int) -> Subject | None:
        """Whose words they are in 'was Tom's answer', 'was her husband's hearty reply'."""
        words = self._words
        for k in range(i, min(i + GAP, stop + 1)):
            if words.lower[k] in lexicon.speech_nouns():
                if words.lower[k + 1 : k + 2] == ["of"] and (of := self._clauses.at(k + 2)):
                    return of.subject
                for j in range(i, k):
                    if words.lower[j] in ("his", "her", "my") and j + 1 >= k - 2 and words.lower[j + 1] not in GENITIVE:
                        heads = lexicon.person_nouns()
                        if not any(words.lower[m] in heads for m in range(j, k)):
                            return Subject("pronoun", j, j, None, OWNERS[words.lower[j]])
                    if j in self._subjects.named:
                        return Subject("name", j, *self._subjects.named[j], "")
                    subject = self._subjects.at(j)
                    if subject and subject.kind == "noun":
                        return subject
                return None
        return None

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
            if owner := self._declares(begin, last):
                return FoundCue(place, "speech", last - (words.text[last] in LEADS), owner)
            verb = self._leading_verb(begin, last)
            if verb is not None:
                subject = self._whose(verb, begin, last) or (begin > first and self._whose(verb, first, last)) or None
                if subject:
                    return FoundCue(place, self._strength(verb), verb, subject)
            agent = self._agent(begin, last)
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
                weak = self._strength(k) == "weak"
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

    def _declares(self, begin: int, last: int) -> Subject | None:
        """Whose words lead up to a quotation as 'Mary's declaration was,' or 'in answer to Mary's reproach of'."""
        words = self._words
        k = last - (words.text[last] in LEADS)
        if k < begin + 3 or words.lower[k] not in DECLARES:
            return None
        for first in range(k - 3, max(k - 3 - GAP, begin - 1), -1):
            if first in self._subjects.named:
                end, entity = self._subjects.named[first]
                noun = words.lower[k - 1]
                spoken = words.lower[k] in COPULAS or noun in lexicon.speech_nouns()
                owns = end + 1 < k - 1 and words.lower[end + 1] in GENITIVE and spoken
                return Subject("name", first, end, entity, "") if owns else None
        return None

    def _agent(self, begin: int, last: int) -> FoundCue | None:
        """Who breaks a silence, or from whom a cry comes."""
        lower = self._words.lower
        for k in range(last - 1, begin, -1):
            by = lower[k] == "by" and lower[k - 1] in ("broken", "interrupted", "followed", "spoken", "uttered")
            if by or (lower[k] == "from" and (lower[k - 1] in SOURCES or lower[k - 1] in lexicon.speech_nouns())):
                phrase = self._clauses.at(k + 1)
                if phrase:
                    return FoundCue("before", "speech", k - 1, phrase.subject)
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
            if words.lower[k] in speech and self._strength(k) == "speech":
                return k
            if words.lower[k] in speech and weak is None:
                weak = k
            if k in self._subjects.named or words.lower[k] in SUBJECT_PRONOUNS:
                break
        return weak

    def _strength(self, verb: int) -> Literal["speech", "weak"]:
        base = lexicon.speech_verbs().get(self._words.lower[verb])
        return "weak" if base in lexicon.weak_speech_verbs() else "speech"

    def _sentence_end(self, i: int, end: int) -> int:
        for k in range(i, end + 1):
            if self._words.text[k] in (".", "!", "?"):
                return k
        return end
