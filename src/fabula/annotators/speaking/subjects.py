"""Subjects in narration: who a clause near a quotation is about, without a parser."""

from dataclasses import dataclass
from typing import Literal

from fabula.annotators import lexicon
from fabula.annotators.words import GENITIVE, Words

SUBJECT_PRONOUNS = frozenset({"he", "she", "i", "they", "we", "it"})
INDEFINITE = frozenset("somebody someone one nobody everybody everyone another others both all neither".split())
DETERMINERS = frozenset("the a an his her my their our its your this that these those another one some".split())
POSSESSIVES = frozenset({"his", "her", "my", "their", "our", "its", "your"})
WITHIN = frozenset(
    "little other own same one very two three four five six first second third fourth fifth last next former "
    "latter".split()
)
"""Function words that may stand inside a description."""
VOICES = frozenset({"voice", "voices", "whisper"})
SPEAKERS = frozenset({"the", "a", "an", "one", "another"})
PARTITIVES = frozenset({"one", "another", "some", "several", "two", "both"})
OBJECTIVE = frozenset({"them", "us", "you"})
UTTERANCES = frozenset(
    "word words truth following same rest thing things name names grace lie lies way time sentence line lines last "
    "least latter former lesson lessons song verse verses letter letters table tables alphabet bell door".split()
)
"""What one may say, tell, read or ask, so that it is no speaker: "said the words"."""
NOUN_PHRASE = 6
"""Words that a noun phrase may have before its head."""

Kind = Literal["name", "pronoun", "noun"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A name, a pronoun or a description of a person, from word `first` to word `last`.

    `entity` is set for names, `head` is the pronoun or the head noun in lower case, empty for names. `owner` is the
    possessive that opens a description ("her" in "her brother"), or the entity that a genitive names, else `None`.
    """

    kind: Kind
    first: int
    last: int
    entity: str | None
    head: str
    owner: str | None = None


class Subjects:
    """Finds subjects in one passage.

    `named` maps the first word of each name to its last word and its entity; `stated` are subject pronouns that a
    person has stated for the cast, beside the usual ones.
    """

    def __init__(
        self, words: Words, named: dict[int, tuple[int, str]], *, stated: frozenset[str] = frozenset()
    ) -> None:
        self.words = words
        self.named = named
        self._pronouns = SUBJECT_PRONOUNS | stated

    def at(self, i: int) -> Subject | None:
        """The name, pronoun or description that begins at word `i`."""
        words = self.words
        if i >= len(words):
            return None
        if i in self.named:
            last, entity = self.named[i]
            if last + 1 < len(words) and words.lower[last + 1] in GENITIVE:
                return self._noun(i, last + 2, owner=entity)
            return Subject("name", i, last, entity, "")
        word = words.lower[i]
        if word in self._pronouns:
            return Subject("pronoun", i, i, None, word)
        if word in INDEFINITE and word not in ("one", "another", "all"):
            return Subject("noun", i, i, None, word)
        if word in DETERMINERS:
            # "the Captain" may be a name that begins after its article, "old Mr. Tallow" one after an adjective
            for k in range(i + 1, min(i + 4, len(words))):
                if k in self.named and words.lower[i] not in POSSESSIVES:
                    return self.at(k)
                if not words.text[k][0].isalpha() or words.lower[k] in lexicon.function_words():
                    break
            return self._noun(i, i + 1, owner=word if word in POSSESSIVES else None)
        if i + 1 in self.named and word in ("old", "poor", "little", "young", "dear", "good", "honest", "great"):
            return self.at(i + 1)
        return None

    def speaker_at(self, i: int) -> Subject | None:
        """As `at`, beside a verb of speaking, where any noun is a speaker: "the zilk", "one of the boys", "another"."""
        words = self.words
        if i >= len(words) or (subject := self.at(i)):
            return subject if i < len(words) else None
        word = words.lower[i]
        of = word in PARTITIVES and words.lower[i + 1 : i + 2] == ["of"]
        if not of and word not in SPEAKERS:
            return None
        start = i + 2 if of else i + 1
        head = i if of or word in PARTITIVES else -1
        for k in range(start, min(start + NOUN_PHRASE, len(words))):
            noun = words.lower[k]
            if of and k == start and noun in DETERMINERS | OBJECTIVE:
                head = k
                continue
            if (
                not noun[0].isalpha()
                or words.quoted[k] != words.quoted[i]
                or noun.endswith("ly")
                or (noun in lexicon.function_words() and noun not in WITHIN)
                or (head > i and noun in lexicon.speech_verbs())
            ):
                break
            head = k
        else:
            return None
        if head < 0 or words.lower[head] in UTTERANCES or words.lower[head] in lexicon.speech_nouns():
            return None
        return Subject("noun", i, head, None, words.lower[i] if of or head == i else words.lower[head])

    def _noun(self, first: int, i: int, *, owner: str | None) -> Subject | None:
        """A description whose head is the first person noun, or run of them, from word `i` on."""
        words = self.words
        nouns, plural, animals = lexicon.person_nouns(), lexicon.plural_person_nouns(), lexicon.animal_nouns()
        for k in range(i, min(i + NOUN_PHRASE, len(words))):
            word = words.lower[k]
            if not (word[0].isalpha() or word == ",") or words.quoted[k] != words.quoted[first]:
                return None
            if word == "other" and k == i and words.lower[first] == "the" and not _goes_on(words, k):
                return Subject("noun", first, k, None, word, owner)
            head = word if word in nouns else word.rpartition("-")[2]
            if head in nouns or word in plural or word in animals or word in VOICES:
                while k + 1 < len(words) and words.lower[k + 1] in nouns:
                    k += 1
                return Subject("noun", first, k, None, words.lower[k], owner)
            if word in lexicon.function_words() and word not in WITHIN:
                return None
        return None


def _goes_on(words: Words, k: int) -> bool:
    """Whether a noun follows, so that "the other" does not stand alone."""
    following = words.lower[k + 1] if k + 1 < len(words) else ""
    return following in lexicon.person_nouns() or following in lexicon.plural_person_nouns() or following in WITHIN
