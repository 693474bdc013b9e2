"""Whom a word surely means: somebody with a name, where nobody else can be meant."""

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.narrating.telling import Telling
from fabula.annotators.parse import Parse, parse_of
from fabula.document import Claim, Draft
from fabula.layers import (
    PEOPLE,
    Alias,
    Attribution,
    AttributionType,
    Entity,
    Event,
    Gender,
    Identity,
    Mention,
    Narrator,
    Passage,
    Quotation,
)

NEEDS: tuple[type[Claim], ...] = (
    Mention,
    Entity,
    Alias,
    Gender,
    Identity,
    Narrator,
    Quotation,
    Attribution,
    Event,
)
"""What annotators need that ask for the parse and for what is certain."""
SPEAKER: dict[AttributionType, float] = {"explicit": 0.65, "anaphoric": 0.8, "implicit": 0.8}
"""How likely the speaker of a quotation must be for it to be surely theirs; a name beside it says most."""
BACK = 4
"""Paragraphs before a pronoun's own in which whom it means must have been named."""
DEEP = 2
"""Words from a noun up to the verb whose subject it may belong to."""
MARKS = frozenset('" “ ” „ « »'.split())
FIRST = frozenset("i me my mine myself".split())
THIRD = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
}
OWNERS = frozenset("my your his her our their".split())
SECOND = frozenset("you your yours yourself".split())
OWN = FIRST | SECOND
"""Words for those who talk, whom nobody calls "he" or "she" there."""


