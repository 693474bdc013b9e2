"""Finds proper names of people, from capitals, word lists and the company a name keeps.

No tagger: whether a capitalised word names a person is decided from evidence gathered so far, in the manner of
"supersense from context" bootstrapping (Collins and Singer 1999): what stands before and after it, and what it is
made of. A name is held back until the evidence suffices; then its earlier occurrences are given out too.
"""

from fabula.annotators import lexicon
from fabula.annotators.naming.name import PARTICLES, Name, form_of
from fabula.annotators.naming.name_evidence import Evidence
from fabula.annotators.naming.no_names import is_date, stammered
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import GENITIVE, Words

HELD = 200
"""How many occurrences of an undecided form are kept."""

EPITHETS = frozenset("poor old dear little young good sweet dearest darling my great big beloved late honest".split())
SAME_TITLE = {
    "cap'n": "captain",
    "doctor": "dr",
    "mister": "mr",
    "capt": "captain",
    "col": "colonel",
    "gen": "general",
    "lieut": "lieutenant",
    "lt": "lieutenant",
    "sergt": "sergeant",
    "sgt": "sergeant",
    "prof": "professor",
    "rev": "reverend",
    "revd": "reverend",
    "mlle": "mademoiselle",
    "mme": "madame",
}
"""Spellings of one title."""
SHORTENED = frozenset(
    "mr mrs ms messrs mme mlle mm m dr st ste fr rev revd hon rt capt col gen lieut lt sergt sgt corp cpl pte maj adm "
    "cmdr comm prof insp supt gov sen rep pres dep det pt sr".split()
)
"""Titles behind which a full stop ends no sentence."""
DETERMINERS = frozenset("the a an this that every each no any some his her my your our their its another".split())
CLAUSE = frozenset("and but then when as if that while so because for".split())
"""Words behind which a name begins a clause."""
OPENS_NAME = frozenset(
    "mr mrs miss ms dr sir lady madame monsieur captain colonel professor inspector aunt uncle".split()
)
"""Titles before which another name ends: "Wednesday Miss Tallow" is not one name."""
STYLES = frozenset("reverend rev honourable honorable hon worshipful".split())
"""Titles before a full name that have an article: "the Reverend Paul Orchard" is no speaking name."""
RULERS = frozenset(
    "duke duchess earl king queen prince princess count countess marquis marquess marchioness baron baroness emperor "
    "empress viscount viscountess bishop archbishop sultan tsar czar".split()
)
"""Titles that go with a place: "the Countess of Tarrow"."""
ROMANS = frozenset("i ii iii iv v vi vii viii ix x xi xii".split())


