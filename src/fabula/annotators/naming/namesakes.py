"""Two people who were taken for one: a father and his son, "Mr. Orchard" and "Paul".

"Paul Orchard" may be the full name of the Mr. Orchard who was met before. But who tells the story does not call one man
by both in a sentence, again and again: "Mr. Orchard looked at Paul." Nor is he "young Paul" beside himself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fabula.annotators import lexicon
from fabula.annotators.naming.name import Name
from fabula.annotators.naming.name_parts import parse
from fabula.annotators.naming.person import Person
from fabula.annotators.words import Words

SURNAME = "mr"
"""The side of whoever is called "Mr." and a surname; every other side is a given name."""
TWICE, THRICE = 2, 3
"""Sentences that tell "Mr. Orchard" from "Paul", and those that tell "Mary" from "May"."""
OFTEN = 6
"""Times that each, "Mr. Orchard" and "Paul", must have been named: "Mr. Orchard" may once be said of Paul, too."""
RARE = 10
"""So many times as often as "Mr. Orchard" may Paul be named at most, or he the less often."""
SELDOM = 12
"""Times that the rarer of them may be named for each sentence that tells them apart."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody called in two ways in one sentence; `names` stand in it, `sides` are what tells them apart."""

    entity: str
    names: tuple[Name, Name]
    sides: tuple[str, str]

    def moved(self, person: Person) -> set[tuple[str, ...]]:
        """The keys of the names that are not theirs, but somebody else's: the rarer ones of the two sides."""
        return min(self._keys(person), key=lambda keys: (_uses(person, keys), sorted(keys)))

    def is_told(self, person: Person, signs: int) -> bool:
        """Whether so many signs are enough for how often each side has been named."""
        if SURNAME not in self.sides:
            return signs >= THRICE
        few, many = sorted(_uses(person, keys) for keys in self._keys(person))
        return signs >= TWICE and few >= OFTEN and few * RARE >= many and signs * SELDOM >= few

    def _keys(self, person: Person) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
        """The keys of both sides; beside "Mr. Orchard" stand all given names, and with him what is on no side."""
        by_side = {key: side(name) for key, name in person.named.items()}
        if SURNAME in self.sides:
            given = {key for key, one in by_side.items() if one not in (None, SURNAME)}
            return given, by_side.keys() - given
        one, other = ({key for key, on in by_side.items() if on == wanted} for wanted in self.sides)
        return one, other


class Namesakes:
    """Counts what tells two people apart to whom one name was given: sentences that name both, and "young Paul"."""

    def __init__(self) -> None:
        self._seen = Counter[tuple[str, str]]()

    def clashes(self, words: Words, named: Sequence[tuple[Name, Person]]) -> Iterator[Clash]:
        """Those of a passage that are one too many; its `named` stand in text order."""
        for person, one, other in (*_together(words, named), *_young(words, named)):
            sides = (side(one), side(other))
            if None in sides or sides[0] == sides[1] or person.surname in sides or person.fixed:
                continue
            clash = Clash(person.id, (one, other), (str(sides[0]), str(sides[1])))
            what = SURNAME if SURNAME in sides else " ".join(sorted(clash.sides))
            self._seen[person.id, what] += 1
            if clash.is_told(person, self._seen[person.id, what]):
                yield clash


def side(name: Name) -> str | None:
    """What tells a name from those of namesakes; `None` where nothing does."""
    if name.article:
        return None
    if name.titles:
        return SURNAME if name.titles == ("mr",) and len(name.words) == 1 else None
    given = parse(name).given or (name.words[0] if len(name.words) == 1 else "")
    known = given in lexicon.given_names() or given in lexicon.nicknames()
    return given if known else None


def _together(words: Words, named: Iterable[tuple[Name, Person]]) -> Iterator[tuple[Person, Name, Name]]:
    """Every two names of somebody that stand in one sentence of narration, each form once."""
    sentence, numbers = 0, list[int]()
    for initial in words.initial:
        sentence += initial
        numbers.append(sentence)
    told: dict[tuple[str, int], tuple[Person, list[Name]]] = {}
    for name, person in named:
        if words.quoted[name.first] < 0:
            _, names = told.setdefault((person.id, numbers[name.first]), (person, []))
            if all(name.key != other.key for other in names):
                names.append(name)
    for person, names in told.values():
        yield from ((person, one, other) for one, other in combinations(names, 2))


def _young(words: Words, named: Iterable[tuple[Name, Person]]) -> Iterator[tuple[Person, Name, Name]]:
    """ "Young Paul" beside the "Mr. Orchard" who he was taken for."""
    for name, person in named:
        if name.first > 0 and words.lower[name.first - 1] == "young" and side(name) != SURNAME:
            elder = next((one for one in person.named.values() if side(one) == SURNAME), None)
            if elder:
                yield person, name, elder


def _uses(person: Person, keys: Iterable[tuple[str, ...]]) -> int:
    return sum(person.uses[key] for key in keys)
