"""Who a verb belongs to: the subjects of a sentence's clauses, the main ones told from the others, without a parser."""

from dataclasses import dataclass

from fabula.annotators import lexicon
from fabula.annotators.speaking.subjects import SUBJECT_PRONOUNS, VOICES, Subject, Subjects
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import GENITIVE, Words

PREPOSITIONS = frozenset(
    "to at of with from by for in on into upon over under behind beside before after against towards toward between "
    "past near round around about without like than".split()
)
SUBORDINATORS = frozenset("as when while whilst if after before since though although until till once because".split())
"""Words that open a clause beside the main one."""
PREPOSITIONAL = frozenset({"after", "before", "since", "till", "until"})
"""Of these, the ones that open a clause only if a subject follows: "after a time" is none."""
RELATIVES = frozenset("who whom whose which that what how whether why where lest".split())
COORDINATORS = frozenset("and but or so yet then nor".split())
AUXILIARIES = frozenset(
    "had has have was were is are am would could should might must may will shall can did do does been be not never "
    "then only again at last also to just".split()
)
"""Words that may stand between a subject and its verb, besides adverbs in -ly."""
FILLERS = frozenset("then at last only again never also just".split())
PERCEIVES = frozenset("hear hears heard hearing overhear overheard".split())
OBJECTS = {"him": "he", "her": "she", "me": "i", "them": "they", "it": "it"}
OWNERS = {"his": "he", "her": "she", "my": "i"}
PARTS = frozenset(
    "arms brow brows cheek cheeks chin expression eye eyes eyebrows face features fingers forehead gaze glance grin "
    "hand hands head jaw lip lips mouth nose shoulders smile throat tone".split()
)
"""What of a person may stand for that person as a subject: "her eyes shone"."""


