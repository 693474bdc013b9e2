"""Who bears which name: matches a name to somebody already met, or says that it is somebody new.

Names are taken apart into title, given names and surname; two names may belong to one person if none of these
clash (the approach of Davis, Elson and McKeown 2003 and of Vala et al. 2015, made incremental).
"""

import math
from dataclasses import dataclass, field

from fabula.annotators import lexicon
from fabula.annotators.naming.names import PARTICLES, Name
from fabula.layers import AliasKind

GIVEN_TITLES = frozenset(
    "sir lady dame miss master aunt uncle father brother sister king queen prince princess saint st mother cousin "
    "granny grandma grandpa auntie nurse don donna lord".split()
)
"""Titles that stand before a given name, too."""
HIGH = frozenset("sir lady lord dame king queen prince princess aunt uncle".split())
"""Titles that nobody puts before a pet name of somebody else's; neither they nor officers go by pet names."""
CLASHES = (
    frozenset({"mrs", "miss"}),
    frozenset({"lady", "miss"}),
    frozenset({"mr", "master"}),
    frozenset({"mr", "sir"}),
)
WOMEN = frozenset("mrs miss lady madam madame mlle mademoiselle dame queen princess duchess countess frau".split())
RANKS = frozenset(
    "captain capt major colonel col general admiral commodore lieutenant sergeant corporal commander sir lord mr "
    "reverend rev bishop father brother king prince duke count baron earl squire monsieur".split()
)
"""Titles that, in the fiction of most periods, a woman does not share with her husband or father."""
MILITARY = frozenset("captain major colonel general admiral commodore lieutenant sergeant corporal".split())
"""Ranks of which one person bears one, and no plain Mr. with it."""
LEARNED = frozenset("dr professor inspector judge".split())
"""Titles of office, of which a family rarely has two."""
YOUNGER = 1.5
"""How well "Miss Harlow" fits somebody who goes by "Miss Anne": she has an elder sister, who may be meant."""
OFTEN = 0.4
"""Weight of how often somebody bore a name; a namesake who is near often means more."""
LISTED = 2.5
"""What the list of given names says of the gender of whoever bears one."""
BEGINNING = 3
"""Letters that the beginning of a given name must have to stand for it."""
AKIN = 2
"""Letters with which two pet names of one person begin alike: "Bill" and "Billy"."""
PASSING = 3
"""Names by which somebody was called in passing only."""
WELL = 20
"""Times that the bare surname of somebody well known has been used."""
FEW = 10
"""Names by which somebody was called before a lone officer of the surname is no longer taken for them."""
JUST = 4000
"""Code points within which "Mrs. Paul Orchard" is called "Mrs. Orchard" for short."""
FADE = 600.0
"""Code points over which the nearness of a namesake halves its weight."""


