"""Which words surely mean a place, and which."""

from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.parse import Parse
from fabula.document import Draft
from fabula.layers import Entity, EntityKind, Identity, Mention, Passage

PLACES: frozenset[EntityKind] = frozenset({"facility", "settlement", "location", "vehicle"})
"""The kinds of entity that somebody can be in."""
NOWHERE = frozenset("world earth place spot way air heaven hell space universe part distance home nowhere".split())
"""Nouns that name no place that one could find."""
CLOSE = 2000
"""Code points from one mention to the next, past which a mere noun may mean another place."""


class Places:
    """Follows the places, and says for a word of the passage at hand which it surely means."""

    def __init__(self) -> None:
        self._new, self._merges = NewClaims(), Merges()
        self._kinds: dict[str, EntityKind] = {}
        self._called: dict[tuple[str, bool], str] = {}
        self._last: dict[str, int] = {}
        self._sure: dict[int, Mention] = {}

    def follow(self, draft: Draft, passage: Passage, parse: Parse) -> None:
        """Takes note of the places that the passage speaks of."""
        for entity in self._new.of(draft, Entity):
            if entity.kind in PLACES:
                self._kinds[entity.id] = entity.kind
        for identity in self._new.of(draft, Identity):
            self._merges.merge(identity.entity, identity.same_as)
        self._sure = {}
        for place in sorted(parse.mentions):
            mention = parse.mentions[place]
            if mention.entity in self._kinds:
                if mention.kind != "pronominal" and self._is_sure(mention, parse, place):
                    self._sure[place] = mention
                self._last[self.resolve(mention.entity)] = mention.span.end

    def kind(self, entity: str) -> EntityKind:
        """What kind of place it is."""
        return self._kinds[entity]

    def resolve(self, entity: str) -> str:
        """The id under which a place goes by now."""
        return self._merges.resolve(entity)

    def which(self, place: int) -> Mention | None:
        """The mention of a place whose head the word is; `None` where it is none, or it may be another place's."""
        return self._sure.get(place)

    def _is_sure(self, mention: Mention, parse: Parse, place: int) -> bool:
        """Whether it is called as it was first, by its name or by a noun: "the town" may be another than Bath.

        Nor is a noun sure after a while, "the room", or without an article or an owner: "to school".
        """
        entity, named, word = self.resolve(mention.entity), mention.kind == "proper", parse.word(place)
        last = self._last.get(entity, mention.span.start)
        first = self._called.setdefault((entity, named), word)
        if named or first != word:
            return named and first == word
        name = self._called.get((entity, True), word)
        bare = not parse.below(place, "det", "nmod", "nummod") and not parse.has(place, "Number=Plur")
        return name == word and not bare and word not in NOWHERE and mention.span.start - last <= CLOSE
