"""Cues without a verb of speaking and its subject: "was his answer", "came from Tom", "was repeated by Tom"."""

from fabula.annotators import lexicon
from fabula.annotators.speaking.clauses import OWNERS, Clauses
from fabula.annotators.speaking.found_cue import GAP, LEADS, FoundCue, Place, strength_of
from fabula.annotators.speaking.subjects import VOICES, Subject, Subjects
from fabula.annotators.words import GENITIVE, Words

COPULAS = frozenset({"was", "were", "is"})
DECLARES = COPULAS | {"of"}
SOURCES = frozenset("came burst broke sounded issued escaped proceeded".split())
"""Verbs of a voice, as in "came from Tom"."""


class WhoseWords:
    """Finds in the narration of a passage whose the words beside it are said to be."""

    def __init__(self, words: Words, subjects: Subjects, clauses: Clauses) -> None:
        self._words, self._subjects, self._clauses = words, subjects, clauses

    def behind(self, i: int, stop: int, place: Place) -> FoundCue | None:
        """'was his answer', 'had been his answer', 'was repeated by Tom', 'it was Tom who spoke'."""
        words, speech = self._words, lexicon.speech_verbs()
        told = self._clauses.at(i + 2) if words.lower[i : i + 2] == ["it", "was"] else None
        if told and words.lower[told.last + 1 : told.last + 2] == ["who"]:
            verb = told.last + 2
            if verb <= stop and words.lower[verb] in speech and strength_of(words.lower[verb]) == "speech":
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

    def before(self, begin: int, last: int) -> Subject | None:
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

    def agent(self, begin: int, last: int) -> FoundCue | None:
        """Who breaks a silence, or from whom a cry comes."""
        lower = self._words.lower
        for k in range(last - 1, begin, -1):
            by = lower[k] == "by" and lower[k - 1] in ("broken", "interrupted", "followed", "spoken", "uttered")
            if by or (lower[k] == "from" and (lower[k - 1] in SOURCES or lower[k - 1] in lexicon.speech_nouns())):
                phrase = self._clauses.at(k + 1)
                if phrase:
                    return FoundCue("before", "speech", k - 1, phrase.subject)
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
