"""Whether a capitalised form names a person: what has spoken for it and against it so far."""

from collections.abc import Container
from dataclasses import dataclass, field

from fabula.annotators import lexicon
from fabula.annotators.naming.name import Name
from fabula.annotators.naming.no_names import is_house
from fabula.annotators.verbs import is_verb
from fabula.annotators.words import GENITIVE, Words

ENOUGH = 2.0
"""Evidence at which a capitalised form counts as a person's name."""
OFTEN = 2
"""Cues that name "the Phantom" as who speaks, after which it is a person's name whatever else is said of it."""
LOCATIVES = frozenset("in on at into near toward towards from through beyond outside across inside around".split())
FONDLY = frozenset("poor old dear dearest darling young little".split())
"""Words that stand before a person's name rather than before a place's or a day's."""
SIGNS = frozenset("admiral general commodore captain lord duke marquis earl king queen".split())
"""Titles of those after whom inns and ships are called."""
PLACES_BEFORE = frozenset("castle mount lake fort port cape loch isle hotel villa camp".split())
"""First words of names that are no person's."""
SAINTS = frozenset({"saint", "st", "san", "santa", "sainte"})
"""Titles that places bear, too."""
ORGANISATIONS = frozenset(
    "company council club society committee bank college university school church army navy police office department "
    "government corporation association league union ministry regiment party order press times gazette news "
    "herald".split()
)
"""Last words of names that are no person's."""


@dataclass(slots=True)
class Evidence:
    """What was seen of a capitalised form so far.

    `akin` says that it is part of another name that is a person's; `speaks` counts the cues in which it does with an
    article; `held` are occurrences not yet given out.
    """

    person: float = 0.0
    other: float = 0.0
    count: int = 0
    akin: bool = False
    speaks: int = 0
    held: list[Name] = field(default_factory=list)

    @property
    def decided(self) -> bool:
        """Whether the form names a person."""
        return self.speaks >= OFTEN or self.person - self.other + (ENOUGH if self.akin else 0.0) >= ENOUGH

    def weigh(self, name: Name, words: Words, known: Container[str]) -> None:
        """Adds what an occurrence says; `known` are the words of names that are persons'."""
        self.count += 1
        i, j = name.first - name.article, name.last + 1
        before = words.lower[i - 1] if i else ""
        after = words.lower[j] if j < len(words) else ""
        if name.words and name.words[-1] in lexicon.place_nouns() and len(name.key) > 1:
            self.other += 2 if not name.titles else 4
        if len(name.words) > 1 and name.words[0] in PLACES_BEFORE:
            self.other += 3
        if name.titles and name.titles[0] not in SAINTS:
            if name.article and name.words and name.titles[0] in SIGNS:
                self.other += 6 if is_house(words, name.first, after) else 1  # "at the Admiral Vane" is no admiral
            else:
                self.person += 3
            return
        if " ".join(name.words) in lexicon.places():
            self.other += 2
        dated = name.words[0] in lexicon.calendar_words()
        if not dated and (name.words[0] in lexicon.given_names() or name.words[0] in lexicon.nicknames()):
            rare = lexicon.common_words().get(name.words[0], 1000) > 500
            self.person += 2 if rare else 0.7
        elif len(name.words) > 1 and (len(name.words[0]) == 1 or any(part in known for part in name.words)):
            self.person += 1.5
        usual = lexicon.common_words().get(name.words[0]) if len(name.words) == 1 else None
        if usual is not None and usual < 500 and self.count == 1:
            self.other += 1.0
        if dated and self.count == 1:
            self.other += 0.7
        if before in FONDLY:
            self.person += 0.7
        if name.words[-1] in ORGANISATIONS:
            self.other += 3
        if name.article:
            family = name.words[-1].endswith("s") and name.words[-1][:-1] in known
            self.person += 3.0 if family else 0.0
            kind = name.words[-1] in lexicon.person_nouns() or name.words[-1] in lexicon.animal_nouns()
            self.person += 1.0 if kind else 0.0
            self.other += 0.0 if kind else 1.0
        if before in LOCATIVES:
            self.other += 0.8
        speech = lexicon.speech_verbs()
        if after in speech or before in speech:
            weak = (after if after in speech else before) in lexicon.weak_speech_verbs()
            cue = not weak and _is_cue(words, i)
            self.person += 0.7 if weak else 2.0 if cue else 1.5
            self.speaks += cue and name.article and name.words[-1] not in ORGANISATIONS
        elif before not in LOCATIVES and before not in ("of", "to") and (is_verb(after) or after == "is"):
            self.person += 0.7
        if after in GENITIVE:
            self.person += 0.1
        if words.quoted[i] >= 0 and before in (",", "“", '"', "‘", "'", "") and after in (",", "!", "?", ".", "”", '"'):
            self.person += 0.7
        if after in ("and", "or") and j + 1 < len(words) and words.lower[j + 1] in ("i", "he", "she"):
            self.person += 0.7
        if after in (",", "") and j + 1 < len(words) and words.lower[j + 1] == "who":
            self.person += 1.5


def _is_cue(words: Words, first: int) -> bool:
    """Whether a name and the one word beside it stand right behind a quotation: “No,” said Garrow."""
    if words.quoted[first] >= 0 or not first:
        return False
    return words.quoted[first - 1] >= 0 or (first > 1 and words.quoted[first - 2] >= 0)