TIMES = frozenset("time moment minute second while pause silence hour day week night morning evening year".split())
"""Nouns of a stretch of time, behind which a clause may begin without a comma."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who acts in a phrase, and its last word: in "her eyes" it is she who acts."""

    subject: Subject
    last: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The subject of a clause. `waits` says that a comma parts it from its verb: "the man, smiling, said"."""

    phrase: Phrase
    main: bool
    waits: bool


class Clauses:
    """Reads the sentences of one passage."""

    def __init__(self, words: Words, subjects: Subjects) -> None:
        self._words = words
        self._subjects = subjects

    def at(self, i: int) -> Phrase | None:
        """Who acts in the phrase that begins at word `i`: of a voice, or of eyes, the person whose they are."""
        words, lower = self._words, self._words.lower
        subject = self._subjects.at(i)
        if subject and TIMES.intersection(lower[i : subject.first]):
            return None  # "after a time Ned"
        if subject and subject.head not in VOICES:
            return Phrase(subject, subject.last)
        if subject and subject.last + 2 < len(words) and lower[subject.last + 1] == "of":
            of = self._subjects.at(subject.last + 2)
            return Phrase(of, of.last) if of else Phrase(subject, subject.last)
        return self._owner(i) or (Phrase(subject, subject.last) if subject else None)

    def _owner(self, i: int) -> Phrase | None:
        """Whose voice or eyes the phrase names."""
        lower = self._words.lower
        if i in self._subjects.named:
            last, entity = self._subjects.named[i]
            if last + 1 >= len(lower) or lower[last + 1] not in GENITIVE:
                return None
            owner, k = Subject("name", i, last, entity, ""), last + 2
        elif i < len(lower) and lower[i] in OWNERS:
            owner, k = Subject("pronoun", i, i, None, OWNERS[lower[i]]), i + 1
        else:
            return None
        for part in range(k, min(k + 3, len(lower))):
            if lower[part] in PARTS or lower[part] in VOICES:
                return Phrase(owner, part)
            if not lower[part][0].isalpha():
                break
        return None

    def governed(self, k: int) -> bool:
        """Whether a preposition stands before, so that the phrase is no subject; "for he" is a clause."""
        return k > 0 and self._words.lower[k - 1] in PREPOSITIONS and self._words.lower[k] not in ("he", "she", "i")

    def read(self, begin: int, stop: int) -> list[Clause]:
        """The clauses of the words from `begin` to before `stop`, by their subjects."""
        lower = self._words.lower
        out: list[Clause] = []
        aside, count, k = False, 0, begin
        while k < stop:
            phrase = self.at(k)
            if not lower[k][0].isalnum():
                aside, count = False, 0
            elif lower[k] in COORDINATORS:
                count = 0 if self._opens(k + 1, stop) else count
            elif (phrase is None or lower[k] == "that") and self._subordinates(k):
                aside, count = True, 0
            elif phrase and phrase.last < stop and not self.governed(k):
                following = lower[phrase.last + 1] if phrase.last + 1 < len(lower) else ""
                waits = count == 0 and following in (",", "(", "—", "--")
                acts = waits or lower[k] in SUBJECT_PRONOUNS or self.acts(phrase)
                told = count > 0 and is_verb(lower[k - 1])  # "saw he was gone"
                if count == 0 or (acts and not told):
                    out.append(Clause(phrase, acts and aside == (count > 0), waits))
                count += 1
            k = phrase.last + 1 if phrase and phrase.last < stop else k + 1
        return out

    def _opens(self, k: int, stop: int) -> bool:
        """Whether a clause with a subject of its own begins at word `k`."""
        while k < stop and (self._words.lower[k].endswith("ly") or self._words.lower[k] in FILLERS):
            k += 1
        phrase = self.at(k) if k < stop else None
        return phrase is not None and (self._words.lower[k] in SUBJECT_PRONOUNS or self.acts(phrase))

    def _subordinates(self, k: int) -> bool:
        word = self._words.lower[k]
        if word in PREPOSITIONAL:
            after = self.at(k + 1)
            return after is not None and (self._words.lower[k + 1] in SUBJECT_PRONOUNS or self.acts(after))
        return word in SUBORDINATORS or word in RELATIVES

    def acts(self, phrase: Phrase) -> bool:
        """Whether what follows a subject looks like its verb."""
        lower = self._words.lower
        k = phrase.last + 1
        while k < len(lower) and (lower[k].endswith("ly") or lower[k] in FILLERS):
            k += 1
        return k < len(lower) and (is_verb(lower[k]) or lower[k] in AUXILIARIES or lower[k] in lexicon.speech_verbs())

    def main(self, begin: int, stop: int) -> Phrase | None:
        """The subject of the first main clause, else of the first clause."""
        found = self.read(begin, stop)
        return next((clause.phrase for clause in found if clause.main), found[0].phrase if found else None)

    def perceived(self, verb: int) -> Subject | None:
        """Who is heard at a verb: "him" in "she heard him say"."""
        lower = self._words.lower
        k = verb - 1
        if k < 1 or verb >= len(lower):
            return None
        if lower[k - 1] in PERCEIVES and lower[k] in OBJECTS:
            return Subject("pronoun", k, k, None, OBJECTS[lower[k]])
        for first in range(k, max(k - 4, 0), -1):
            phrase = self.at(first)
            if phrase and phrase.last == k and lower[first - 1] in PERCEIVES:
                return phrase.subject
        return None

    def subject_of(self, verb: int, begin: int) -> Subject | None:
        """Whose the verb is: the subject right before it, or one that waits for it, or the main clause's."""
        lower = self._words.lower
        if heard := self.perceived(verb):
            return heard
        k = verb - 1
        while k > begin and (lower[k].endswith("ly") or lower[k] in AUXILIARIES):
            k -= 1
        for first in range(k, max(k - 4, begin - 1), -1):
            if first in self._subjects.named and not self.governed(first):
                phrase = self.at(first)
                if phrase and phrase.last == k:
                    return phrase.subject
        found = self.read(begin, verb)
        if not found:
            return None
        if found[-1].phrase.last == k:
            return found[-1].phrase.subject
        main = [clause for clause in found if clause.main]
        waiting = [clause for clause in main if clause.waits] or [clause for clause in found if clause.waits]
        if (
            waiting
            and lower[verb - 1] == ","
            and not any(clause.phrase.last > waiting[-1].phrase.last for clause in main)
        ):
            return waiting[-1].phrase.subject
        return (main or found)[-1].phrase.subject

    def aside(self, verb: int, begin: int) -> bool:
        """Whether a verb stands in a clause beside the main one."""
        lower = self._words.lower
        for k in range(verb - 1, begin - 1, -1):
            if not lower[k][0].isalnum():
                return False
            if self._subordinates(k) and not self.governed(k):
                # "as I rose Ada called": the second subject is the main clause's
                return not any(clause.main for clause in self.read(k, verb))
        return False