@dataclass(slots=True)
class Person:
    """What is known of one bearer of names. `uses` counts each name key; `last` is where they were last named."""

    id: str
    given: str | None = None
    surname: str | None = None
    single: str | None = None
    titles: set[str] = field(default_factory=set)
    uses: dict[tuple[str, ...], int] = field(default_factory=dict)
    he: float = 0.0
    she: float = 0.0
    last: int = 0
    fixed: bool = False

    @property
    def gender(self) -> str | None:
        """`he` or `she` where the evidence is clear, else `None`."""
        if self.he - self.she >= 2 and self.he >= 2 * self.she:
            return "he"
        if self.she - self.he >= 2 and self.she >= 2 * self.he:
            return "she"
        return None

    def goes_by(self, surname: str | None) -> bool:
        """Whether they have this surname, or this as their only name."""
        return surname is not None and surname in (self.surname, self.single)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name taken apart. A lone word is `single`: given name or surname, nobody knows yet."""

    given: str | None
    surname: str | None
    single: str | None
    gender: str | None
    titles: tuple[str, ...]
    kind: AliasKind


def parse(name: Name) -> Parsed:
    """Takes a name apart."""
    genders = lexicon.titles()
    gender = next((genders[title] for title in name.titles if genders.get(title)), None)
    words = name.words
    descriptive = bool(words) and (words[-1] in lexicon.animal_nouns() or words[-1] in lexicon.titles())
    called = bool(words) and words[0] in lexicon.given_names()  # "Robert Fox", not "Old Fox"
    if name.article or not words or (descriptive and len(words) > 1 and not name.titles and not called):
        single = " ".join(words) if words else None
        noun = lexicon.person_nouns().get(words[-1]) if words else None
        kind: AliasKind = "epithet" if name.article or descriptive else "titled"
        return Parsed(None, None, single, gender or noun, name.titles, kind)
    if len(words) == 1:
        (word,) = words
        if not name.titles:
            kind = "nickname" if word in lexicon.nicknames() else "given"
            gender = lexicon.given_names().get(word)
            return Parsed(None, None, word, gender, (), kind if gender or kind == "nickname" else "surname")
        usual = lexicon.given_names().get(word, "")
        if name.titles[-1] in GIVEN_TITLES and name.titles[-1] not in ("miss", "lady", "lord"):
            return Parsed(word, None, None, gender or usual or None, name.titles, "titled")
        if usual != "" and (gender is None or usual is None or usual == gender):
            return Parsed(None, None, word, gender or usual, name.titles, "titled")
        return Parsed(None, word, None, gender, name.titles, "titled")
    given = words[0]
    surname = words[-1]
    if words[0] in PARTICLES or (len(words) > 2 and words[1] in PARTICLES):
        split = 0 if words[0] in PARTICLES else 1
        given, surname = (words[0] if split else ""), " ".join(words[split:])
    if "mrs" in name.titles and lexicon.given_names().get(given) == "he":
        return Parsed(None, " ".join(words), None, "she", name.titles, "titled")
    gender = gender or lexicon.given_names().get(given)
    kind = "initials" if len(given) == 1 else "titled" if name.titles else "full"
    return Parsed(given or None, surname, None, gender, name.titles, kind)


class People:
    """Everyone who has borne a name so far."""

    def __init__(self) -> None:
        self.persons: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_title: dict[str, list[Person]] = {}

    def enter(self, person: Person) -> None:
        """Adds somebody new."""
        self.persons[person.id] = person

    def is_surname(self, word: str) -> bool:
        """Whether somebody met so far has this surname."""
        return any(person.surname == word for person in self._by_word.get(word, ()))

    def find(self, name: Name, parsed: Parsed, near: int) -> Person | None:
        """Who bears this name at position `near`; `None` if nobody met so far."""
        pool: dict[str, Person] = {}
        head = parsed.single.split()[-1] if parsed.single else None
        words = [word for word in (parsed.given, parsed.surname, parsed.single, head) if word]
        for word in words:
            for variant in filter(None, (word, _plain_form(word), *lexicon.nicknames().get(word, ()))):
                for person in self._by_word.get(variant, ()):
                    pool.setdefault(person.id, person)
        if name.titles and not parsed.given:
            for person in self._by_title.get(name.titles[-1], ()):
                pool.setdefault(person.id, person)
        scores = {
            person.id: score
            for person in pool.values()
            if (score := self._match(name, parsed, person, near)) is not None
        }
        if parsed.given and any(pool[entity].goes_by(parsed.surname) for entity in scores):
            scores = {
                entity: score
                for entity, score in scores.items()
                if pool[entity].goes_by(parsed.surname) or parsed.given in (pool[entity].given, pool[entity].single)
            }
        younger = {entity for entity in scores if _is_younger(name, pool[entity])}
        if younger and not any(name.key in pool[entity].uses for entity in scores.keys() - younger):
            scores = {entity: score for entity, score in scores.items() if entity not in younger}
        best, best_score = None, -math.inf
        for entity, score in scores.items():
            person = pool[entity]
            if entity in younger:
                score = min(score, YOUNGER)
            score += OFTEN * math.log1p(person.uses.get(name.key, 0))
            score -= 0.5 * math.log1p(max(0, near - person.last) / FADE)
            if score > best_score:
                best, best_score = person, score
        return best or self._well_known(parsed)

    def _well_known(self, parsed: Parsed) -> Person | None:
        """The only bearer of a surname, if they mostly go by it: any new title before it is theirs."""
        surname = parsed.surname or parsed.given
        if not parsed.titles or not surname or (parsed.given and parsed.surname):
            return None
        bearers = [person for person in self._by_word.get(surname, ()) if surname in (person.surname, person.single)]
        if len(bearers) != 1 or bearers[0].fixed or parsed.gender not in (None, bearers[0].gender):
            return None
        bare, all_ = bearers[0].uses.get((surname,), 0), sum(bearers[0].uses.values())
        return bearers[0] if bare >= WELL and 2 * bare >= all_ and not WOMEN & set(parsed.titles) else None

    def _match(self, name: Name, parsed: Parsed, person: Person, near: int) -> float | None:
        """How well a name fits somebody; `None` if it cannot be theirs."""
        if name.key in person.uses:
            return 3.0
        if person.fixed:
            return None
        gender = _as_surname(person) if parsed.gender == "he" and parsed.surname == person.single else person.gender
        if parsed.gender and gender and parsed.gender != gender and (parsed.titles or parsed.given):
            return None
        own = person.titles
        titles = set(parsed.titles)
        if _clash(titles, own):
            return None
        if not parsed.given and not parsed.surname and not parsed.single:
            return 1.0 if name.titles[-1] in own else None
        if parsed.single and person.single and _same_epithet(parsed.single, person.single):
            return 2.0
        if name.article:
            return None
        if parsed.single:
            return self._match_single(parsed.single, bool(parsed.titles), person)
        if titles & {"mrs", "miss"} and person.single == parsed.surname and not own and person.gender != "she":
            return None  # a bare surname is rather a man's
        if parsed.surname and not (person.given or person.surname or person.single):
            return 0.5 if name.titles and name.titles[-1] in own and near - person.last < JUST else None
        score = 0.0
        given, surname = person.given, person.surname
        if _goes_on(name, person):
            return 3.0
        if person.single:
            if parsed.given and _is_given(parsed.given, person):
                given = person.single
            elif parsed.surname and (parsed.surname == person.single or _same_epithet(parsed.surname, person.single)):
                surname = parsed.surname
            else:
                return None
        if parsed.given and given:
            short = parsed.surname == surname and _begins(parsed.given, given)
            if parsed.given != given and (
                HIGH & own or HIGH & titles or not (short or _same_given(parsed.given, given))
            ):
                return None
            score += 3
        if parsed.surname and surname:
            if parsed.surname != surname and not _is_wifes(parsed, person, near):
                return None
            score += 1
        if not score:
            return None
        if given and not parsed.given and "mrs" in parsed.titles and "mrs" not in own:
            return None
        if parsed.given and not given and "mrs" in own and "mrs" not in parsed.titles:
            return None
        if "mr" in titles and given and not parsed.given and "mr" not in own and self._has_elders(surname or ""):
            return None
        if own & titles:
            score += 1
        return score

    def _match_single(self, word: str, titled: bool, person: Person) -> float | None:
        """How well a lone word fits somebody. A bare surname is a man's rather than a woman's in most fiction."""
        if not titled and "mrs" in person.titles and not person.given:
            return None
        woman = -1.5 if person.gender == "she" and not titled else 0.0
        if word in (person.surname, _bare(person.surname)):
            return 2.0 + woman
        if word == person.single:
            return 1.5 if person.titles <= GIVEN_TITLES else 1.5 + woman
        if word == person.given:
            return 2.5
        if titled or person.titles & (HIGH | MILITARY):
            return None
        called = (person.given, person.surname, (person.single or "").split(" ")[-1])
        if (plain := _plain_form(word)) and plain in called:
            return 1.75
        own = person.given or person.single
        return 1.75 if own and _same_given(word, own) else None

    def _has_elders(self, surname: str) -> bool:
        """Whether a bare Mr. of this surname is rather somebody's father: his wife is known, or a son's wife.

        The younger Mrs. bears her husband's given name ("Mrs. Charles Musgrove").
        """
        return any("mrs" in other.titles and not other.given for other in self._by_word.get(surname, ()))

    def learn(self, person: Person, name: Name, parsed: Parsed, position: int) -> bool:
        """Notes that somebody bears this name; says whether the form is new for them."""
        fresh = name.key not in person.uses
        person.uses[name.key] = person.uses.get(name.key, 0) + 1
        person.last = max(person.last, position)
        if not fresh:
            return False
        if parsed.given and parsed.gender == "he" and parsed.surname == person.single:
            person.he, person.she = _without_list(person)
        weight = 4.0 if parsed.titles else LISTED if parsed.kind in ("full", "given", "nickname") else 1.0
        if parsed.gender == "he":
            person.he += weight
        elif parsed.gender == "she":
            person.she += weight
        for title in parsed.titles:
            person.titles.add(title)
            self._by_title.setdefault(title, []).append(person)
        if parsed.single and not person.given and not person.surname:
            person.single = max(parsed.single, person.single or "", key=lambda single: len(single.split()))
        if parsed.given and not person.given:
            person.given = parsed.given
        if parsed.surname and (not person.surname or _goes_on(name, person, longer=True)):
            person.surname = parsed.surname
        if person.given or person.surname:
            if person.single and person.single not in (person.given, person.surname):
                if person.given and _same_given(person.single, person.given):
                    pass
                elif not person.given:
                    person.given = person.single
            person.single = None if person.given and person.surname else person.single
        last = (parsed.surname or parsed.single or " ").split(" ")[-1]
        for word in dict.fromkeys((parsed.given, parsed.surname, parsed.single, last)):
            if word and person not in self._by_word.setdefault(word, []):
                self._by_word[word].append(person)
            for long in lexicon.nicknames().get(word or "", ()):
                if person not in self._by_word.setdefault(long, []):
                    self._by_word[long].append(person)
        return True

    def bare_surname(self, parsed: Parsed, person: Person) -> Person | None:
        """Somebody known only by the surname of a full name that was just learnt for `person`.

        Without a title, or with the very title of the full name, unless it is one that a family shares. A "Mr." of the
        surname too, if nobody else bears it and `person` was hardly met by the given name, as a son would be; an
        officer or a doctor also if `person` was met somewhat more.
        """
        own = {title for title in parsed.titles if title not in ("mr", "miss", "master", "lady", "lord", "sir")}
        bearers = self._by_word.get(parsed.surname or "", [])
        alone: set[str] = set()
        if len(bearers) == 2 and person.gender != "he":
            alone = {"miss"}
        elif len(bearers) == 2:
            met = sum(person.uses.values())
            alone = {"mr"} if met <= PASSING else set()
            alone |= LEARNED | MILITARY if met <= FEW else set()
        for other in bearers:
            if (
                other is not person
                and not other.given
                and ((other.single == parsed.surname and not other.titles) or other.titles & (own | alone))
                and not other.fixed
                and not _clash(person.titles, other.titles)
                and not (other.gender and person.gender and other.gender != person.gender)
            ):
                return other
        return None

    def absorb(self, early: Person, late: Person) -> None:
        """Makes two persons one, who keeps the identity of the earlier."""
        for key, count in late.uses.items():
            early.uses[key] = early.uses.get(key, 0) + count
        early.titles |= late.titles
        early.given, early.surname = early.given or late.given, early.surname or late.surname
        early.he, early.she = early.he + late.he, early.she + late.she
        early.last = max(early.last, late.last)
        if early.given and early.surname:
            early.single = None
        for table in (self._by_word, self._by_title):
            for bearers in table.values():
                if late in bearers:
                    bearers.remove(late)
                    if early not in bearers:
                        bearers.append(early)
        self.persons[late.id] = early


def _goes_on(name: Name, person: Person, *, longer: bool = False) -> bool:
    """Whether a name is two or more words that begin another of the person's: "Hannah May" and "Hannah May Orchard".

    `longer`: whether it is the longer one.
    """
    words = name.words
    others = (key for key in person.uses if len(key) > 1 and key[0] not in lexicon.titles() and len(words) > 1)
    return any(
        (words[: len(key)] == key and len(words) > len(key)) or (not longer and key[: len(words)] == words)
        for key in others
    )


def _is_wifes(parsed: Parsed, person: Person, near: int) -> bool:
    """Whether "Mrs. Orchard" is "Mrs. Paul Orchard", who was named just before."""
    full = (person.surname or "").split()
    just = near - person.last < JUST
    return just and "mrs" in parsed.titles and "mrs" in person.titles and len(full) == 2 and full[1] == parsed.surname


def _without_list(person: Person) -> tuple[float, float]:
    """The evidence for `he` and for `she`, but for a surname that is on the list: "Shirley"."""
    usual = lexicon.given_names().get(person.single or "")
    return person.he - LISTED * (usual == "he"), person.she - LISTED * (usual == "she")


def _as_surname(person: Person) -> str | None:
    """The gender of whoever goes by a lone name, if that is a surname. Such a one is a man's rather than a woman's."""
    he, she = _without_list(person)
    return Person(person.id, he=he, she=she).gender


def _is_given(given: str, person: Person) -> bool:
    """Whether somebody's only name can be this given name: "Tom" is no "Mr. Thomas", whose name is a surname."""
    if given == person.single:
        return True
    return not person.titles - GIVEN_TITLES and _same_given(given, person.single or "")