class Certainty:
    """Follows the cast, and says for a word of the passage at hand whom it surely means."""

    def __init__(self) -> None:
        self._new, self._merges, self._telling = NewClaims(), Merges(), Telling()
        self._people: set[str] = set()
        self._named: set[str] = set()
        self._genders: dict[str, str] = {}
        self._descriptions: dict[str, list[str]] = {}
        self._before: list[tuple[Mention, str | None]] = []

    def follow(self, draft: Draft, passage: Passage, parse: Parse) -> None:
        """Takes note of what the passage says of the cast."""
        self._telling.follow(draft)
        for entity in self._new.of(draft, Entity):
            if entity.kind in PEOPLE and entity.kind != "group":
                self._people.add(entity.id)
                self._descriptions[entity.id] = entity.name.lower().split()
        for identity in self._new.of(draft, Identity):
            self._join(identity)
        for narrator in self._new.of(draft, Narrator):
            if narrator.entity:
                self._named.add(self.resolve(narrator.entity))
        for alias in self._new.of(draft, Alias):
            self._named.add(self.resolve(alias.entity))
        for gender in self._new.of(draft, Gender):
            self._genders[self.resolve(gender.entity)] = gender.pronouns
        self._draft, self._parse = draft, parse
        self._torn: dict[int, bool] = {}
        self._tail = self._before
        inside = {place: one.id for place, one in parse.quotations.items()}
        self._places = {one.id: place for place, one in parse.mentions.items()}
        self._before = [(parse.mentions[place], inside.get(place)) for place in sorted(parse.mentions)]

    def _join(self, identity: Identity) -> None:
        """Makes two entities one, who has a name if either had one."""
        merged = self._merges.merge(identity.entity, identity.same_as)
        if merged is not None and merged[1] in self._named:
            self._named.add(merged[0])

    def resolve(self, entity: str) -> str:
        """The id under which an entity goes by now."""
        return self._merges.resolve(entity)

    def is_person(self, entity: str) -> bool:
        """Whether it is one person."""
        return self.resolve(entity) in self._people

    def is_named(self, entity: str) -> bool:
        """Whether it is one person who has a name, or who tells."""
        entity = self.resolve(entity)
        return entity in self._named and entity in self._people

    def teller(self, place: int) -> str | None:
        """Who says the words: the speaker, where that is sure, or "" for the narrator; `None` if nobody knows.

        Nobody knows beside a quotation mark that stands alone: there a speech may have lost its other mark.
        """
        quotation = self._parse.quotations.get(place)
        if quotation is None:
            return None if self._is_torn(place) else ""
        attribution = self._parse.attributions.get(quotation.id)
        if attribution is None or attribution.speaker is None:
            return None
        is_sure = (attribution.confidence or 1.0) >= SPEAKER[attribution.type]
        return attribution.speaker if is_sure else None

    def _is_torn(self, place: int) -> bool:
        """Whether a quotation mark stands alone in the paragraph of a word outside of quotations."""
        paragraphs, parse = self._draft.paragraphs, self._parse
        index = paragraphs.at(parse.span(place).start)
        if index is None:
            return False
        if index not in self._torn:
            words = parse.places(paragraphs[index])
            self._torn[index] = any(parse.word(one) in MARKS and one not in parse.quotations for one in words)
        return self._torn[index]

    def _addressee(self, place: int) -> str | None:
        """The one addressee of a quotation whose speaker is sure, where it calls them: "Your hat, Ada."."""
        quotation = self._parse.quotations.get(place)
        if quotation is None or not self.teller(place):
            return None
        addressees = self._parse.attributions[quotation.id].addressees
        if len(addressees) != 1 or not self.is_named(addressees[0]):
            return None
        parse, addressee = self._parse, self.resolve(addressees[0])
        calls = [
            at for at in parse.mentions if parse.quotations.get(at) is quotation and parse.relation(at) == "vocative"
        ]
        return addressees[0] if any(self.resolve(parse.mentions[at].entity) == addressee for at in calls) else None

    def who(self, place: int) -> str | None:
        """The one whom the word and what hangs on it surely mean; `None` if nobody, or if it may be another."""
        parse = self._parse
        mention = parse.mentions.get(place)
        word = parse.word(place)
        if word in SECOND:
            return self._addressee(place)
        if word in FIRST:
            said = self.teller(place)
            start = parse.span(place).start
            return self._telling.at(start) if said == "" else said
        if mention is None:
            return None
        if mention.kind == "nominal":
            return mention.entity if self._is_described(mention, word) else None
        if not self.is_named(mention.entity):
            return None
        if mention.kind == "proper":
            return mention.entity
        if mention.kind == "pronominal" and word in THIRD and not self._is_reported(mention, place):
            return mention.entity if self._is_alone(mention, place, THIRD[word]) else None
        return None

    def described(self, place: int) -> str | None:
        """Somebody without a name who goes by a noun and whose they are: "her sister"; `None` if it may be another."""
        mention = self._parse.mentions.get(place)
        if mention is None or mention.kind != "nominal":
            return None
        return mention.entity if self._is_described(mention, self._parse.word(place)) else None

    def owner(self, place: int) -> str | None:
        """Whom a possessive surely means; also the one subject of its clause, or the name joined before it.

        What is asked or said of somebody may be of anybody's kin: "Ada enquired after her husband".
        """
        parse, noun = self._parse, self._parse.head(place)
        verb = None if noun is None or parse.relation(noun) != "obl" else parse.head(noun)
        if parse.word(place) in THIRD and verb is not None and parse.sense(verb) == "verb.communication":
            return None
        return self.who(place) or self._bound(place)

    def _bound(self, place: int) -> str | None:
        """The subject of the clause, "Ada called her brother", or the name joined before, "Ada and her brother"."""
        parse, pronouns = self._parse, THIRD.get(self._parse.word(place))
        noun = parse.head(place)
        if pronouns is None or noun is None:
            return None
        head = parse.head(noun)
        before = head if parse.relation(noun) == "conj" else subject_of_clause(parse, noun)
        if before is None or before >= place:
            return None
        mention = parse.mentions.get(before)
        between = [one for one in parse.mentions if before < one < place and parse.word(one) not in OWN]
        if mention is None or mention.kind != "proper" or not self.is_named(mention.entity):
            return None
        rivals = [one for one in between if self.resolve(parse.mentions[one].entity) != self.resolve(mention.entity)]
        if any(self.fits(parse.mentions[one].entity, pronouns) for one in rivals):
            return None
        return mention.entity if self._genders.get(self.resolve(mention.entity)) == pronouns else None

    def _is_described(self, mention: Mention, head: str) -> bool:
        """Whether a person without a name goes by this very word and by whose they are: "my father", "Ada's maid".

        Who is "her eldest son" may not be meant by "her son".
        """
        entity = self.resolve(mention.entity)
        words = self._descriptions.get(entity) or [""]
        owned = words[0] in OWNERS or (len(words) > 1 and words[-2].endswith(("'s", "’s")))
        said = mention.span.of(self._draft.text).lower().split()
        more = [word for word in words[1:-1] if words[0] in OWNERS and word not in said]
        return entity not in self._named and len(words) <= 4 and owned and words[-1] == head and not more

    def _is_alone(self, mention: Mention, place: int, pronouns: str) -> bool:
        """Whether somebody was named just before, and nobody else was spoken of since whom the pronoun fits.

        Nor is anybody else spoken of in the sentence of the name or of the pronoun, nor speaks in the paragraph; and
        no such pronoun stands before the name in its sentence: "She had told Ada to take off her hat". The name's own
        verb does nothing to another: "Ada assured her that her husband slept".
        """
        entity, sentences = self.resolve(mention.entity), self._draft.sentences
        quotation = self._parse.quotations.get(place)
        close = {sentences.at(mention.span.start)}
        named = False
        if quotation is None and self._is_talked_over(place, entity, pronouns):
            return False
        if self._is_before_subject(place, entity, pronouns):
            return False
        for other in self._near(mention, quotation.id if quotation else None):
            here = sentences.at(other.span.start)
            if named and here not in close:
                return True
            if self._is_rival(other, entity, pronouns):
                return False
            if named and THIRD.get(other.span.of(self._draft.text).lower()) == pronouns:
                return False
            if other.kind == "proper" and self.resolve(other.entity) == entity:
                if self._has_object(other, pronouns):
                    return False
                named = True
                close.add(here)
        return named

    def _is_reported(self, mention: Mention, place: int) -> bool:
        """Whether somebody quotes what the person themselves says of "her": "Ada says she has such lovely hair"."""
        parse, here = self._parse, self._parse.head(place)
        while here is not None and parse.relation(here) != "ccomp":
            here = parse.head(here)
        sayer = None if here is None else parse.head(here)
        if sayer is None or place not in parse.quotations:
            return False
        subjects = [parse.mentions[one] for one in parse.below(sayer, "nsubj") if one in parse.mentions]
        return any(self.resolve(one.entity) == self.resolve(mention.entity) for one in subjects)

    def _is_talked_over(self, place: int, entity: str, pronouns: str) -> bool:
        """Whether somebody else, whom the pronoun fits, speaks in the same paragraph before it."""
        paragraphs, parse = self._draft.paragraphs, self._parse
        here = paragraphs.at(parse.span(place).start)
        for at, quotation in parse.quotations.items():
            if at < place and quotation.id in parse.attributions and paragraphs.at(parse.span(at).start) == here:
                speaker = parse.attributions[quotation.id].speaker
                if speaker is not None and self.resolve(speaker) != entity and self.fits(speaker, pronouns):
                    return True
        return False

    def _is_before_subject(self, place: int, entity: str, pronouns: str) -> bool:
        """Whether somebody else, whom the pronoun fits, is the subject behind it: "At her aunt's nod, Ada rose"."""
        parse, here, seen = self._parse, self._parse.head(place), set[int]()
        while here is not None and here not in seen:
            seen.add(here)
            subjects = parse.below(here, "nsubj")
            if subjects:
                subject, mention = subjects[0], parse.mentions.get(subjects[0])
                if subject < place or place in parse.subtree(subject) or mention is None:
                    return False
                return self._is_rival(mention, entity, pronouns)
            here = parse.head(here)
        return False

    def _has_object(self, subject: Mention, pronouns: str) -> bool:
        """Whether what somebody does is done to another for whom such a pronoun stands: "Ada assured her"."""
        parse, place = self._parse, self._places.get(subject.id)
        verb = None if place is None or parse.relation(place) != "nsubj" else parse.head(place)
        if verb is None:
            return False
        others = (parse.word(one) for one in parse.below(verb, "obj", "iobj", "obl"))
        return any(THIRD.get(word) == pronouns and not word.endswith("self") for word in others)

    def _is_rival(self, other: Mention, entity: str, pronouns: str) -> bool:
        words = other.span.of(self._draft.text).lower()
        return self.resolve(other.entity) != entity and words not in OWN and self.fits(other.entity, pronouns)

    def fits(self, entity: str, pronouns: str | None) -> bool:
        """Whether it is one person for whom such pronouns can stand; `None` stands for any."""
        entity = self.resolve(entity)
        return entity in self._people and pronouns in (None, self._genders.get(entity, pronouns))

    def _near(self, mention: Mention, quotation: str | None) -> Iterator[Mention]:
        """The mentions before this one, back to some paragraphs before: in the same quotation, or all in narration."""
        paragraphs = self._draft.paragraphs
        here = paragraphs.at(mention.span.start) or 0
        for other, inside in reversed([*self._tail, *self._before]):
            if other.span.start >= mention.span.start:
                continue
            there = paragraphs.at(other.span.start) or 0
            if there < here - BACK:
                return
            if inside == quotation:
                yield other


_FOLLOWING: WeakKeyDictionary[Draft, tuple[str, Certainty]] = WeakKeyDictionary()


def certainty_of(draft: Draft, passage: Passage) -> Certainty:
    """What is certain in the passage that is being read, found out once for all who ask behind the coreference.

    Whoever asks must ask for every passage of the text, in order.
    """
    known = _FOLLOWING.get(draft)
    certainty = known[1] if known else Certainty()
    if known is None or known[0] != passage.id:
        certainty.follow(draft, passage, parse_of(draft, passage))
        _FOLLOWING[draft] = passage.id, certainty
    return certainty


def subject_of_clause(parse: Parse, place: int) -> int | None:
    """The subject of the verb over a noun, where there is just one; `None` for the subject itself."""
    here, depth = parse.head(place), 0
    while here is not None and depth < DEEP:
        subjects = parse.below(here, "nsubj")
        if subjects:
            alone = len(subjects) == 1 and not parse.below(subjects[0], "conj")
            return subjects[0] if alone and place not in parse.subtree(subjects[0]) else None
        here, depth = parse.head(here), depth + 1
    return None
