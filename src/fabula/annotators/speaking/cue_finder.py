"""Finds the cue of a quotation in the narration around it: any verb and word order, name, pronoun or description."""

from dataclasses import dataclass
from typing import Literal

from fabula.annotators import lexicon
from fabula.annotators.speaking.subjects import SUBJECT_PRONOUNS, Subject, Subjects
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import Words

Place = Literal["inside", "after", "before", "previous"]
REACH = 30
"""Words of narration beside a quotation in which a cue is looked for."""
GAP = 7
"""Words that may stand between a subject and its verb."""
PREPOSITIONS = frozenset(
    "to at of with from by for in on into upon over under behind beside before after against towards toward between "
    "past near round around about without like than".split()
)
LEADS = frozenset({",", ":", ";", "-", "--", "—", "–", ":--", ":—", "...", "…"})
"""Marks with which narration leads up to a quotation."""
BETWEEN = frozenset("at last then again now out in on".split())
"""Words that may stand between a verb of speaking and the subject behind it, besides adverbs in -ly."""
OWNERS = {"his": "he", "her": "she", "my": "i"}
SUBORDINATORS = frozenset("as when while whilst if after before since though although until till once because".split())
"""Words that open a clause before the main one."""
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

    def __init__(self, words: Words, subjects: Subjects, segments: list[Segment]) -> None:
        self._words = words
        self._subjects = subjects
        self._segments = segments
        self._of: dict[int, list[int]] = {}
        for index, segment in enumerate(segments):
            if segment.quotation >= 0:
                self._of.setdefault(segment.quotation, []).append(index)

    def find(self, quotation: int) -> FoundCue | None:
        """The best cue of a quotation; `None` if the narration beside it has none."""
        found: list[FoundCue] = []
        pieces = self._of.get(quotation, [])
        for number, index in enumerate(pieces):
            after = self._narration(index + 1, self._segments[index].paragraph)
            if after:
                place: Place = "inside" if number + 1 < len(pieces) else "after"
                cue = self._following(after, index, place)
                if cue:
                    found.append(cue)
            before = self._narration(index - 1, self._segments[index].paragraph)
            if before and not (number and pieces[number - 1] == index - 2):
                cue = self._preceding(before, "before")
                if cue:
                    found.append(cue)
        previous = self._previous_paragraph(pieces[0]) if pieces else None
        lead = self._preceding(previous, "previous") if previous else None
        if previous and lead and self._announces(previous) and lead.strength == "speech":
            return lead  # what stands behind such words may well lead up to the next ones
        if lead and not found:
            found.append(lead)
        order = {"speech": 0, "weak": 1, "beat": 2}
        places = {"inside": 0, "after": 1, "before": 2, "previous": 3}
        return min(found, key=lambda cue: (order[cue.strength], places[cue.place]), default=None)

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
            word = self._words.text[before.last]
            if word in LEADS or word[-1].isalpha():
                return before
        return None

    def _following(self, segment: Segment, index: int, place: Place) -> FoundCue | None:
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
        while i < stop and (words.lower[i] in OPENERS or words.lower[i].endswith("ly")):
            i += 1
        inverted = self._verb_then_subject(i, stop, place) or self._reply_or_agent(i, stop, place)
        if inverted:
            return inverted
        subject = self._subjects.at(i)
        if subject is None:
            return self._beat(start, stop, place)
        verb = self._verb_after(subject, stop)
        continues = not words.initial[start] or words.lower[start][0].islower()
        if verb is not None and (continues or self._strength(verb) == "speech"):
            return FoundCue(place, self._strength(verb), verb, subject)
        if continues and words.text[start][0].islower() and subject.last < stop:
            return FoundCue(place, "weak", subject.last + 1, subject)
        return FoundCue(place, "beat", -1, subject)

    def _verb_then_subject(self, i: int, stop: int, place: Place) -> FoundCue | None:
        """'said he', 'said at last the old man'."""
        words, speech = self._words, lexicon.speech_verbs()
        for k in range(i, min(i + 2, stop + 1)):
            if k > i and self._subjects.at(i):
                return None  # "she said in a low voice" has its subject in front
            if words.lower[k] in speech:
                for s in range(k + 1, min(k + 4, stop + 1)):
                    subject = self._subjects.at(s)
                    if subject and subject.head != "it":
                        return FoundCue(place, self._strength(k), k, subject)
                    if words.lower[s] not in BETWEEN and not words.lower[s].endswith("ly"):
                        break
        return None

    def _reply_or_agent(self, i: int, stop: int, place: Place) -> FoundCue | None:
        """'was his answer', 'was repeated by Tom'."""
        words, speech = self._words, lexicon.speech_verbs()
        for k in range(i, min(i + 4, stop)):
            if words.lower[k] in ("was", "were", "is", "came"):
                owner = self._owner_of_reply(k + 1, stop)
                if owner:
                    return FoundCue(place, "speech", k, owner)
            if words.lower[k] in speech and words.lower[k + 1] == "by":
                agent = self._subjects.at(k + 2)
                if agent:
                    return FoundCue(place, "speech", k, agent)
        return None

    def _owner_of_reply(self, i: int, stop: int) -> Subject | None:
        """Whose words they are in 'was Tom's answer', 'was her husband's hearty reply'."""
        words = self._words
        for k in range(i, min(i + GAP, stop + 1)):
            if words.lower[k] in lexicon.speech_nouns():
                for j in range(i, k):
                    if (
                        words.lower[j] in ("his", "her", "my")
                        and j + 1 >= k - 2
                        and words.lower[j + 1] not in ("'s", "’s")
                    ):
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
        leads = words.text[last] in LEADS or words.text[last][-1].isalpha()
        speech = lexicon.speech_verbs()
        if leads or place == "previous":
            for k in range(last, begin - 1, -1):
                if words.lower[k] in speech and (
                    k == begin or words.lower[k - 1] not in ("to", "the", "a", "his", "her", "my")
                ):
                    inverted = self._subjects.at(k + 1) if k + 1 <= last else None
                    if inverted and inverted.kind == "pronoun" and inverted.head in ("he", "she", "i", "they"):
                        return FoundCue(place, self._strength(k), k, inverted)
                    subject = self._subject_before(k, begin)
                    if subject:
                        return FoundCue(place, self._strength(k), k, subject)
                    if inverted and inverted.kind == "name":
                        return FoundCue(place, self._strength(k), k, inverted)
        return self._beat(begin, last, place) if place == "before" else None

    def _subject_before(self, verb: int, begin: int) -> Subject | None:
        """The subject that stands right before the verb, else the first of the main clause that leads to it."""
        words = self._words
        k = verb - 1
        while k > begin and (words.lower[k].endswith("ly") or words.lower[k] in ("then", "only", "had", "again", "at")):
            k -= 1
        if words.lower[k] in ("he", "she", "i", "they") and not self._governed(k):
            return self._subjects.at(k)
        found: list[Subject] = []
        k = begin
        while k < verb and len(found) < 2:
            subject = self._subjects.at(k)
            # after "as he rose" the main clause has a subject of its own: a pronoun, or a noun with its verb
            if (
                subject
                and subject.last < verb
                and not self._governed(k)
                and (not found or subject.kind == "pronoun" or is_verb(words.lower[subject.last + 1]))
            ):
                found.append(subject)
            k = subject.last + 1 if subject else k + 1
        opening = next((word for word in words.lower[begin:verb] if word[0].isalpha()), "")
        return found[-1] if found and opening in SUBORDINATORS else found[0] if found else None

    def _governed(self, k: int) -> bool:
        return k > 0 and self._words.lower[k - 1] in PREPOSITIONS

    def _beat(self, begin: int, stop: int, place: Place) -> FoundCue | None:
        k = begin
        while k <= stop:
            subject = self._subjects.at(k)
            if subject and not self._governed(k):
                return FoundCue(place, "beat", -1, subject)
            k = subject.last + 1 if subject else k + 1
        return None

    def _verb_after(self, subject: Subject, stop: int) -> int | None:
        """The nearest verb of speaking behind a subject, not across another subject."""
        words = self._words
        speech = lexicon.speech_verbs()
        for k in range(subject.last + 1, min(subject.last + 1 + GAP, stop + 1)):
            if words.lower[k] in speech:
                return k
            if k in self._subjects.named or words.lower[k] in SUBJECT_PRONOUNS:
                return None
        return None

    def _strength(self, verb: int) -> Literal["speech", "weak"]:
        return "weak" if self._words.lower[verb] in lexicon.weak_speech_verbs() else "speech"

    def _sentence_end(self, i: int, end: int) -> int:
        for k in range(i, end + 1):
            if self._words.text[k] in (".", "!", "?"):
                return k
        return end