def _is_younger(name: Name, person: Person) -> bool:
    """Whether a name is a "Miss Harlow" and the person goes by "Miss Anne", and so has an elder sister."""
    called = ("miss", person.given)
    return name.titles == ("miss",) and len(name.words) == 1 and name.key != called and called in person.uses


def _same_epithet(one: str, other: str) -> bool:
    """Whether two speaking names can be one's: "the Rat" and "the Water Rat", but not the latter and "the Sea Rat"."""
    ones, others = one.split(), other.split()
    if ones[-1] != others[-1] or not (set(ones) <= set(others) or set(others) <= set(ones)):
        return False
    return ones[-1] in lexicon.animal_nouns() or ones[-1] in lexicon.person_nouns() or ones[-1] in lexicon.titles()


def _clash(titles: set[str], others: set[str]) -> bool:
    """Whether one person cannot bear both these titles and those."""
    if (titles & WOMEN and others & RANKS) or (titles & RANKS and others & WOMEN):
        return True
    ranks, other_ranks = titles & MILITARY, others & MILITARY
    if (ranks and (other_ranks or "mr" in others) and not ranks & other_ranks) or (other_ranks and "mr" in titles):
        return True
    shares = ((pair & titles, pair & others) for pair in CLASHES)
    return any(mine and theirs and mine != theirs for mine, theirs in shares)


def _bare(surname: str | None) -> str | None:
    """A surname without its particles: "Riebeek" of "van Riebeek"."""
    words = (surname or "").split()
    return words[-1] if len(words) > 1 and words[0] in PARTICLES else None


def _plain_form(word: str) -> str | None:
    """The name that a fond form is made of: "Moggy" of "Mog"; `None` if it is no such form."""
    base = word.removesuffix("y") if word.endswith("y") else word.removesuffix("ie")
    if base == word or len(base) < BEGINNING:
        return None
    return base[:-1] if base[-1] == base[-2] and len(base) > BEGINNING else base


def _begins(one: str, other: str) -> bool:
    """Whether a given name is the beginning of another: "Bern" of "Bernhard". Only for those of one surname."""
    return min(len(one), len(other)) >= BEGINNING and (one.startswith(other) or other.startswith(one))


def _same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: equal, nickname and full form, initial and name, or pet names much alike.

    Hardly anybody goes by two pet names as unlike as "Elsie" and "Betsy".
    """
    if one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    short = lexicon.nicknames()
    if one in short.get(other, ()) or other in short.get(one, ()):
        return True
    akin = one[:AKIN] == other[:AKIN]
    return akin and bool(set(short.get(one, ())) & set(short.get(other, ())))