class NameFinder:
    """Finds the names of each passage, knowing those before."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], Evidence] = {}
        self._known_words: dict[str, int] = {}
        self._lower: dict[str, int] = {}

    def find(self, words: Words) -> list[Name]:
        """Names of persons in the passage, and earlier occurrences of forms decided only now, in text order."""
        for word in words.text:
            if word.islower():
                self._lower[word] = self._lower.get(word, 0) + 1
        found: list[Name] = []
        touched: dict[tuple[str, ...], Evidence] = {}
        i = 0
        while i < len(words):
            name, after = self._name_at(words, i)
            if name:
                evidence = self._seen.setdefault(name.key, Evidence())
                evidence.weigh(name, words, self._known_words)
                evidence.held.append(name)
                touched[name.key] = evidence
            i = after
        for key, evidence in sorted(touched.items(), key=lambda item: -len(item[0])):  # "Mr. Pell" before "Pell"
            evidence.akin = evidence.akin or (len(key) == 1 and key[0] in self._known_words)
            if evidence.decided:
                found += evidence.held
                for part in evidence.held[0].words:
                    self._known_words[part] = self._known_words.get(part, 0) + 1
                evidence.held = []
            else:
                evidence.held = [_past(name) for name in evidence.held[-HELD:]]
        return sorted(found, key=lambda name: name.span)

    def _name_at(self, words: Words, i: int) -> tuple[Name | None, int]:
        """The name that begins at word `i`, and the word from which to go on."""
        if not _capital(words.text[i]):
            return None, i + 1
        titles: list[str] = []
        j = i
        while j < len(words) and _capital(words.text[j]) and (title := _title(words.lower[j])) in lexicon.titles():
            titles.append(SAME_TITLE.get(title, title))
            stopped = j + 1 < len(words) and words.text[j + 1] == "."
            if stopped and title not in SHORTENED:
                j += 1
                break
            j = _past_stop(words, j + 1)
            if j < len(words) and words.paragraph[j] != words.paragraph[i]:
                break
        start_of_names = j
        parts: list[str] = []
        last = j - 1
        while j < len(words) and words.paragraph[j] == words.paragraph[i] and words.quoted[j] == words.quoted[i]:
            if self._is_name_word(words, j, first=not parts and not titles, alone=not parts):
                parts.append(self._bare(words.lower[j]))
                last = j
                j += 1
                if len(parts[-1]) == 1 and j < len(words) and words.text[j] == ".":
                    last = j
                    j += 1
            elif not parts and set(titles[-1:]) & RULERS and self._is_of_place(words, j):
                parts.append(words.lower[j])
                j += 1
            elif (
                (parts or titles)
                and (k := _past_particles(words, j)) > j
                and k < len(words)
                and self._is_name_word(words, k, first=False, alone=False)
            ):
                parts += words.lower[j:k]
                j = k
            else:
                break
        if parts and len(parts) == 1 and len(parts[0]) == 1:
            parts = []
        article = i > 0 and words.lower[i - 1] == "the" and words.quoted[i - 1] == words.quoted[i]
        if parts:
            styled = STYLES & set(titles[:1]) or parts[0] == "of"
            return self._make(words, i, last, titles, parts, article and not styled), last + 1
        if len(titles) == 1 and not article and start_of_names == i + 1 and self._acts_alone(words, i):
            if words.lower[i] in lexicon.given_names():
                return self._make(words, i, i, [], [words.lower[i]], False), i + 1
            return self._make(words, i, i, titles, [], False), i + 1
        if titles and article and not words.initial[i]:
            return self._make(words, i, start_of_names - 1, titles, [], article), start_of_names
        return None, max(start_of_names, i + 1)

    def _is_of_place(self, words: Words, j: int) -> bool:
        following = j + 1 < len(words) and words.paragraph[j + 1] == words.paragraph[j]
        return following and words.lower[j] == "of" and self._is_name_word(words, j + 1, first=False, alone=False)

    def _acts_alone(self, words: Words, i: int) -> bool:
        """Whether a title without an article is somebody's name: "Earl laughed", “Yes,” said Doctor."""
        before = words.lower[i - 1] if i else ""
        after = words.lower[i + 1] if i + 1 < len(words) else ""
        if before in DETERMINERS or before in EPITHETS or self._lower.get(words.lower[i]):
            return False
        if words.lower[i] in lexicon.given_names():
            return words.lower[i] in self._known_words or is_verb(after) or before in lexicon.speech_verbs()
        return _speaks(words, i)

    def _bare(self, lower: str) -> str:
        """A word of a name without the suffix that respect or affection gives it: "Sorano-kun", "Mara-bear"."""
        plain = _plain(lower)
        base, hyphen, suffix = plain.rpartition("-")
        if hyphen and (suffix in lexicon.honorific_suffixes() or base in self._known_words):
            return base
        return plain

    def _make(self, words: Words, i: int, last: int, titles: list[str], parts: list[str], article: bool) -> Name:
        return Name(words.span(i, last), form_of(words, i, last), tuple(titles), tuple(parts), article, i, last)

    def _is_name_word(self, words: Words, j: int, *, first: bool, alone: bool) -> bool:
        word, lower = words.text[j], _plain(words.lower[j])
        if not _capital(word) or (lower == "i" and alone):
            return False
        if len(lower) > 1 and word.isupper() and lower not in self._known_words and lower not in lexicon.given_names():
            return lower in ROMANS and not alone
        if is_date(words, j) and lower not in self._known_words:
            return False
        if (word_meant := stammered(lower)) and word_meant not in self._known_words:
            return False  # "Y-yes" is nobody
        if lower in lexicon.function_words() or lower in lexicon.interjections():
            named = lower in self._known_words or lower in lexicon.calendar_words()  # "dear May", not "May I"
            return named and not words.initial[j]
        if not alone and lower in OPENS_NAME:
            return False
        if alone and lower in lexicon.calendar_words() and j + 1 < len(words) and _capital(words.text[j + 1]):
            return False  # "in April Daisy came" names nobody April Daisy
        usual = lexicon.common_words().get(lower)
        if words.initial[j] and first:
            if lower in self._known_words:
                return usual is None or self._lower.get(lower, 0) <= self._known_words[lower]
            if lower in lexicon.given_names():
                return usual is None or usual > 500
            return usual is None and lower not in self._lower and len(word) > 2 and not lower.endswith(("ing", "ly"))
        if lower in EPITHETS and alone:
            return False
        if lower in lexicon.demonyms() and alone:
            following = words.lower[j + 1] if j + 1 < len(words) else ""
            begins = j == 0 or not words.lower[j - 1][0].isalpha() or words.lower[j - 1] in CLAUSE
            return _speaks(words, j) or (begins and lower in self._known_words and is_verb(following))
        return True


def _speaks(words: Words, i: int) -> bool:
    """Whether a lone word at `i` is the subject of a verb of speech beside it."""
    before = words.lower[i - 1] if i else ""
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    verbs = lexicon.speech_verbs()
    if words.quoted[i] >= 0:
        return False
    if before in verbs:
        goes_on = after[:1].isalpha() and not is_verb(after) and not after.endswith("ly")
        return verbs[before] not in lexicon.weak_speech_verbs() and not goes_on
    begins = not before[:1].isalpha() or before in CLAUSE
    return begins and after in verbs and verbs[after] not in lexicon.weak_speech_verbs() and after != verbs[after]


def _past(name: Name) -> Name:
    return Name(name.span, name.form, name.titles, name.words, name.article)


def _capital(word: str) -> bool:
    return word[0].isupper() and word[0].isalpha()


def _plain(lower: str) -> str:
    """A word without possessive ending and full stop."""
    if lower.endswith(GENITIVE):
        lower = lower[:-2]
    return lower.rstrip(".")


def _title(lower: str) -> str:
    """A word as the list of titles spells it: "cap'n" whichever apostrophe it has."""
    return _plain(lower).replace("’", "'")


def _past_particles(words: Words, j: int) -> int:
    """The first word from `j` on that is no particle; a name has three of them at most."""
    k = j
    while k < min(j + 3, len(words)) and words.lower[k] in PARTICLES:
        k += 1
    return k


def _past_stop(words: Words, j: int) -> int:
    return j + 1 if j < len(words) and words.text[j] == "." else j
