"""Who bears which name: matches a name to somebody already met, or says that it is somebody new."""

import math
from collections.abc import Set

from fabula.annotators import lexicon
from fabula.annotators.naming.fitting import fit, is_younger
from fabula.annotators.naming.likeness import plain_form, same_given
from fabula.annotators.naming.name import Name
from fabula.annotators.naming.name_parts import Parsed, parse
from fabula.annotators.naming.person import LISTED, RANKED, Person, goes_on, without_list
from fabula.annotators.naming.personal_titles import LEARNED, MILITARY, WOMEN, clash

YOUNGER = 1.5
"""How well "Miss Harlow" fits somebody who goes by "Miss Anne": she has an elder sister, who may be meant."""
OFTEN = 0.4
"""Weight of how often somebody bore a name; a namesake who is near often means more."""
PASSING = 3
"""Names by which somebody was called in passing only."""
WELL = 20
"""Times that the bare surname of somebody well known has been used."""
FEW = 10
"""Names by which somebody was called before a lone officer of the surname is no longer taken for them."""
FADE = 600.0
"""Code points over which the nearness of a namesake halves its weight."""


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
            for variant in filter(None, (word, plain_form(word), *lexicon.nicknames().get(word, ()))):
                for person in self._by_word.get(variant, ()):
                    pool.setdefault(person.id, person)
        if name.titles and not parsed.given:
            for person in self._by_title.get(name.titles[-1], ()):
                pool.setdefault(person.id, person)
        scores = {
            person.id: score
            for person in pool.values()
            if (score := fit(name, parsed, person, near, self._has_elders)) is not None
        }
        if parsed.given and any(pool[entity].goes_by(parsed.surname) for entity in scores):
            scores = {
                entity: score
                for entity, score in scores.items()
                if pool[entity].goes_by(parsed.surname) or parsed.given in (pool[entity].given, pool[entity].single)
            }
        younger = {entity for entity in scores if is_younger(name, pool[entity])}
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

    def _has_elders(self, surname: str) -> bool:
        """Whether a bare Mr. of this surname is rather somebody's father: his wife is known, or a son's wife.

        The younger Mrs. bears her husband's given name ("Mrs. Paul Orchard").
        """
        return any("mrs" in other.titles and not other.given for other in self._by_word.get(surname, ()))

    def learn(self, person: Person, name: Name, parsed: Parsed, position: int) -> bool:
        """Notes that somebody bears this name; says whether the form is new for them."""
        fresh = name.key not in person.uses
        person.uses[name.key] = person.uses.get(name.key, 0) + 1
        person.last = max(person.last, position)
        if not fresh:
            return False
        person.named[name.key] = name
        if parsed.given and parsed.gender == "he" and parsed.surname == person.single:
            person.he, person.she = without_list(person)
        weight = 4.0 if parsed.titles else LISTED if parsed.kind in ("full", "given", "nickname") else 1.0
        if parsed.gender == "he":
            person.he += weight
        elif parsed.gender == "she":
            person.she += weight
        for title in parsed.titles:
            if parsed.gender is None and title not in person.titles and (usual := lexicon.usual_bearers().get(title)):
                setattr(person, usual, getattr(person, usual) + RANKED)
            person.titles.add(title)
            self._by_title.setdefault(title, []).append(person)
        if parsed.single and not person.given and not person.surname:
            person.single = max(parsed.single, person.single or "", key=lambda single: len(single.split()))
        if parsed.given and not person.given:
            person.given = parsed.given
        if parsed.surname and (not person.surname or goes_on(name, person, longer=True)):
            person.surname = parsed.surname
        if person.given or person.surname:
            if person.single and person.single not in (person.given, person.surname):
                if person.given and same_given(person.single, person.given):
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
        officer or a doctor also if `person` was met somewhat more. A "Master", for whoever is Master by the full name.
        """
        lady = not WOMEN.isdisjoint(parsed.titles)  # a bare surname is rather a man's
        own = {title for title in parsed.titles if title not in ("mr", "miss", "master", "lady", "lord", "sir")}
        bearers = self._by_word.get(parsed.surname or "", [])
        alone: set[str] = set()
        if len(bearers) == 2 and person.gender != "he":
            alone = {"miss"}
        elif len(bearers) == 2:
            met = sum(person.uses.values())
            alone = ({"mr"} if met <= PASSING else set()) | {"master"} & set(parsed.titles)
            alone |= LEARNED | MILITARY if met <= FEW else set()
        for other in bearers:
            if (
                other is not person
                and other.id not in person.apart
                and (not other.given or other.is_master_of(parsed.surname))
                and (other.titles & (own | alone) if other.titles else other.single == parsed.surname and not lady)
                and not other.fixed
                and not clash(person.titles, other.titles)
                and not (other.gender and person.gender and other.gender != person.gender)
            ):
                return other
        return None

    def part(self, person: Person, moved: Set[tuple[str, ...]], other: Person) -> Person:
        """Gives the names with these keys to somebody else, who is new; gives whoever keeps the others."""
        for table in (self._by_word, self._by_title):
            for bearers in table.values():
                if person in bearers:
                    bearers.remove(person)
        kept = Person(person.id)
        for key, count in person.uses.items():
            bearer = other if key in moved else kept
            self.learn(bearer, person.named[key], parse(person.named[key]), person.last)
            bearer.uses[key] = count
        kept.apart, other.apart = person.apart | {other.id}, person.apart | {person.id}
        self.persons |= {id: kept for id, one in self.persons.items() if one is person}
        return kept

    def absorb(self, early: Person, late: Person) -> None:
        """Makes two persons one, who keeps the identity of the earlier."""
        if early.is_master_of(late.surname):
            early.given = None
        for key, count in late.uses.items():
            early.uses[key] = early.uses.get(key, 0) + count
        early.named = late.named | early.named
        early.apart |= late.apart
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
